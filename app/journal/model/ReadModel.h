#pragma once

#include "app/domain/ports/Archive.h"
#include "app/domain/ports/Projection.h"
#include "app/journal/keys/KeyRing.h"
#include "app/journal/log/FeedLog.h"
#include "app/journal/log/History.h"
#include "app/journal/model/DossierTable.h"
#include "app/journal/model/HeldNumbers.h"
#include "app/journal/model/ModelSnapshot.h"
#include "app/journal/model/Published.h"
#include "app/journal/model/VolumeTable.h"
#include "app/journal/model/WishTable.h"

#include <memory>
#include <set>

namespace motcua::journal {

/// What screens show, replayed from the journal into a database in memory. It is brought up to date by looking at what the
/// journal holds past its own marks and replaying each dossier named there anew, so it does not matter in which order events
/// arrive or how often it is asked to. Owned by Unlocked; made in the unlocking thread, then used in the GUI thread.
class ReadModel final : public domain::ports::Archive, public domain::ports::Projection {
public:
    struct Parts {
        sqlite::Connection& journal;
        domain::StationId station;
        KeyRingPointer key;
        QString snapshotFile;
        Disk& disk;
        int snapshotEvery = 2000;
        OnDamage onDamage = OnDamage::Report;
    };

    explicit ReadModel(const Parts& parts);
    ~ReadModel() override;

    /// From the snapshot and what came after it, or from the journal alone. Called once, before everything else.
    base::Outcome load();
    /// Hands the model to the snapshot's thread; `wait` until it is on disk.
    base::Outcome saveSnapshot(bool wait);
    bool isFromSnapshot() const { return m_fromSnapshot; }
    /// Of the feed, up to which it is brought up to date.
    qint64 cursor() const { return m_cursor; }

    base::Outcome apply(const std::vector<domain::Event>& events) override;
    base::Outcome refresh() override;

    base::Result<std::vector<domain::ports::DossierRow>> dossiers(const domain::ports::DossierFilter& filter) const override;
    base::Result<std::vector<domain::ports::DossierRow>> search(const QString& text, int limit) const override;
    /// Errors: "dossier.unknown".
    base::Result<domain::Dossier> dossier(domain::DossierId id) const override;
    base::Result<std::vector<domain::Volume>> volumes() const override;
    base::Result<domain::Volume> volume(domain::VolumeId id) const override;
    base::Result<std::vector<domain::BookEntry>> entries(domain::VolumeId volume) const override;
    base::Result<std::vector<domain::ports::BookLine>> lines(domain::VolumeId volume) const override;
    base::Result<domain::BookEntry> entry(domain::VolumeId volume, int number) const override;
    base::Result<domain::DossierId> dossierOfEntry(domain::VolumeId volume, int number) const override;
    base::Result<int> lastSerial(QDate day) const override;
    base::Result<std::vector<domain::HeldLease>> numbers() const override;
    base::Result<std::vector<domain::DayUse>> numberUse(domain::VolumeId volume) const override;
    base::Result<std::vector<domain::NumbersOff>> writtenOff(domain::VolumeId volume) const override;
    base::Result<std::map<domain::State, int>> countsByState() const override;
    const domain::PersonLists& personLists() const override { return m_lists; }

    const domain::Catalogue& catalogue() const override { return m_published.catalogue; }
    const domain::Jobs& jobs() const override { return m_published.jobs; }
    const domain::UnitSettings& settings() const override { return m_published.settings; }
    const domain::Calendar& calendar() const override { return m_published.calendar; }
    const std::vector<domain::Account>& accounts() const override { return m_published.accounts; }
    const domain::CodeRange& codeRange() const override { return m_published.codeRange; }

    /// One of this desk's, whether or not it stands. Error: "journal.unknown-record".
    base::Result<domain::Event> ownEvent(qint64 seq) const;
    /// One that was made on an older copy and set aside; `number`: of its row.
    base::Result<domain::Event> asideEvent(qint64 number) const;
    const DossierTable& dossierTable() const { return *m_dossiers; }
    const WishTable& wishTable() const { return *m_wishes; }

private:
    /// What lies past the marks.
    struct Tail {
        qint64 ownSeq = 0;
        QByteArray head;
        qint64 cursor = 0;
        std::set<domain::DossierId> named = {};
        std::vector<domain::DossierId> dossiers = {};             ///< in the order of their first record, which is how they lie on disk
        std::vector<std::pair<domain::VolumeId, int>> taken = {}; ///< numbers of the own books
        std::vector<domain::Event> closings = {};                 ///< and what else changes a book or a list without a dossier
        std::vector<qint64> refused = {};                         ///< own records that do not stand
        std::vector<domain::Volume> grants = {};
        std::vector<FeedLog::Item> claims = {};
        std::vector<std::pair<domain::DossierId, qint64>> released = {};
        bool published = false;
        bool writtenOff = false; ///< the platform wrote numbers off
        int events = 0;
        base::Outcome addClosing(base::Result<domain::Event> event, OnDamage onDamage);
        void add(const QUuid& dossier) {
            if (!dossier.isNull() && named.insert(domain::DossierId(dossier)).second)
                dossiers.emplace_back(dossier);
        }
    };
    base::Outcome startEmpty();
    bool startFromSnapshot();
    base::Outcome catchUp();
    base::Outcome ownTail(Tail& tail) const;
    base::Outcome receivedTail(Tail& tail) const;
    base::Result<domain::Volume> withCounts(domain::Volume volume) const;
    base::Outcome readWrittenOff();
    base::Outcome replayAll(const Tail& tail);
    base::Outcome replay(domain::DossierId id);
    base::Outcome addWish(const FeedLog::Item& claim);
    base::Outcome leaveOut(qint64 refused);
    base::Outcome rememberMarks();

    Parts m_parts;
    History m_history;
    FeedLog m_feed;
    ModelSnapshot m_snapshot;
    std::unique_ptr<sqlite::Connection> m_memory;
    std::unique_ptr<DossierTable> m_dossiers;
    std::unique_ptr<WishTable> m_wishes;
    VolumeTable m_volumes;
    domain::PersonLists m_lists;
    HeldNumbers m_numbers;
    std::vector<domain::NumbersOff> m_off; ///< by the platform, all that was heard
    qint64 m_offCursor = 0;                ///< of the last of them
    Published m_published;
    qint64 m_ownSeq = 0;
    QByteArray m_head = OwnLog::Head{}.hash; ///< of the own record at m_ownSeq
    qint64 m_cursor = 0;
    qint64 m_acknowledged = 0;
    int m_sinceSnapshot = 0;
    bool m_publishedRead = false;
    bool m_fromSnapshot = false;
};

}
