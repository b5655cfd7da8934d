#pragma once

#include "app/base/Clock.h"
#include "app/domain/ports/Archive.h"
#include "app/domain/ports/BlobStore.h"
#include "app/domain/ports/BookExport.h"
#include "app/domain/ports/DraftStore.h"
#include "app/domain/ports/Exchange.h"
#include "app/domain/ports/ForeignPages.h"
#include "app/domain/ports/Journal.h"
#include "app/domain/ports/Paper.h"
#include "app/domain/ports/Projection.h"
#include "app/domain/ports/Scanner.h"
#include "app/domain/ports/SecurityLog.h"
#include "sync/engine/Service.h"

namespace motcua::counter {

/// All that the use cases need from outside. Everything named here outlives them; all of it is called from the GUI thread.
struct Ports {
    domain::ports::Journal& journal;
    const domain::ports::Archive& archive;
    domain::ports::Projection& projection;
    domain::ports::Exchange& exchange;
    domain::ports::BlobStore& blobs;
    domain::ports::DraftStore& drafts;
    domain::ports::Scanner& scanner;
    domain::ports::ForeignPages& pages;
    domain::ports::FormRenderer& forms;
    domain::ports::Printer& printer;
    domain::ports::BookExport& registers;
    domain::ports::SecurityLog& security;
    engine::Service& sync;
    const base::Clock& clock;
};

}
