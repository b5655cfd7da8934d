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
    const auto row = std::find_if(
        rows.begin(), rows.end(), [&code](const ErrorRow& each) { return QString::fromLatin1(each.codes).split(QLatin1Char(' ')).contains(code); });
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

/// What a file is refused for, where its reason has words of its own.
QString preciseImport(const base::Error& error) {
    const QString reason = error.detail.value(QStringLiteral("reason"));
    if (error.code == QLatin1String("import.damaged") && (reason == QLatin1String("empty") || reason == QLatin1String("unreadable")))
        return QStringLiteral("import.") + reason;
    if (error.code == QLatin1String("import.unsupported") && reason == QLatin1String("password"))
        return QStringLiteral("import.locked");
    if (error.code == QLatin1String("import.unsupported") && error.detail.value(QStringLiteral("kind")) == QLatin1String("HEIC"))
        return QStringLiteral("import.heic");
    return error.code;
}

/// A login without tries left is locked; the journal says it with numbers.
base::Error precise(base::Error error) {
    if (error.code.startsWith(QLatin1String("import.")))
        error.code = preciseImport(error);
    const int seconds = error.detail.value(QStringLiteral("waitSeconds")).toInt();
    if (!error.code.startsWith(QLatin1String("unlock.")) || error.detail.value(QStringLiteral("triesLeft")) != QLatin1String("0") || seconds == 0)
        return error;
    error.code = QStringLiteral("unlock.locked");
    error.detail.insert(QStringLiteral("wait"), QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0')));
    return error;
}

}

bool hasErrorWords(const QString& code) {
    return find(code) != nullptr;
}

ErrorWords errorWords(const base::Error& told) {
    const base::Error error = precise(told);
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
