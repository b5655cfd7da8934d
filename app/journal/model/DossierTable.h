#pragma once

#include "app/base/Result.h"
#include "app/domain/ports/Archive.h"

#include <QDateTime>

#include <map>
#include <vector>

namespace motcua::sqlite {
class Connection;
class Statement;
}

namespace motcua::journal {

/// The dossiers, book entries and search index of the read model, in its database in memory. Rows are numbered by the time at
/// which a dossier was opened, so that newest first is the order in which they lie and a search need not sort. Owned by
/// ReadModel.
class DossierTable {
public:
    explicit DossierTable(sqlite::Connection& connection) : m_connection(connection) {}

    base::Outcome create();
    /// Writes the dossier as it stands. `opened`: the time of its first event; `lastSeq`: the last own record about it.
    base::Outcome put(const domain::Dossier& dossier, const QDateTime& opened, qint64 lastSeq);
    /// Nothing of the dossier stands; it may be unknown.
    base::Outcome drop(domain::DossierId dossier);
    /// A row of a book. put() writes those of its dossier; one that was taken for `dossier` and does not stand has none.
    base::Outcome putEntry(const domain::BookEntry& entry, domain::DossierId dossier);
    /// The code was printed and belongs to no dossier: its serial is not given again.
    base::Outcome spendSerial(domain::StationId station, const QString& code);

    base::Result<std::vector<domain::ports::DossierRow>> dossiers(const domain::ports::DossierFilter& filter, qint64 acknowledged) const;
    base::Result<std::vector<domain::ports::DossierRow>> search(const QString& text, int limit, qint64 acknowledged) const;
    base::Result<std::vector<domain::BookEntry>> entries(domain::VolumeId volume) const;
    base::Result<std::vector<domain::ports::BookLine>> lines(domain::VolumeId volume) const;
    /// Errors: "book.unknown-entry".
    base::Result<domain::BookEntry> entry(domain::VolumeId volume, int number) const;
    struct EntryCounts {
        int lastNumber = 0; ///< 0: no row
        int spoiled = 0;
        int rows = 0;
    };
    base::Result<EntryCounts> countEntries(domain::VolumeId volume) const;
    /// Errors: "book.unknown-entry".
    base::Result<domain::DossierId> dossierOfEntry(domain::VolumeId volume, int number) const;
    base::Result<int> lastSerial(domain::StationId station, QDate day) const;
    base::Result<std::map<domain::State, int>> countsByState() const;
    /// Empty when the dossier is unknown.
    base::Result<QString> codeOf(domain::DossierId dossier) const;

private:
    base::Result<qint64> freeRow(const QDateTime& opened) const;
    base::Outcome putText(qint64 row, const QString& text);
    base::Outcome putText(qint64 row, const QString& before, const QString& text);
    base::Outcome dropText(qint64 row, const QString& text);
    base::Outcome dropRow(qint64 row);
    base::Outcome putRow(const domain::Dossier& dossier, qint64 row, const QString& text, const QDateTime& opened, qint64 lastSeq);

    sqlite::Connection& m_connection;
};

}
