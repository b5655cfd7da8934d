#pragma once

#include "app/base/Clock.h"
#include "sync/gateway/blobs/Blobs.h"
#include "sync/gateway/blobs/Uploads.h"
#include "sync/gateway/keys/Activations.h"
#include "sync/gateway/keys/Authority.h"
#include "sync/gateway/keys/Enrolment.h"
#include "sync/gateway/ledger/Claims.h"
#include "sync/gateway/ledger/Ledger.h"
#include "sync/gateway/publish/BookKeeper.h"
#include "sync/gateway/publish/Feed.h"
#include "sync/gateway/publish/FeedBell.h"
#include "sync/gateway/publish/Stations.h"
#include "sync/gateway/store/PlatformStore.h"
#include "sync/vault/KeyRing.h"

#include <memory>

namespace motcua::gateway {

/// The province's side of everything, without a network: what is in one data directory and the rules for changing it. Owned by
/// the program; its parts may be used by any thread.
class Platform {
public:
    /// `key`: what opens the data, which is sealed first where it lies in clear or under an older key. `bounds`: of pages. Errors: those of
    /// vault::openVault(), openStore(), Authority::open() and Blobs::sealFiles().
    static base::Result<std::unique_ptr<Platform>> open(
        const QString& directory, const vault::KeySource& key, const base::Clock& clock, const PageBounds& bounds = {});
    static base::Result<std::unique_ptr<Platform>> openBy(
        const QString& directory, std::shared_ptr<const vault::Vault> vault, const base::Clock& clock, const PageBounds& bounds = {});
    ~Platform();

    PlatformStore& store() { return *m_store; }
    const Authority& authority() const { return *m_authority; }
    Stations& stations() { return m_stations; }
    Ledger& ledger() { return m_ledger; }
    Feed& feed() { return m_feed; }
    Claims& claims() { return m_claims; }
    BookKeeper& books() { return m_books; }
    Blobs& blobs() { return m_blobs; }
    Uploads& uploads() { return m_uploads; }
    Enrolment& enrolment() { return m_enrolment; }
    Activations& activations() { return m_activations; }
    FeedBell& bell() { return m_bell; }
    const base::Clock& clock() const { return m_clock; }

private:
    struct Opened {
        std::shared_ptr<const vault::Vault> vault;
        std::unique_ptr<PlatformStore> store;
        std::unique_ptr<Authority> authority;
        PageRoom room;
    };
    Platform(const QString& directory, const base::Clock& clock, Opened opened);

    const base::Clock& m_clock;
    std::shared_ptr<const vault::Vault> m_vault;
    std::unique_ptr<PlatformStore> m_store;
    std::unique_ptr<Authority> m_authority;
    PageRoom m_room;
    FeedBell m_bell;
    Stations m_stations;
    Ledger m_ledger;
    Heard m_heard;
    Feed m_feed;
    Claims m_claims;
    BookKeeper m_books;
    Blobs m_blobs;
    Uploads m_uploads;
    Enrolment m_enrolment;
    Activations m_activations;
};

}
