#pragma once

#include "app/base/Clock.h"
#include "sync/gateway/Authority.h"
#include "sync/gateway/Blobs.h"
#include "sync/gateway/Claims.h"
#include "sync/gateway/Database.h"
#include "sync/gateway/Enrolment.h"
#include "sync/gateway/Feed.h"
#include "sync/gateway/FeedBell.h"
#include "sync/gateway/Ledger.h"
#include "sync/gateway/Stations.h"
#include "sync/gateway/Uploads.h"

#include <memory>

namespace motcua::gateway {

/// The province's side of everything, without a network: what is in one data folder and the rules for changing it. Owned by
/// the program; its parts may be used by any thread.
class Platform {
public:
    /// Errors: those of Database::open() and Authority::open().
    static base::Result<std::unique_ptr<Platform>> open(const QString& folder, const base::Clock& clock);
    ~Platform();

    Database& database() { return *m_database; }
    const Authority& authority() const { return *m_authority; }
    Stations& stations() { return m_stations; }
    Ledger& ledger() { return m_ledger; }
    Feed& feed() { return m_feed; }
    Claims& claims() { return m_claims; }
    Blobs& blobs() { return m_blobs; }
    Uploads& uploads() { return m_uploads; }
    Enrolment& enrolment() { return m_enrolment; }
    FeedBell& bell() { return m_bell; }
    const base::Clock& clock() const { return m_clock; }

    /// Wakes everyone who waits for the feed when another program, such as a technician's command, has written.
    base::Outcome ringIfChangedElsewhere();

private:
    Platform(const QString& folder, const base::Clock& clock, std::unique_ptr<Database> database,
        std::unique_ptr<Authority> authority);

    const base::Clock& m_clock;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Authority> m_authority;
    FeedBell m_bell;
    Stations m_stations;
    Ledger m_ledger;
    Heard m_heard;
    Feed m_feed;
    Claims m_claims;
    Blobs m_blobs;
    Uploads m_uploads;
    Enrolment m_enrolment;
};

}
