#pragma once

#include "app/domain/EventCodec.h"
#include "app/domain/ports/Exchange.h"

#include <map>

namespace motcua::test {

class MemoryExchange final : public domain::ports::Exchange {
public:
    base::Result<std::vector<domain::ports::UnsentItem>> unsent(int) const override { return unsentItems; }
    base::Result<std::vector<domain::ports::RefusedItem>> refusals() const override { return refused; }
    base::Outcome takeOut(qint64 seq) override {
        takenOut.push_back(seq);
        std::erase_if(refused, [seq](const domain::ports::RefusedItem& item) { return item.seq == seq; });
        return base::done();
    }
    base::Result<domain::Event> refusedEvent(qint64 seq) const override {
        const auto event = refusedEvents.find(seq);
        return event == refusedEvents.end() ? base::fail(QStringLiteral("journal.unknown-record")) : base::Result<domain::Event>(event->second);
    }
    base::Result<domain::ports::ReadVersions> readVersions() const override { return reads; }
    base::Result<std::vector<domain::ports::DossierWish>> wishes() const override { return dossierWishes; }

    domain::ports::ReadVersions reads{domain::newestRecordVersion, domain::newestRecordVersion, {}};
    std::vector<domain::ports::UnsentItem> unsentItems;
    std::vector<domain::ports::RefusedItem> refused;
    std::vector<domain::ports::DossierWish> dossierWishes;
    std::map<qint64, domain::Event> refusedEvents;
    std::vector<qint64> takenOut;
};

}
