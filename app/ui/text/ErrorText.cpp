#include "app/ui/text/ErrorText.h"

#include "app/ui/text/ErrorTable.h"
#include "app/ui/text/FieldWords.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace motcua::ui {

namespace {

const ErrorRow* find(const QString& code) {
    const auto rows = errorTable();
    const auto row = std::find_if(rows.begin(), rows.end(), [&code](const ErrorRow& each) {
        return QString::fromLatin1(each.codes).split(QLatin1Char(' ')).contains(code);
    });
    return row == rows.end() ? nullptr : &*row;
}

QString fill(const char* source, const base::Error& error) {
    if (!*source)
        return {};
    QString text = QCoreApplication::translate("motcua::ui", source);
    for (auto detail = error.detail.cbegin(); detail != error.detail.cend(); ++detail)
        text.replace(QLatin1Char('{') + detail.key() + QLatin1Char('}'), detail.value());
    text.replace(QStringLiteral("{part}"), partWords(error.detail.value(QStringLiteral("field"))));
    text.replace(QStringLiteral("{code}"), error.code);
    // An older platform may have left a detail out.
    static const QRegularExpression unsaid(QStringLiteral("\\{[a-zA-Z]+\\}"));
    return text.replace(unsaid, QStringLiteral("–"));
}

}

bool hasErrorWords(const QString& code) {
    return find(code) != nullptr;
}

ErrorWords errorWords(const base::Error& error) {
    const ErrorRow* row = find(error.code);
    if (!row && error.cause && find(error.cause->code))
        return errorWords(*error.cause);
    if (!row)
        row = find(QStringLiteral("unexpected"));
    return {fill(row->what, error), fill(row->kept, error), fill(row->next, error), row->tone};
}

QString errorLine(const base::Error& error) {
    const ErrorWords words = errorWords(error);
    QStringList parts{words.what, words.kept, words.next};
    parts.removeAll(QString());
    return parts.join(QLatin1Char(' '));
}

}
