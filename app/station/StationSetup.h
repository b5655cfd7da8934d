#pragma once

#include "app/base/Clock.h"
#include "app/domain/ports/ForeignPages.h"
#include "app/domain/ports/Paper.h"
#include "app/domain/ports/Scanner.h"
#include "app/journal/StationOptions.h"
#include "sync/http/SyncOptions.h"

namespace motcua::station {

/// Where a station's data lies and what it is made of. The pointers are borrowed and outlive the Station; a null one stands for
/// the real thing.
struct StationSetup {
    QString directory;
    const base::Clock* clock = nullptr;
    domain::ports::Scanner* scanner = nullptr;
    domain::ports::ForeignPages* pages = nullptr;
    domain::ports::Printer* printer = nullptr;
    journal::StationOptions journal = {};
    http::SyncOptions sync = {};
    bool synchronise = true; ///< false: never opens a connection (tests of what happens without a line)
};

}
