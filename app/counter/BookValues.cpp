#include "app/counter/BookCells.h"
#include "app/counter/PrintValues.h"

#include "app/domain/LegalDate.h"
#include "app/domain/Money.h"
#include "app/domain/OfficeName.h"
#include "app/domain/PersonName.h"
#include "app/domain/SigningWords.h"
#include "app/domain/jobs/Jobs.h"

#include <QJsonArray>

#include <algorithm>

namespace motcua::counter {

namespace {

QString foundIn(const std::map<BookPrint::Row, QString>& words, const domain::BookEntry& entry) {
    const auto found = words.find({entry.volume, entry.number});
    return found == words.end() ? QString() : found->second;
}

QString notesOf(const domain::BookEntry& entry) {
    QStringList notes;
    for (const domain::RowNote& note : entry.notes)
        notes << noteWords(note);
    return notes.join(QStringLiteral(". ")) + QLatin1Char('.');
}

/// A spoiled row is struck through and says in its last cell why, and which number took its place. What was noted since stands there too.
QJsonObject rowOf(const BookPrint& print, const domain::BookEntry& entry, const BookCells& words) {
    const domain::JobBook& book = print.book;
    const bool spoiled = !entry.spoiledReason.isEmpty();
    QJsonArray cells;
    for (const domain::BookColumn& column : book.columns) {
        QJsonObject cell{{QStringLiteral("struck"), spoiled}};
        if (const QString text = words.text(column, entry); !text.isEmpty())
            cell.insert(QStringLiteral("text"), text);
        if (column.value == QLatin1String("fee"))
            cell.insert(QStringLiteral("right"), true);
        else if (column.value == QLatin1String("number") || column.value == QLatin1String("date") || column.value == QLatin1String("copies"))
            cell.insert(QStringLiteral("middle"), true);
        const bool isLast = &column == &book.columns.back();
        if (isLast && entry.volume.isNull()) {
            cell.insert(QStringLiteral("writtenOff"), QStringLiteral("ngày %1: %2").arg(words.day(entry.date), entry.spoiledReason));
        } else if (spoiled && isLast) {
            const QString instead = foundIn(print.replacements, entry);
            cell.insert(
                QStringLiteral("spoiled"), instead.isEmpty() ? entry.spoiledReason : entry.spoiledReason + QStringLiteral("; thay bằng ") + instead);
            if (const QString struck = foundIn(print.spoilings, entry); !struck.isEmpty())
                cell.insert(QStringLiteral("spoiledBy"), struck);
        }
        if (!entry.notes.empty() && isLast)
            cell.insert(QStringLiteral("noted"), notesOf(entry));
        cells.append(cell);
    }
    return {{QStringLiteral("cells"), cells}};
}

/// Their widths are whole parts of a hundred: each ends where it should, as near as that comes.
QJsonArray columnsOf(const domain::JobBook& book) {
    int whole = 0;
    for (const domain::BookColumn& column : book.columns)
        whole += column.width;
    QJsonArray columns;
    int upTo = 0;
    int used = 0;
    for (const domain::BookColumn& column : book.columns) {
        upTo += column.width;
        const int end = (200 * upTo + whole) / (2 * qMax(whole, 1));
        columns.append(QJsonObject{{QStringLiteral("title"), column.title}, {QStringLiteral("width"), end - used}});
        used = end;
    }
    return columns;
}

bool hasColumn(const domain::JobBook& book, const char* value) {
    return std::any_of(
        book.columns.begin(), book.columns.end(), [&](const domain::BookColumn& column) { return column.value == QLatin1String(value); });
}

bool isOf(QDate day, QDate month) {
    return !month.isValid() || (day.year() == month.year() && day.month() == month.month());
}

QString named(const QString& name, const char16_t* otherwise) {
    return name.isEmpty() ? QString::fromUtf16(otherwise) : name;
}

/// "01" to "12": as a month stands on legal paper.
QString monthLabel(QDate month) {
    return QStringLiteral("%1 năm %2").arg(month.month(), 2, 10, QLatin1Char('0')).arg(month.year());
}

/// Which print a loose sheet belongs to: the months' prints are bound into one book.
QString markOf(const BookPrint& print) {
    const QString label = print.year.label();
    return print.month.isValid() ? QStringLiteral("%1, tháng %2").arg(label).arg(print.month.month(), 2, 10, QLatin1Char('0')) : label;
}

struct Sums {
    int total = 0;
    int spoiled = 0;
    int writtenOff = 0;
    int copies = 0;
    qint64 fees = 0;
};

QJsonObject closingOf(const BookPrint& print, const Sums& sums) {
    const domain::JobBook& book = print.book;
    QJsonObject closing{{QStringLiteral("total"), sums.total}, {QStringLiteral("totalName"), named(book.closing.numbers, u"số")}};
    if (hasColumn(book, "copies")) {
        closing.insert(QStringLiteral("copies"), sums.copies);
        closing.insert(QStringLiteral("copiesName"), named(book.closing.copies, u"bản"));
    }
    if (hasColumn(book, "fee")) {
        closing.insert(QStringLiteral("fee"), domain::groupedNumber(sums.fees) + QChar(QChar::Nbsp) + QStringLiteral("đồng"));
        closing.insert(QStringLiteral("feeName"), named(book.closing.fee, u"phí, lệ phí"));
    }
    if (sums.spoiled > 0)
        closing.insert(QStringLiteral("spoiled"), sums.spoiled);
    if (sums.writtenOff > 0)
        closing.insert(QStringLiteral("writtenOff"), sums.writtenOff);
    // Closed with the last of its volumes.
    const domain::Volume& volume = print.year.volumes.back();
    if (print.month.isValid() || !print.year.closedOn().isValid())
        return closing;
    if (!volume.closedWhy.isEmpty())
        closing.insert(QStringLiteral("why"), volume.closedWhy);
    closing.insert(QStringLiteral("date"), domain::legalDate(print.year.closedOn()));
    closing.insert(QStringLiteral("signerTitle"), domain::tiedOfficeName(volume.closedBy.title));
    closing.insert(QStringLiteral("signerName"), domain::wholeName(volume.closedBy.name));
    const QStringList capacity = domain::capacityOf(volume.closedBy);
    if (!capacity.isEmpty())
        closing.insert(QStringLiteral("capacity"), domain::tiedOfficeName(capacity.front()));
    if (capacity.size() > 1)
        closing.insert(QStringLiteral("acting"), domain::tiedOfficeName(capacity[1]));
    return closing;
}

/// Mở sổ, khóa sổ (notes of Mẫu 21, NĐ 280/2025/NĐ-CP): a book that a computer keeps is opened on the first day of its use, whichever volume that
/// was.
QJsonObject coverOf(const BookPrint& print) {
    QJsonObject cover;
    QDate opened;
    for (const domain::BookEntry& entry : print.entries)
        if (!entry.volume.isNull() && (!opened.isValid() || entry.date < opened))
            opened = entry.date;
    if (opened.isValid())
        cover.insert(QStringLiteral("opened"), domain::legalDate(opened));
    if (print.year.closedOn().isValid())
        cover.insert(QStringLiteral("closed"), domain::legalDate(print.year.closedOn()));
    return cover;
}

}

QJsonObject PrintValues::ofBook(const BookPrint& print) const {
    const domain::UnitSettings& unit = m_desk.settings();
    const BookCells words(print.job, print.year.hasSeveral());
    QJsonArray rows;
    Sums sums;
    for (const domain::BookEntry& entry : print.entries) {
        if (!isOf(entry.date, print.month))
            continue;
        rows.append(rowOf(print, entry, words));
        if (entry.volume.isNull())
            continue; // written off: of nobody
        const bool counts = entry.spoiledReason.isEmpty();
        ++sums.total;
        sums.spoiled += counts ? 0 : 1;
        sums.copies += counts ? entry.copies : 0;
        sums.fees += counts ? entry.fee : 0;
    }
    for (const domain::OffRow& row : print.writtenOff)
        if (isOf(row.day, print.month))
            sums.writtenOff += row.range.count();
    // The volumes' own counts are what was stated at their closings.
    if (!print.month.isValid()) {
        sums.total = print.year.total();
        sums.spoiled = print.year.spoiled();
    }
    QJsonObject values{{QStringLiteral("parentAuthority"), domain::tiedOfficeName(unit.parentName)},
        {QStringLiteral("centre"), domain::tiedOfficeName(unit.name)}, {QStringLiteral("title"), print.book.name},
        {QStringLiteral("volume"), print.year.label()}, {QStringLiteral("mark"), markOf(print)},
        {QStringLiteral("year"), QString::number(print.year.year)}, {QStringLiteral("columns"), columnsOf(print.book)},
        {QStringLiteral("entries"), rows}, {QStringLiteral("closing"), QJsonArray{closingOf(print, sums)}}};
    if (print.month.isValid())
        values.insert(QStringLiteral("month"), monthLabel(print.month));
    else
        values.insert(QStringLiteral("cover"), QJsonArray{coverOf(print)});
    return values;
}

}
