#pragma once

#include "app/base/Result.h"
#include "app/domain/Events.h"

#include <QDateTime>
#include <QMap>
#include <QStringList>

#include <vector>

namespace motcua::domain::ports {

/// A record that the province does not have yet.
struct UnsentItem {
    qint64 seq = 0;
    QString kind; ///< EventCodec's wire name
    DossierId dossier;
    QString code; ///< dossier code; empty when there is none
    QDateTime at;
    bool refused = false;
};

/// A record that the province would not take, or holds although it does not stand: the needs-you tray.
struct RefusedItem {
    qint64 seq = 0;
    QString kind;
    DossierId dossier;
    QString code;   ///< dossier code
    QString reason; ///< the platform's error code, "record.blob-missing", …
    QStringList missingBlobs;
    QDateTime at;
    QMap<QString, QString> detail = {}; ///< "field": "applicant.name"; what the words for `reason` need
    bool forGood = false;               ///< it never stands, and nothing waits for it: what it was to do is done anew
    bool isSeenTo = false;              ///< somebody has taken it out of the tray
};

/// Another station asks for a dossier that lies here.
struct DossierWish {
    DossierId dossier;
    StationId asker;
};

/// Why this desk's own file is not believed: rows or a mark were changed by hand, or it is an older copy.
struct FileDoubt {
    base::Error why;
    bool blocks = true; ///< nothing is recorded until the province has been asked
};

/// The newest record version that those read who are given this station's records.
struct ReadVersions {
    int platform = 0;
    int oldestDesk = 0;     ///< the lowest among the desks of the unit
    QString oldestDeskName; ///< as people call it
};

/// What has passed, or waits to pass, between this station and the province. Read from the journal's own tables.
class Exchange {
public:
    virtual ~Exchange() = default;
    /// Oldest first; `limit` 1–10,000.
    virtual base::Result<std::vector<UnsentItem>> unsent(int limit) const = 0;
    virtual base::Result<std::vector<RefusedItem>> refusals() const = 0;
    /// Takes an item out of the needs-you tray: the next try sends it again, or somebody has seen to it.
    virtual base::Outcome takeOut(qint64 seq) = 0;
    /// As takeOut(), of a receipt that was received anew: nobody needs to find it any more.
    virtual base::Outcome takenAnew(qint64 seq) { return takeOut(seq); }
    /// The receipts that do not stand, in the tray and, of those that were set aside, seen to; newest first, at most 200.
    virtual base::Result<std::vector<RefusedItem>> fallenReceipts() const { return refusals(); }
    /// One that does not stand, as it was recorded. Error: "journal.unknown-record".
    virtual base::Result<Event> refusedEvent(qint64 seq) const = 0;
    /// As the platform said last. A station that has never heard of a platform takes it to read all; one that has, but only while its
    /// program did not ask yet, to read the first version.
    virtual base::Result<ReadVersions> readVersions() const = 0;
    /// Wishes for dossiers that this station still holds, oldest first.
    virtual base::Result<std::vector<DossierWish>> wishes() const = 0;
    /// Empty: the file is as it was left.
    virtual std::vector<FileDoubt> doubts() const { return {}; }
    /// Whether an older copy of this desk's data shows at once, by the PC's TPM, and not only at the first contact.
    virtual bool noticesCopiesAtOnce() const { return false; }
    /// Somebody has read what is told and stands in nobody's way.
    virtual base::Outcome seen(const QString&) { return base::done(); }
};

}
