#pragma once

#include "app/domain/EventCodec.h"
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
    base::Result<domain::ports::ReadVersions> readVersions() const override { return reads; }
    base::Result<std::vector<domain::ports::DossierWish>> wishes() const override { return dossierWishes; }

    domain::ports::ReadVersions reads{domain::newestRecordVersion, domain::newestRecordVersion, {}};
    std::vector<domain::ports::UnsentItem> unsentItems;
    std::vector<domain::ports::RefusedItem> refused;
    std::vector<domain::ports::DossierWish> dossierWishes;
    std::vector<qint64> sentAgain;
};

}
