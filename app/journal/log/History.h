#pragma once

#include "app/base/Result.h"
#include "app/domain/Events.h"
#include "app/journal/keys/KeyRing.h"
#include "app/journal/log/FeedLog.h"
#include "app/journal/log/OwnLog.h"

#include <memory>
#include <vector>

namespace motcua::journal {

/// What a reader does with a record that no longer opens.
enum class OnDamage { Report, Skip };

/// A dossier's events from both logs, in the order in which they are replayed. Each user has its own, on its own connection.
class History {
public:
    struct Entry {
        domain::Event event;
        qint64 ownSeq = 0;     ///< 0: another station's
        qint64 cursor = 0;     ///< of the feed; 0: an own one
        qint64 ownSeqThen = 0; ///< the last own record when it came from the feed

        bool isOwn() const { return ownSeq > 0; }
        /// For certain, whatever the times say: by the order of its log, and an own one also because the other was here before it.
        bool comesAfter(const Entry& other) const {
            if (isOwn())
                return ownSeq > (other.isOwn() ? other.ownSeq : other.ownSeqThen);
            return !other.isOwn() && cursor > other.cursor;
        }
    };

    History(sqlite::Connection& connection, domain::StationId station, const KeyRingPointer& key, OnDamage onDamage = OnDamage::Report);

    /// Ordered by dossier version; events that only add stand where their time puts them, as far as the order of their log allows.
    /// Erased payloads are left out.
    base::Result<std::vector<Entry>> of(domain::DossierId dossier) const;
    /// One own event. Errors: "journal.unknown-record" and those of OwnLog::open().
    base::Result<domain::Event> own(qint64 seq) const;
    /// One that was set aside, by the number of its row. Errors: the same.
    base::Result<domain::Event> aside(qint64 number) const;
    /// The last `count` own events in the order of the chain, refused ones too; erased payloads are left out.
    base::Result<std::vector<domain::Event>> ownLatest(int count) const;
    /// One event of another station, as of() has it. Errors: those of FeedLog::record().
    base::Result<domain::Event> received(qint64 cursor) const;

private:
    base::Result<domain::Event> ownIn(const QByteArray& where, qint64 number) const;
    base::Outcome addOwn(domain::DossierId dossier, std::vector<Entry>& entries) const;
    base::Outcome addReceived(domain::DossierId dossier, std::vector<Entry>& entries) const;

    sqlite::Connection& m_connection;
    QUuid m_station;
    OwnLog m_own;
    FeedLog m_feed;
    OnDamage m_onDamage;
};

}
