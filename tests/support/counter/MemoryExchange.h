#pragma once

#include "app/domain/ports/Exchange.h"

namespace motcua::test {

class MemoryExchange final : public domain::ports::Exchange {
public:
    base::Result<std::vector<domain::ports::UnsentItem>> unsent(int) const override { return unsentItems; }
    base::Result<std::vector<domain::ports::RefusedItem>> refusals() const override { return refused; }
    base::Outcome sendAgain(qint64 seq) override {
        sentAgain.push_back(seq);
        return base::done();
    }
    base::Result<std::vector<domain::ports::DossierWish>> wishes() const override { return dossierWishes; }

    std::vector<domain::ports::UnsentItem> unsentItems;
    std::vector<domain::ports::RefusedItem> refused;
    std::vector<domain::ports::DossierWish> dossierWishes;
    std::vector<qint64> sentAgain;
};

}
