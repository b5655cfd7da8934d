#pragma once

#include "app/counter/BookOfYear.h"
#include "app/counter/BookSaving.h"
#include "app/counter/HeldActs.h"

namespace motcua::counter {

class Printing;

/// The register books of the unit. Numbers are taken in the unit's volumes, in a unit of before in this station's own; a row is spoiled, in whichever
/// volume, where its dossier lies. Owner: Counter. Thread: GUI.
class BookDesk : public QObject {
    Q_OBJECT

public:
    BookDesk(const Ports& ports, const Desk& desk, CommandRunner& runner, Printing& printing, HeldActs& held);

    /// Own volumes first, newest year first. The series of slips are none: their rows are the slips themselves.
    base::Result<std::vector<domain::Volume>> volumes() const;
    /// The same as books of a year, the newest year first.
    base::Result<std::vector<BookOfYear>> books() const;
    /// The kind whose description the book's rows were written by last (Jobs::ofBook). Null: no kind has the book.
    const domain::JobKind* kindOf(const BookOfYear& book) const;
    /// Whether this station writes in it.
    bool isOwn(const domain::Volume& volume) const { return volume.isUnits() || volume.station == m_desk.station(); }
    /// The book that a volume belongs to, as it was published last. Null: no kind of job has it.
    const domain::JobBook* bookOf(const domain::Volume& volume) const { return m_desk.jobs().book(volume.symbol); }
    /// As far as they were heard, and what was written off among them, as domain::withWrittenOff() has it. Error "book.unknown-volume".
    base::Result<std::vector<domain::BookEntry>> entries(domain::VolumeId volume) const;
    /// The dossier an entry belongs to. Error "book.unknown-entry".
    base::Result<domain::DossierId> dossierOf(domain::VolumeId volume, int number) const;

    /// The whole volume, or the rows of one month of it: a book that a computer keeps is printed and bound monthly (NĐ 23/2015/NĐ-CP, Điều 13).
    void print(domain::VolumeId volume, QDate month = {});
    /// As dossierOf(), where the dossier lies at this desk, so that the row can be spoiled here. Errors: those of dossierOf() and
    /// "book.dossier-elsewhere".
    base::Result<domain::DossierId> dossierHere(domain::VolumeId volume, int number) const;
    /// The number stays, marked hủy. With `again` a fresh entry for the same dossier is registered in this station's volume, in the same
    /// transaction; without, the dossier goes back to its clerk. Returns the entry that counts now. Errors: those of dossierHere() and of the
    /// domain's Spoil.
    base::Result<std::optional<domain::BookEntry>> spoil(domain::VolumeId volume, int number, const QString& reason, bool again);
    /// Notes something beside a row, held back for as long as it can be taken back; whichever desk holds its dossier. Errors: "book.unknown-entry"
    /// and those of the domain's NoteEntry.
    base::Outcome holdNote(domain::VolumeId volume, int number, const domain::RowNote& note);
    /// The book's open volumes in which this station writes: those that closing its year closes.
    std::vector<domain::Volume> closable(const BookOfYear& book) const;
    /// All of them, taken back together.
    base::Outcome holdClosing(const BookOfYear& book, const QString& reason = {});
    /// As it is printed: the whole, or the rows of a month; noted in the security log before. Errors: the log's and those of
    /// Printing::saveBookAsPdf().
    base::Outcome saveAsPdf(const BookOfYear& book, QDate month, const QString& path);
    BookSaving& saving() { return m_saving; }
    /// As spoil() and closeYear(), held back for as long as they can be taken back.
    base::Outcome holdSpoil(domain::VolumeId volume, int number, const QString& reason, bool again);
    base::Outcome holdClosing(domain::VolumeId volume, const QString& reason = {});
    /// As domain::daysUntilClosing(), from today.
    int daysUntilClosing(const domain::Volume& volume) const;
    /// States the total and confirms it in the name of whoever is seated (a supervisor). Errors: "actor.not-supervisor",
    /// "book.wrong-station", "book.closed".
    base::Outcome closeYear(domain::VolumeId volume);
    /// Looks whether the unit was carried over since.
    void lookForRun();

signals:
    /// From here on the unit's numbers go on in the volume of that label; the desks' own are closed.
    void carriedOver(const QString& label);
    void changed();
    /// `now`: the entry that counts now, where there is one.
    void spoiled(const motcua::domain::BookEntry& spoiled, const std::optional<motcua::domain::BookEntry>& now);
    void closed(motcua::domain::VolumeId volume);
    void noted();

private:
    QString volumeOfRun() const;
    void saySpoiled(const domain::Dossier& before, const domain::Dossier& after);

    Ports m_ports;
    const Desk& m_desk;
    CommandRunner& m_runner;
    Printing& m_printing;
    HeldActs& m_held;
    BookSaving m_saving;
    QString m_run; ///< volumeOfRun() when it was looked at last
};

}
