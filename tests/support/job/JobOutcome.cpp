#include "tests/support/job/JobOutcome.h"

#include "app/domain/EventCodec.h"

#include <QCryptographicHash>

namespace motcua::test {

namespace {

/// Events in the order of the dossier's versions; those that only add have no order of their own.
QStringList eventLines(const std::vector<domain::Event>& history) {
    QStringList changes;
    QStringList additions;
    for (const domain::Event& event : history) {
        QString line = domain::kindOf(event.body);
        if (const auto* print = std::get_if<domain::PrintRecorded>(&event.body))
            line += QStringLiteral(" %1 x%2 entry %3").arg(print->form).arg(print->copies).arg(print->entry.number);
        if (const auto* fee = std::get_if<domain::FeeCollected>(&event.body))
            line += QStringLiteral(" %1").arg(fee->amount);
        if (event.dossierVersion > 0)
            changes.append(QStringLiteral("  %1 %2").arg(event.dossierVersion).arg(line));
        else
            additions.append(QStringLiteral("  + ") + line);
    }
    additions.sort();
    return changes + additions;
}

base::Result<QStringList> paperLines(JobDesk& desk, const domain::Dossier& dossier) {
    QStringList lines;
    for (const domain::Paper& paper : dossier.papers) {
        lines.append(QStringLiteral("  paper %1 x%2").arg(paper.name).arg(paper.quantity));
        for (const domain::Page& page : paper.pages) {
            const auto content = desk.counter().dossiers().page(page.blob);
            if (!content)
                return base::fail(content.error());
            lines.append(QStringLiteral("    page %1 of %2 bytes")
                             .arg(QString::fromLatin1(QCryptographicHash::hash(*content, QCryptographicHash::Sha256).toHex().left(16)))
                             .arg(page.bytes));
        }
    }
    return lines;
}

base::Result<QStringList> dossierLines(JobDesk& desk, domain::DossierId id) {
    const auto opened = desk.counter().dossiers().open(id);
    if (!opened)
        return base::fail(opened.error());
    const domain::Dossier& dossier = opened->dossier;
    const auto papers = paperLines(desk, dossier);
    if (!papers)
        return base::fail(papers.error());
    return QStringList{QStringLiteral(" dossier %1 of %2, state %3%4, collected %5 of %6, rating %7, prints %8, entries %9")
                           .arg(dossier.code, dossier.applicant.name)
                           .arg(static_cast<int>(dossier.state))
                           .arg(dossier.closed ? QStringLiteral(" closed") : QString())
                           .arg(dossier.collected)
                           .arg(dossier.feeTotal())
                           .arg(dossier.rating)
                           .arg(dossier.prints)
                           .arg(dossier.entries.size())} +
           *papers + eventLines(opened->history);
}

}

base::Result<QStringList> jobOutcome(JobDesk& desk, const std::vector<int>& citizens) {
    QStringList lines;
    for (const int citizen : citizens) {
        const auto rows = desk.dossiersOf(citizen);
        if (!rows)
            return base::fail(rows.error());
        lines.append(QStringLiteral("citizen %1").arg(citizen));
        for (const domain::ports::DossierRow& row : *rows) {
            const auto dossier = dossierLines(desk, row.id);
            if (!dossier)
                return base::fail(dossier.error());
            lines += *dossier;
        }
    }
    const auto book = desk.book();
    if (!book)
        return base::fail(book.error());
    for (const domain::BookEntry& entry : *book)
        lines.append(QStringLiteral("book %1 %2 %3 x%4 %5 %6")
                         .arg(entry.numberLabel, entry.applicant, entry.document)
                         .arg(entry.copies)
                         .arg(entry.fee)
                         .arg(entry.spoiledReason));
    lines.append(QStringLiteral("drafts %1").arg(desk.counter().intake().draft().drafts().size()));
    return lines;
}

}
