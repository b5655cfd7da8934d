#pragma once

#include "app/counter/Counter.h"
#include "app/journal/Unlocked.h"
#include "app/paper/HtmlFormRenderer.h"
#include "app/paper/XlsxBook.h"
#include "app/station/DirectoryWatch.h"
#include "app/station/StationCard.h"
#include "app/station/StationSetup.h"

#include <memory>

namespace motcua::station {

/// Everything that lives while a station's key is in memory, made and taken down in the one right order: the synchronisation
/// stops first, the key is wiped last. Owner: Station. Thread: GUI.
class OpenStation {
public:
    /// What the real parts are when the setup names no others.
    struct Tools {
        domain::ports::Scanner& scanner;
        domain::ports::ForeignPages& pages;
        domain::ports::Printer& printer;
        const base::Clock& clock;
    };

    /// Errors: "station.not-enrolled" (the journal has no identity), "secret.damaged".
    static base::Result<std::unique_ptr<OpenStation>> make(
        std::unique_ptr<journal::Unlocked> unlocked, const StationSetup& setup, const Tools& tools);
    ~OpenStation();

    counter::Counter& counter() { return *m_counter; }
    journal::Unlocked& unlocked() { return *m_unlocked; }
    engine::Service& sync() { return *m_sync; }
    DirectoryWatch& directoryWatch() { return *m_directoryWatch; }
    /// As sealed in the journal.
    const StationCard& card() const { return m_card; }

private:
    OpenStation() = default;

    StationCard m_card;
    std::unique_ptr<journal::Unlocked> m_unlocked;
    std::unique_ptr<paper::HtmlFormRenderer> m_forms;
    paper::XlsxBook m_registers;
    std::unique_ptr<engine::Service> m_sync;
    std::unique_ptr<counter::Counter> m_counter;
    std::unique_ptr<DirectoryWatch> m_directoryWatch;
};

}
