#include "app/counter/BookCells.h"

#include "app/domain/Money.h"
#include "app/domain/SigningWords.h"

#include <algorithm>

namespace motcua::counter {

namespace {

using domain::BookColumn;
using domain::BookEntry;

const QString dayForm = QStringLiteral("dd/MM/yyyy");

bool is(const BookColumn& column, const char* value) {
    return column.value == QLatin1String(value);
}

}

QString keyOf(const BookColumn& column) {
    constexpr auto fact = QLatin1String("fact:");
    if (column.value.startsWith(fact))
        return column.value.mid(fact.size());
    constexpr const char* own[] = {"number", "date", "applicant", "subject", "signer", "copies", "fee", "remark"};
    return std::any_of(std::begin(own), std::end(own), [&](const char* value) { return is(column, value); }) ? QString() : column.value;
}

QString numberIn(const BookEntry& entry, bool several) {
    const QString volume = entry.volumeLabel.section(QLatin1Char('/'), 0, 0);
    return several && !volume.isEmpty() ? QStringLiteral("%1 (quyển %2)").arg(entry.numberLabel, volume) : entry.numberLabel;
}

QString noteWords(const domain::RowNote& note) {
    const QString kind = note.kind == domain::NoteKind::Amended     ? QStringLiteral("Sửa đổi, bổ sung")
                         : note.kind == domain::NoteKind::Corrected ? QStringLiteral("Đính chính")
                                                                    : QStringLiteral("Ghi chú");
    QString words = QStringLiteral("%1 %2: %3").arg(kind, note.date.toString(dayForm), note.words);
    if (!note.ground.isEmpty())
        words += QStringLiteral(" (%1)").arg(note.ground);
    words += QStringLiteral("; ") + domain::signerInBook(note.signer);
    return note.initials.isEmpty() ? words : words + QStringLiteral("; ký tắt: ") + note.initials;
}

QStringList besides(const BookEntry& entry) {
    QStringList words;
    if (entry.volume.isNull())
        words << QStringLiteral("Bỏ ngày %1: %2").arg(entry.date.toString(dayForm), entry.spoiledReason);
    else if (!entry.spoiledReason.isEmpty())
        words << QStringLiteral("Hủy: ") + entry.spoiledReason;
    for (const domain::RowNote& note : entry.notes)
        words << noteWords(note);
    return words;
}

QString BookCells::day(QDate date) {
    return date.toString(dayForm);
}

QString BookCells::text(const BookColumn& column, const BookEntry& entry) const {
    if (is(column, "number"))
        return numberIn(entry, m_several);
    if (is(column, "date"))
        return entry.date.toString(dayForm);
    if (is(column, "applicant"))
        return entry.applicant;
    if (is(column, "subject"))
        return entry.document;
    if (is(column, "signer"))
        return domain::signerInBook(entry.signer);
    // Written off: there is nobody and nothing that it stands for.
    if (entry.volume.isNull())
        return {};
    if (is(column, "copies"))
        return QString::number(entry.copies);
    if (is(column, "fee"))
        return domain::groupedNumber(entry.fee);
    if (is(column, "remark"))
        return entry.remark;
    const QString fact = keyOf(column);
    const QJsonValue said = entry.columns.value(fact);
    return said.isUndefined() ? QString() : domain::factText(domain::typeOf(m_types, fact, said), said);
}

QVariant BookCells::value(const BookColumn& column, const BookEntry& entry) const {
    if (is(column, "date"))
        return entry.date.isValid() ? QVariant(entry.date) : QVariant();
    if (!entry.volume.isNull()) {
        if (is(column, "number") && !m_several)
            return entry.number;
        if (is(column, "copies"))
            return entry.copies;
        if (is(column, "fee"))
            return entry.fee;
        if (const QJsonValue said = entry.columns.value(keyOf(column)); said.isDouble())
            return said.toInteger();
    }
    const QString words = text(column, entry);
    return words.isEmpty() ? QVariant() : QVariant(words);
}

QString BookCells::allWords(const std::vector<BookColumn>& columns, const BookEntry& entry) const {
    QStringList words;
    for (const BookColumn& column : columns)
        words << text(column, entry);
    return (words << besides(entry)).join(QLatin1Char('\n'));
}

}
