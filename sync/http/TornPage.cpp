#include "sync/http/TornPage.h"

#include "sync/protocol/JsonScanner.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace motcua::http::answers {

namespace {

/// The platform writes an item's cursor and kind before its body, and says after the items whether there are more.
std::optional<QJsonObject> headOf(const QByteArray& item) {
    static const QRegularExpression head(QStringLiteral("\\A\\{\"cursor\":([0-9]{1,15}),\"kind\":\"([a-z-]{1,64})\",\"body\":"));
    const auto match = head.match(QString::fromLatin1(item.left(200)));
    if (!match.hasMatch() || match.captured(2) == QLatin1String("record"))
        return std::nullopt;
    return QJsonObject{{QStringLiteral("cursor"), match.captured(1).toLongLong()}, {QStringLiteral("kind"), match.captured(2)},
        {QStringLiteral("body"), QJsonValue::Null}};
}

}

std::optional<QJsonObject> tornPage(const QByteArray& body) {
    const QByteArray start = "{\"items\":[";
    const qsizetype end = body.lastIndexOf("],\"more\":");
    if (!body.startsWith(start) || end < start.size() || !body.endsWith('}'))
        return std::nullopt;
    QJsonArray items;
    for (qsizetype at = start.size(); at < end;) {
        const QByteArray rest = QByteArray::fromRawData(body.constData() + at, end - at);
        protocol::JsonScanner scanner(rest);
        if (scanner.skipValue()) {
            const qsizetype length = scanner.position();
            items.append(QJsonDocument::fromJson(rest.left(length)).object());
            at += length + 1; // the comma
            continue;
        }
        const auto damaged = headOf(rest);
        if (!damaged)
            return std::nullopt;
        items.append(*damaged);
        return QJsonObject{{QStringLiteral("items"), items}, {QStringLiteral("more"), true}};
    }
    return std::nullopt;
}

}
