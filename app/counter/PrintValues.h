#pragma once

#include "app/counter/BookOfYear.h"
#include "app/counter/Desk.h"
#include "app/counter/PaperWords.h"
#include "app/domain/Decide.h"
#include "app/domain/WrittenOff.h"
#include "app/domain/jobs/JobKind.h"

#include <QJsonArray>
#include <QJsonObject>

#include <map>

namespace motcua::counter {

/// What of a book is printed.
struct BookPrint {
    using Row = std::pair<domain::VolumeId, int>; ///< a volume and a number in it
    const domain::JobKind* job;                   ///< whose facts the rows have; null: they stand as they are kept
    const domain::JobBook& book;
    const BookOfYear& year;
    const std::vector<domain::BookEntry>& entries; ///< through all its volumes
    QDate month = {};                              ///< a day of the month whose rows are printed; invalid: the whole year, with its cover
    std::map<Row, QString> replacements = {};      ///< of a spoiled row: "số 00004, quyển số 04/2026-SCT/BS" that took its place
    std::map<Row, QString> spoilings = {};         ///< of a spoiled row: "ngày 30/11/2026, Nguyễn Thị Lan" who struck it out
    std::vector<domain::OffRow> writtenOff = {};   ///< what of `entries` nobody gave
};

/// The values that a paper's template asks for (they are listed at the template's top), in the words of legal paper: the blocks that
/// the paper says it says, one over the other. Pure; owned by whoever prints.
class PrintValues {
public:
    PrintValues(const Desk& desk, const domain::Catalogue& catalogue) : m_desk(desk), m_catalogue(catalogue) {}

    /// Errors: "print.nothing-to-say" (the dossier has no such event), "book.no-live-entry".
    /// `slip`: which of several slips of the dossier, as SlipMade::version; 0: the last. `visit`: of a dossier that came with others, all that were
    /// received then, in their order, itself among them.
    base::Result<QJsonObject> of(const domain::JobPaper& paper, const domain::Dossier& dossier, const std::vector<domain::Event>& history,
        int attestationTop, qint64 slip = 0, const std::vector<PaperOfVisit>& visit = {}) const;
    QJsonObject ofBook(const BookPrint& print) const;

private:
    struct Subject {
        const QString& form;
        const domain::Dossier& dossier;
        const std::vector<domain::Event>& history;
        int attestationTop;
        qint64 slip;
        const std::vector<PaperOfVisit>& visit;
    };
    using Block = base::Result<QJsonObject> (PrintValues::*)(const Subject& subject) const;
    static Block blockOf(const QString& name);

    base::Result<QJsonObject> applicant(const Subject& subject) const;
    base::Result<QJsonObject> facts(const Subject& subject) const;
    base::Result<QJsonObject> parties(const Subject& subject) const;
    base::Result<QJsonObject> attestation(const Subject& subject) const;
    base::Result<QJsonObject> receipt(const Subject& subject) const;
    base::Result<QJsonObject> supplement(const Subject& subject) const;
    base::Result<QJsonObject> refusal(const Subject& subject) const;
    base::Result<QJsonObject> entry(const Subject& subject) const;
    // VisitValues.cpp
    base::Result<QJsonObject> visit(const Subject& subject) const;
    base::Result<QJsonObject> fee(const Subject& subject) const;
    QJsonObject head(const QDateTime& moment) const;
    QJsonObject person(const domain::Applicant& applicant) const;
    QString timeLimit(const domain::Dossier& dossier) const;
    QString sameDay(const domain::Dossier& dossier) const;
    QJsonArray details(const domain::Dossier& dossier) const;
    QJsonObject itemOf(const QString& item, const domain::Dossier& dossier) const;
    QString contact(const QString& clerk) const;

    const Desk& m_desk;
    const domain::Catalogue& m_catalogue;
};

}
