#include "app/counter/PrintValues.h"

#include "app/base/StrictJson.h"
#include "app/domain/LegalDate.h"
#include "app/domain/Money.h"

#include <QJsonArray>

namespace motcua::counter {

namespace {

QString factText(const QJsonValue& fact) {
    if (fact.isBool())
        return fact.toBool() ? QStringLiteral("Có") : QStringLiteral("Không");
    const QString text = fact.toVariant().toString();
    return fact.isString() && base::isExactDate(text) ? QDate::fromString(text, Qt::ISODate).toString(QStringLiteral("dd/MM/yyyy")) : text;
}

QString textOf(const domain::BookColumn& column, const domain::BookEntry& entry) {
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
        return QStringList{entry.signer.name, entry.signer.title}.join(QStringLiteral(", "));
    if (value == QLatin1String("copies"))
        return QString::number(entry.copies);
    if (value == QLatin1String("fee"))
        return domain::groupedNumber(entry.fee);
    if (value == QLatin1String("remark"))
        return entry.remark;
    return factText(entry.columns.value(value.mid(5))); // fact:NAME
}

/// A spoiled row is struck through and says why in its last cell.
QJsonObject rowOf(const domain::JobBook& book, const domain::BookEntry& entry) {
    const bool spoiled = !entry.spoiledReason.isEmpty();
    QJsonArray cells;
    for (const domain::BookColumn& column : book.columns) {
        QJsonObject cell{{QStringLiteral("struck"), spoiled}};
        if (const QString text = textOf(column, entry); !text.isEmpty())
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

QJsonArray columnsOf(const domain::JobBook& book) {
    int whole = 0;
    for (const domain::BookColumn& column : book.columns)
        whole += column.width;
    QJsonArray columns;
    for (const domain::BookColumn& column : book.columns)
        columns.append(QJsonObject{{QStringLiteral("title"), column.title}, {QStringLiteral("width"), column.width * 100 / qMax(whole, 1)}});
    return columns;
}

}

QJsonObject PrintValues::ofBook(const domain::JobBook& book, const domain::Volume& volume, const std::vector<domain::BookEntry>& entries) const {
    const domain::UnitSettings& unit = m_desk.settings();
    QJsonArray rows;
    int copies = 0;
    qint64 fees = 0;
    for (const domain::BookEntry& entry : entries) {
        rows.append(rowOf(book, entry));
        const bool counts = entry.spoiledReason.isEmpty();
        copies += counts ? entry.copies : 0;
        fees += counts ? entry.fee : 0;
    }
    QJsonObject closing{{QStringLiteral("total"), volume.total()}, {QStringLiteral("copies"), copies},
        {QStringLiteral("fee"), domain::groupedNumber(fees) + QStringLiteral(" đồng")}};
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
