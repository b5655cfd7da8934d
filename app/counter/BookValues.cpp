#include "app/counter/PrintValues.h"

#include "app/domain/LegalDate.h"
#include "app/domain/Money.h"
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
        return entry.signer.title.isEmpty() ? entry.signer.name : entry.signer.name + QStringLiteral(", ") + entry.signer.title;
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

/// A spoiled row is struck through and says why in its last cell.
QJsonObject rowOf(const domain::JobBook& book, const domain::BookEntry& entry, const FactTypes& types) {
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
        if (spoiled && &column == &book.columns.back())
            cell.insert(QStringLiteral("spoiled"), entry.spoiledReason);
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

}

QJsonObject PrintValues::ofBook(const domain::JobBook& book, const domain::Volume& volume, const std::vector<domain::BookEntry>& entries) const {
    const domain::UnitSettings& unit = m_desk.settings();
    const FactTypes types = domain::factTypes(m_desk.jobs().ofBook(book.symbol));
    QJsonArray rows;
    int copies = 0;
    qint64 fees = 0;
    for (const domain::BookEntry& entry : entries) {
        rows.append(rowOf(book, entry, types));
        const bool counts = entry.spoiledReason.isEmpty();
        copies += counts ? entry.copies : 0;
        fees += counts ? entry.fee : 0;
    }
    const auto named = [](const QString& name, const char16_t* otherwise) { return name.isEmpty() ? QString::fromUtf16(otherwise) : name; };
    QJsonObject closing{{QStringLiteral("total"), volume.total()}, {QStringLiteral("totalName"), named(book.closing.numbers, u"số")}};
    if (hasColumn(book, "copies")) {
        closing.insert(QStringLiteral("copies"), copies);
        closing.insert(QStringLiteral("copiesName"), named(book.closing.copies, u"bản"));
    }
    if (hasColumn(book, "fee")) {
        closing.insert(QStringLiteral("fee"), domain::groupedNumber(fees) + QStringLiteral(" đồng"));
        closing.insert(QStringLiteral("feeName"), named(book.closing.fee, u"phí, lệ phí"));
    }
    if (volume.spoiled > 0)
        closing.insert(QStringLiteral("spoiled"), volume.spoiled);
    if (volume.closedOn.isValid()) {
        closing.insert(QStringLiteral("date"), domain::legalDate(volume.closedOn));
        closing.insert(QStringLiteral("signerTitle"), volume.closedBy.title);
        closing.insert(QStringLiteral("signerName"), volume.closedBy.name);
    }
    return {{QStringLiteral("parentAuthority"), unit.parentName}, {QStringLiteral("centre"), unit.name}, {QStringLiteral("title"), book.name},
        {QStringLiteral("volume"), volume.label()}, {QStringLiteral("year"), QString::number(volume.year)},
        {QStringLiteral("columns"), columnsOf(book)}, {QStringLiteral("entries"), rows}, {QStringLiteral("closing"), QJsonArray{closing}}};
}

}
