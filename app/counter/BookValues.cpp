#include "app/counter/PrintValues.h"

#include "app/domain/LegalDate.h"
#include "app/domain/Money.h"
#include "app/domain/OfficeName.h"
#include "app/domain/PersonName.h"
#include "app/domain/SigningWords.h"
#include "app/domain/jobs/FactText.h"
#include "app/domain/jobs/Jobs.h"

#include <QJsonArray>

#include <algorithm>

namespace motcua::counter {

namespace {

using FactTypes = QHash<QString, domain::FactType>;

QString textOf(const domain::BookColumn& column, const domain::BookEntry& entry, const FactTypes& types) {
    const QString& value = column.value;
    if (value == QLatin1String("number"))
        return entry.numberLabel;
    if (value == QLatin1String("date"))
        return entry.date.toString(QStringLiteral("dd/MM/yyyy"));
    if (value == QLatin1String("applicant"))
        return entry.applicant;
    if (value == QLatin1String("subject"))
        return entry.document;
    if (value == QLatin1String("signer"))
        return domain::signerInBook(entry.signer);
    // Written off: there is nobody and nothing that it stands for.
    if (entry.volume.isNull())
        return {};
    if (value == QLatin1String("copies"))
        return QString::number(entry.copies);
    if (value == QLatin1String("fee"))
        return domain::groupedNumber(entry.fee);
    if (value == QLatin1String("remark"))
        return entry.remark;
    const QString fact = value.mid(5); // fact:NAME
    const QJsonValue said = entry.columns.value(fact);
    return said.isUndefined() ? QString() : domain::factText(domain::typeOf(types, fact, said), said);
}

/// A spoiled row is struck through and says in its last cell why, and which number took its place.
QJsonObject rowOf(const BookPrint& print, const domain::BookEntry& entry, const FactTypes& types) {
    const domain::JobBook& book = print.book;
    const bool spoiled = !entry.spoiledReason.isEmpty();
    QJsonArray cells;
    for (const domain::BookColumn& column : book.columns) {
        QJsonObject cell{{QStringLiteral("struck"), spoiled}};
        if (const QString text = textOf(column, entry, types); !text.isEmpty())
            cell.insert(QStringLiteral("text"), text);
        if (column.value == QLatin1String("fee"))
            cell.insert(QStringLiteral("right"), true);
        else if (column.value == QLatin1String("number") || column.value == QLatin1String("date") || column.value == QLatin1String("copies"))
            cell.insert(QStringLiteral("middle"), true);
        if (spoiled && &column == &book.columns.back()) {
            const QString instead = print.replacements.value(entry.number);
            cell.insert(
                QStringLiteral("spoiled"), instead.isEmpty() ? entry.spoiledReason : entry.spoiledReason + QStringLiteral("; thay bằng ") + instead);
            if (const QString struck = print.spoilings.value(entry.number); !struck.isEmpty())
                cell.insert(QStringLiteral("spoiledBy"), struck);
        }
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

bool isOf(const domain::BookEntry& entry, QDate month) {
    return !month.isValid() || (entry.date.year() == month.year() && entry.date.month() == month.month());
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
    const QString label = print.volume.label();
    return print.month.isValid() ? QStringLiteral("%1, tháng %2").arg(label).arg(print.month.month(), 2, 10, QLatin1Char('0')) : label;
}

struct Sums {
    int total = 0;
    int spoiled = 0;
    int copies = 0;
    qint64 fees = 0;
};

QJsonObject closingOf(const BookPrint& print, const Sums& sums) {
    const domain::JobBook& book = print.book;
    const domain::Volume& volume = print.volume;
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
    if (print.month.isValid() || !volume.closedOn.isValid())
        return closing;
    if (!volume.closedWhy.isEmpty())
        closing.insert(QStringLiteral("why"), volume.closedWhy);
    closing.insert(QStringLiteral("date"), domain::legalDate(volume.closedOn));
    closing.insert(QStringLiteral("signerTitle"), domain::tiedOfficeName(volume.closedBy.title));
    closing.insert(QStringLiteral("signerName"), domain::wholeName(volume.closedBy.name));
    const QStringList capacity = domain::capacityOf(volume.closedBy);
    if (!capacity.isEmpty())
        closing.insert(QStringLiteral("capacity"), domain::tiedOfficeName(capacity.front()));
    if (capacity.size() > 1)
        closing.insert(QStringLiteral("acting"), domain::tiedOfficeName(capacity[1]));
    return closing;
}

/// Mở sổ, khóa sổ (notes of Mẫu 21, NĐ 280/2025/NĐ-CP): a book that a computer keeps is opened by its first row.
QJsonObject coverOf(const BookPrint& print) {
    QJsonObject cover;
    if (!print.entries.empty())
        cover.insert(QStringLiteral("opened"), domain::legalDate(print.entries.front().date));
    if (print.volume.closedOn.isValid())
        cover.insert(QStringLiteral("closed"), domain::legalDate(print.volume.closedOn));
    return cover;
}

}

QJsonObject PrintValues::ofBook(const BookPrint& print) const {
    const domain::UnitSettings& unit = m_desk.settings();
    const FactTypes types = domain::factTypes(m_desk.jobs().ofBook(print.book.symbol));
    const domain::Volume& volume = print.volume;
    QJsonArray rows;
    Sums sums;
    for (const domain::BookEntry& entry : print.entries) {
        if (!isOf(entry, print.month))
            continue;
        rows.append(rowOf(print, entry, types));
        if (entry.volume.isNull())
            continue; // written off: of nobody
        const bool counts = entry.spoiledReason.isEmpty();
        ++sums.total;
        sums.spoiled += counts ? 0 : 1;
        sums.copies += counts ? entry.copies : 0;
        sums.fees += counts ? entry.fee : 0;
    }
    // The whole volume's own count is what was stated at its closing.
    if (!print.month.isValid()) {
        sums.total = volume.total();
        sums.spoiled = volume.spoiled;
    }
    QJsonObject values{{QStringLiteral("parentAuthority"), domain::tiedOfficeName(unit.parentName)},
        {QStringLiteral("centre"), domain::tiedOfficeName(unit.name)}, {QStringLiteral("title"), print.book.name},
        {QStringLiteral("volume"), volume.label()}, {QStringLiteral("mark"), markOf(print)}, {QStringLiteral("year"), QString::number(volume.year)},
        {QStringLiteral("columns"), columnsOf(print.book)}, {QStringLiteral("entries"), rows},
        {QStringLiteral("closing"), QJsonArray{closingOf(print, sums)}}};
    if (print.month.isValid())
        values.insert(QStringLiteral("month"), monthLabel(print.month));
    else
        values.insert(QStringLiteral("cover"), QJsonArray{coverOf(print)});
    return values;
}

}
