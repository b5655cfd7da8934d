#include "app/ui/text/ResultWords.h"

#include "app/domain/jobs/FactCheck.h"
#include "app/ui/text/Words.h"

#include <QCoreApplication>

namespace motcua::ui::words {

namespace {

struct Result {
    Q_DECLARE_TR_FUNCTIONS(motcua::ui::Result)
};

/// The fact that counts what comes out: as the book has it, else the attestation, else the fee; empty: one thing comes out.
QString countingFact(const domain::JobKind& job) {
    if (job.book && !job.book->copies.isEmpty())
        return job.book->copies;
    for (const domain::JobPaper& paper : job.papers)
        if (paper.attests && !paper.copies.isEmpty())
            return paper.copies;
    return job.fee.copies;
}

/// "Số bản: 2", as the intake card called it.
QString count(const domain::Dossier& dossier, const domain::JobKind& job) {
    const QString fact = countingFact(job);
    const domain::FactCell* cell = domain::cellOf(job.layout, fact);
    const QJsonValue value = dossier.facts.value(fact);
    return cell && !value.isUndefined() ? QStringLiteral("%1: %2").arg(inLanguage(cell->label), words::fact(value)) : QString();
}

}

QString columnName(const domain::BookColumn& column) {
    return column.label.isEmpty() ? column.title : inLanguage(column.label);
}

QString noteKind(domain::NoteKind kind) {
    switch (kind) {
    case domain::NoteKind::Amended:
        return Result::tr("Amended or cancelled by a later act");
    case domain::NoteKind::Corrected:
        return Result::tr("Clerical error corrected after signing");
    case domain::NoteKind::Remark:
        break;
    }
    return Result::tr("Remark");
}

QString rowNote(const domain::RowNote& note) {
    const QString form = note.kind == domain::NoteKind::Amended     ? Result::tr("Amended on %1: %2")
                         : note.kind == domain::NoteKind::Corrected ? Result::tr("Corrected on %1: %2")
                                                                    : Result::tr("Noted on %1: %2");
    QString words = form.arg(date(note.date), note.words);
    if (!note.ground.isEmpty())
        words += QStringLiteral(" (%1)").arg(note.ground);
    return words + QStringLiteral(" · ") + note.signer.name + (note.initials.isEmpty() ? QString() : QStringLiteral(" · ") + note.initials);
}

QString numberName(const domain::JobKind* job) {
    if (job && job->book)
        for (const domain::BookColumn& column : job->book->columns)
            if (column.value == QLatin1String("number"))
                return columnName(column);
    return Result::tr("Number");
}

QString entryNumber(const domain::BookEntry& entry, const domain::JobKind* job) {
    return Result::tr("%1 %2, volume %3").arg(numberName(job), entry.numberLabel, entry.volumeLabel);
}

QString result(const domain::Dossier& dossier, const domain::JobKind* job) {
    const domain::BookEntry* entry = dossier.liveEntry();
    const QString named = dossier.procedure.result.isEmpty() ? dossier.procedure.name : dossier.procedure.result;
    QStringList further;
    if (entry)
        further << entryNumber(*entry, job);
    if (!dossier.handEntry.number.isEmpty())
        further << Result::tr("Paper book: no. %1, volume %2").arg(dossier.handEntry.number, dossier.handEntry.volume);
    if (job)
        further << count(dossier, *job);
    further.removeAll(QString());
    const QString subject = entry ? entry->document : named;
    return further.isEmpty() ? subject : subject + QLatin1Char('\n') + further.join(QStringLiteral(" · "));
}

}
