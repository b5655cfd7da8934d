#include "app/paper/ListText.h"

#include <QRegularExpression>

namespace motcua::paper {

namespace {

constexpr char tableEnd[] = "</table>";
constexpr char rowBegin[] = "<tr";

}

std::optional<ListText> ListText::in(const QString& text) {
    static const QRegularExpression opening(
        QStringLiteral(R"re(<table[^>]*style="[^">]*"[^>]*>\s*<thead>.*?</thead>)re"), QRegularExpression::DotMatchesEverythingOption);
    const auto match = opening.match(text);
    const qsizetype end = match.hasMatch() ? text.indexOf(QLatin1String(tableEnd), match.capturedEnd()) : -1;
    if (end < 0)
        return std::nullopt;
    ListText list;
    list.before = text.left(match.capturedStart());
    list.head = match.captured();
    list.after = text.sliced(end);
    const QStringView body = QStringView(text).left(end);
    for (qsizetype row = body.indexOf(QLatin1String(rowBegin), match.capturedEnd()); row >= 0;) {
        const qsizetype next = body.indexOf(QLatin1String(rowBegin), row + 1);
        list.rows.push_back(body.sliced(row, (next < 0 ? end : next) - row));
        row = next;
    }
    return list;
}

QString ListText::rowsOf(size_t first, size_t last) const {
    QString text;
    for (size_t row = first; row < last; ++row)
        text += rows[row];
    return text;
}

QString ListText::headAgain(const QString& style) const {
    static const QRegularExpression own(QStringLiteral(R"re(\A<table[^>]*style="[^">]*)re"));
    QString again = head;
    const auto match = own.match(again);
    return again.insert(match.capturedEnd(), QStringLiteral("; margin-top: 0px") + style);
}

QString ListText::styles() const {
    static const QRegularExpression sheet(QStringLiteral("<style\\b[^>]*>.*?</style>"), QRegularExpression::DotMatchesEverythingOption);
    QString text;
    for (auto sheets = sheet.globalMatch(before); sheets.hasNext();)
        text += sheets.next().captured();
    return text;
}

}
