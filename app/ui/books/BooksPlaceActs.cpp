// What is done to the rows and to the book: spoiling, notes, files, the closing of the year.

#include "app/domain/PersonName.h"
#include "app/ui/books/BookModel.h"
#include "app/ui/books/BooksPlace.h"
#include "app/ui/books/ConfirmPanel.h"
#include "app/ui/books/KeeperCard.h"
#include "app/ui/books/RowNotePanel.h"
#include "app/ui/books/SpoilPanel.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/Banner.h"

#include <QComboBox>
#include <QFileDialog>
#include <QRegularExpression>
#include <QTableView>

#include <algorithm>

namespace motcua::ui {

namespace {

/// "NVA": the first letters of a name's words.
QString initialsOf(const QString& name) {
    QString initials;
    for (const QString& word : name.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        initials += word.front().toUpper();
    return initials;
}

const QString workbook = QStringLiteral(".xlsx");

}

/// Excel's format or PDF: by the name that is given.
void BooksPlace::askWhere() {
    if (!book())
        return;
    banner()->clear();
    QString name = book()->label();
    name.replace(QRegularExpression(QStringLiteral("[^\\w-]+")), QStringLiteral("-"));
    auto* dialog = new QFileDialog(this, tr("Save the book as a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({QStringLiteral("Excel (*.xlsx)"), QStringLiteral("PDF (*.pdf)")});
    dialog->setDefaultSuffix(QStringLiteral("xlsx"));
    connect(dialog, &QFileDialog::filterSelected, dialog,
        [dialog](const QString& chosen) { dialog->setDefaultSuffix(chosen.contains(workbook) ? QStringLiteral("xlsx") : QStringLiteral("pdf")); });
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, &BooksPlace::saveBook);
    dialog->open();
}

/// A workbook has the rows that are shown, a PDF the book as it is printed.
void BooksPlace::saveBook(const QString& path) {
    if (!book())
        return;
    if (path.endsWith(workbook, Qt::CaseInsensitive))
        told(m_desk.saving().start({*book(), m_model->filter(), path}), QString(), m_table);
    else
        told(m_desk.saveAsPdf(*book(), month(), path), tr("Saved: %1").arg(path), m_table);
}

/// "Ghi sai tên bản chính", in the words of the book's column.
QString BooksPlace::subjectIsWrong() const {
    for (const domain::BookColumn& column : m_model->columns())
        if (column.value == QLatin1String("subject")) {
            const QString label = column.label.isEmpty() ? column.title : words::inLanguage(column.label);
            return tr("Wrong %1").arg(label.left(1).toLower() + label.mid(1));
        }
    return tr("Wrong entry");
}

void BooksPlace::askSpoiling() {
    const domain::BookEntry* row = entry();
    if (!row)
        return;
    banner()->clear();
    leavePanels();
    const auto here = m_desk.dossierHere(row->volume, row->number).and_then([this](domain::DossierId id) { return m_counter.runner().dossier(id); });
    if (!here) {
        banner()->show(here.error());
        return;
    }
    m_spoiling->ask(QStringLiteral("spoil/%1/%2").arg(row->volume.toString()).arg(row->number),
        tr("Spoil number %1: why? The number stays in the book, struck through.").arg(row->numberLabel), tr("Spoil the number"),
        {{tr("Sheet spoilt in printing"), Spoilt::Sheet}, {tr("Sheet torn or stained"), Spoilt::Sheet}, {subjectIsWrong(), Spoilt::Row},
            {tr("Wrong number of copies"), Spoilt::Row}, {tr("Registered for the wrong person"), Spoilt::Row}},
        here->state == domain::State::HandedOver);
}

void BooksPlace::spoil(const QString& reason, bool again) {
    const domain::BookEntry* row = entry();
    if (!row)
        return;
    if (told(m_desk.holdSpoil(row->volume, row->number, reason, again), QString(), m_table))
        m_spoiling->settle();
}

void BooksPlace::askNote() {
    const domain::BookEntry* row = entry();
    if (!row || row->volume.isNull())
        return;
    banner()->clear();
    leavePanels();
    m_noting->ask(*row, initialsOf(m_counter.desk().account().name));
}

void BooksPlace::note(const domain::RowNote& note) {
    const domain::BookEntry* row = entry();
    if (!row || !told(m_desk.holdNote(row->volume, row->number, note), QString(), m_table))
        return;
    m_noting->hide();
    m_noting->clear();
}

/// At the year's end every volume of the book that is this desk's to close; before, the one that the chosen row is in.
std::vector<domain::Volume> BooksPlace::closing() const {
    if (!book())
        return {};
    std::vector<domain::Volume> volumes = m_desk.closable(*book());
    if (volumes.size() < 2 || m_desk.daysUntilClosing(volumes.front()) <= 0)
        return volumes;
    const domain::BookEntry* row = entry();
    const auto chosen = std::find_if(volumes.begin(), volumes.end(), [row](const domain::Volume& volume) { return row && volume.id == row->volume; });
    return {chosen == volumes.end() ? volumes.front() : *chosen};
}

void BooksPlace::askClosing() {
    const std::vector<domain::Volume> volumes = closing();
    if (volumes.empty())
        return;
    banner()->clear();
    leavePanels();
    const counter::BookOfYear part{book()->symbol, book()->year, volumes};
    const bool isEarly = m_desk.daysUntilClosing(volumes.front()) > 0;
    m_confirm->ask(
        isEarly ? tr("Close volume %1 before the end of the year?").arg(part.label()) : tr("Close volume %1 for the year?").arg(part.label()), {}, {},
        isEarly ? tr("Close the volume early") : tr("Close the volume"),
        isEarly ? tr("Why before 31 December? It is printed beside the closing.") : QString());
    sayClosing();
    // How many are out may have changed since it was told last.
    m_counter.numbers().ask();
}

/// What is closed, and what still stands in the way of it.
void BooksPlace::sayClosing() {
    const std::vector<domain::Volume> volumes = closing();
    if (m_confirm->isHidden() || volumes.empty())
        return;
    const counter::BookOfYear part{book()->symbol, book()->year, volumes};
    const std::vector<Fact> out = numbersOut(part);
    std::vector<Fact> facts = closingFacts(part);
    facts.insert(facts.end(), out.begin(), out.end());
    m_confirm->say(out.empty() ? closingWarning(part)
                               : tr("Numbers of this book are still out at other desks. They give them back by themselves where there is a line: on "
                                    "31 December after 16:30, or when the month that the numbers are of is over. It can be closed then."),
        facts, out.empty());
}

std::vector<Fact> BooksPlace::closingFacts(const counter::BookOfYear& part) const {
    std::vector<int> rows;
    for (int row = 0; row < m_model->all().size(); ++row)
        if (part.find(m_model->all().referenceOf(row).volume))
            rows.push_back(row);
    const counter::BookSums sums = m_model->all().sums(rows);
    std::vector<Fact> facts{
        {tr("Numbers taken"),
            part.total() > 0 ? tr("%1 (from %2 to %3)").arg(part.total()).arg(part.volumes.front().firstNumber).arg(part.volumes.back().lastNumber)
                             : QString::number(0)},
        {tr("Spoiled among them"), QString::number(part.spoiled())}};
    if (part.isUnits())
        facts.push_back({tr("Written off, not used"), QString::number(sums.writtenOff)});
    facts.push_back({tr("Copies"), QString::number(sums.copies)});
    facts.push_back({tr("Fees"), words::dong(sums.fees)});
    facts.push_back({tr("Confirmed by"), m_counter.desk().account().name});
    if (const int days = m_desk.daysUntilClosing(part.volumes.front()); days > 0)
        facts.push_back({tr("Days left in %1").arg(part.year), QString::number(days), Tone::Warning});
    const counter::NumbersLeft* here = part.isUnits() ? m_counter.numbers().leftOf(part.symbol) : nullptr;
    if (here && here->year == part.year && here->left > 0)
        facts.push_back({tr("This desk holds"), tr("%n number(s), which the closing gives back", nullptr, here->left)});
    return facts;
}

QString BooksPlace::closingWarning(const counter::BookOfYear& part) const {
    const QString closed = tr("A closed volume takes no more numbers. It can be taken back for 10 seconds.");
    if (m_desk.daysUntilClosing(part.volumes.front()) <= 0)
        return closed;
    if (part.isUnits())
        return tr("The unit's desks then give no numbers of this book until the province opens another volume.") + QLatin1Char(' ') + closed;
    return isLastHere(part.volumes)
               ? tr("This desk then gives no numbers of this book until the province grants it another volume.") + QLatin1Char(' ') + closed
               : closed;
}

/// Which other desks may still give numbers of it, and how many: before they come back its total cannot be stated.
std::vector<Fact> BooksPlace::numbersOut(const counter::BookOfYear& part) const {
    const protocol::RunStanding* run = part.isUnits() ? m_counter.numbers().runOf(part.symbol) : nullptr;
    std::vector<Fact> out;
    if (run && run->year == part.year)
        for (const protocol::DeskNumbers& desk : run->desks)
            if (desk.left + desk.kit > 0 && desk.station != m_counter.desk().station().toString())
                out.push_back({tr("%1 still holds").arg(desk.name), tr("%n number(s)", nullptr, desk.left + desk.kit), Tone::Warning});
    return out;
}

/// This desk has no other open volume of the book in its year.
bool BooksPlace::isLastHere(const std::vector<domain::Volume>& closing) const {
    return m_desk.closable(*book()).size() <= closing.size();
}

void BooksPlace::closeYear(const QString& reason) {
    const std::vector<domain::Volume> volumes = closing();
    if (!volumes.empty())
        told(m_desk.holdClosing({book()->symbol, book()->year, volumes}, reason), QString(), m_table);
}

}
