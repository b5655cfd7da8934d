#include "app/station/OpenStation.h"

#include "app/station/Identity.h"
#include "app/station/IdleService.h"
#include "sync/http/SyncService.h"

namespace motcua::station {

base::Result<std::unique_ptr<OpenStation>> OpenStation::make(
    std::unique_ptr<journal::Unlocked> unlocked, const StationSetup& setup, const Tools& tools) {
    const auto identity = Identity::unseal(unlocked->secrets());
    if (!identity)
        return base::fail(identity.error());
    std::unique_ptr<OpenStation> open(new OpenStation);
    open->m_card = identity->card;
    open->m_unlocked = std::move(unlocked);
    open->m_forms = std::make_unique<paper::HtmlFormRenderer>();
    journal::Unlocked& data = *open->m_unlocked;
    http::SyncService* service = nullptr;
    if (setup.synchronise) {
        const auto store = [&data]() -> base::Result<engine::Store*> { return &data.syncStore(); };
        auto made = std::make_unique<http::SyncService>(identity->credentials(), store, setup.sync);
        service = made.get();
        open->m_sync = std::move(made);
    } else {
        open->m_sync = std::make_unique<IdleService>();
    }
    const counter::Ports ports{data.journal(), data.archive(), data.projection(), data.exchange(), data.blobs(), data.drafts(), tools.scanner,
        tools.pages, *open->m_forms, tools.printer, open->m_registers, data.securityLog(), *open->m_sync, tools.clock};
    open->m_counter = std::make_unique<counter::Counter>(ports, domain::StationId(identity->credentials().station), identity->card.name);
    open->m_directoryWatch = std::make_unique<DirectoryWatch>(*open->m_counter, tools.scanner);
    if (service)
        service->start();
    return open;
}

OpenStation::~OpenStation() {
    if (m_sync)
        m_sync->stop();
}

}
