#pragma once

#include "app/journal/blobs/BlobSweep.h"
#include "app/journal/blobs/SealedBlobs.h"
#include "app/journal/blobs/SealedDrafts.h"
#include "app/journal/exchange/JournalExchange.h"
#include "app/journal/exchange/SyncStore.h"
#include "app/journal/keys/KeyRing.h"
#include "app/journal/keys/KeySlots.h"
#include "app/journal/keys/Secrets.h"
#include "app/journal/log/SealedJournal.h"
#include "app/journal/log/SecurityLog.h"
#include "app/journal/model/ReadModel.h"
#include "app/journal/standing/Freshness.h"
#include "app/journal/standing/Standing.h"
#include "app/sqlite/Connection.h"

namespace motcua::journal {

/// What StationData hands to Unlocked: every store over one connection for the GUI thread, and one for the sync thread.
struct UnlockedParts {
    UnlockedParts(std::unique_ptr<sqlite::Connection> forGui, std::unique_ptr<sqlite::Connection> forSync, const DataDirectory& where,
        const schema::Identity& identity, KeyRingPointer dataKey, const StationOptions& options, UnlockMode unlockMode)
        : key(std::move(dataKey)), mode(unlockMode), clock(*options.clock), directory(where), vfs(options.vfs), connection(std::move(forGui)),
          journal(*connection, identity.station, key, mode), standing(*connection, identity.station.value(), Sealer(key)),
          freshness(*connection, standing, mode == UnlockMode::Rescue ? nullptr : TpmCounter::open(options.tpm, identity.station.value())),
          sweep(*connection, directory, identity.station.value(), Sealer(key)),
          blobs(*connection, directory, identity.station.value(), Sealer(key), *options.disk),
          drafts(*connection, identity.station.value(), Sealer(key)), secrets(*connection, identity.station.value(), Sealer(key)),
          keySlots(*connection, identity, *options.clock, options.cost),
          security(*connection, identity.station.value(), Sealer(key), standing, *options.clock),
          model({*connection, identity.station, key, directory.snapshot(), *options.disk, options.snapshotEvery,
              mode == UnlockMode::Rescue ? OnDamage::Skip : OnDamage::Report}),
          exchange(*connection, identity.station, {model, secrets, standing, freshness}),
          syncStore(std::move(forSync), directory, identity.station, key, *options.disk, *options.clock) {
        journal.setHeard([this] { return exchange.heard(); });
        journal.setFreshness(&freshness);
        journal.setSecurityLog(&security);
    }

    KeyRingPointer key;
    UnlockMode mode;
    const base::Clock& clock;
    DataDirectory directory;
    QByteArray vfs;
    std::unique_ptr<sqlite::Connection> connection;
    SealedJournal journal;
    Standing standing;
    Freshness freshness;
    BlobSweep sweep;
    SealedBlobs blobs;
    SealedDrafts drafts;
    Secrets secrets;
    KeySlots keySlots;
    SecurityLog security;
    ReadModel model;
    JournalExchange exchange;
    SyncStore syncStore;
};

}
