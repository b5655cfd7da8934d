#include "Traffic.h"

#include "Files.h"

#include "tests/support/line/HttpText.h"

#include <QJsonArray>
#include <QStringDecoder>

namespace motcua::recorder {

namespace {

/// Of the connection, not of the message; a replay makes its own.
bool isOfTheConnection(const QByteArray& name) {
    return name == "connection" || name == "keep-alive" || name == "host" || name == "content-length";
}

QMap<QByteArray, QByteArray> headersIn(const QByteArray& head) {
    QMap<QByteArray, QByteArray> headers;
    const QList<QByteArray> lines = head.trimmed().split('\n');
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (const QByteArray name = line.left(colon).toLower(); !isOfTheConnection(name))
            headers.insert(name, line.mid(colon + 1).trimmed());
    }
    return headers;
}

/// Text as it is, anything else in base64.
void putBody(QJsonObject& side, const QByteArray& body) {
    if (body.isEmpty())
        return;
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(body);
    if (decoder.hasError())
        side.insert(QStringLiteral("base64"), QString::fromLatin1(body.toBase64()));
    else
        side.insert(QStringLiteral("body"), text);
}

QJsonObject jsonOf(const QMap<QByteArray, QByteArray>& headers) {
    QJsonObject json;
    for (auto it = headers.cbegin(); it != headers.cend(); ++it)
        json.insert(QString::fromLatin1(it.key()), QString::fromUtf8(it.value()));
    return json;
}

}

Exchange Exchange::of(const QByteArray& request, const QByteArray& response) {
    Exchange exchange;
    const qsizetype requestHead = test::headSize(request);
    const qsizetype responseHead = test::headSize(response);
    const QList<QByteArray> words = request.left(request.indexOf("\r\n")).split(' ');
    exchange.method = words.value(0);
    exchange.target = words.value(1);
    exchange.requestHeaders = headersIn(request.left(requestHead));
    exchange.requestBody = request.mid(requestHead);
    exchange.status = response.split(' ').value(1).toInt();
    exchange.responseHeaders = headersIn(response.left(responseHead));
    exchange.responseBody = response.mid(responseHead);
    return exchange;
}

size_t Traffic::reserve() {
    const std::lock_guard lock(m_mutex);
    m_entries.emplace_back();
    return m_entries.size() - 1;
}

void Traffic::put(size_t place, const Exchange& exchange) {
    QJsonObject request{{QStringLiteral("method"), QString::fromLatin1(exchange.method)},
        {QStringLiteral("target"), QString::fromLatin1(exchange.target)}, {QStringLiteral("headers"), jsonOf(exchange.requestHeaders)}};
    putBody(request, exchange.requestBody);
    QJsonObject response{{QStringLiteral("status"), exchange.status}, {QStringLiteral("headers"), jsonOf(exchange.responseHeaders)}};
    putBody(response, exchange.responseBody);
    const std::lock_guard lock(m_mutex);
    // Asked before clear(): of the part that is over.
    if (place < m_entries.size())
        m_entries[place] = {{QStringLiteral("station"), exchange.station}, {QStringLiteral("at"), exchange.at}, {QStringLiteral("request"), request},
            {QStringLiteral("response"), response}};
}

void Traffic::addCommand(qint64 at, const QStringList& words) {
    const std::lock_guard lock(m_mutex);
    m_entries.push_back({{QStringLiteral("at"), at}, {QStringLiteral("command"), QJsonArray::fromStringList(words)}});
}

void Traffic::save(const QString& path) const {
    const std::lock_guard lock(m_mutex);
    QJsonArray exchanges;
    for (const QJsonObject& entry : m_entries)
        if (!entry.isEmpty())
            exchanges.append(entry);
    saveJson(path, {{QStringLiteral("exchanges"), exchanges}});
}

QByteArray Traffic::lastBody(const char* station, const char* path) const {
    const std::lock_guard lock(m_mutex);
    QString body;
    for (const QJsonObject& entry : m_entries) {
        const QJsonValue request = entry.value(QLatin1String("request"));
        if (entry.value(QLatin1String("station")).toString() == QLatin1String(station) &&
            request[QLatin1String("target")].toString() == QLatin1String(path))
            body = request[QLatin1String("body")].toString();
    }
    return body.toUtf8();
}

void Traffic::clear() {
    const std::lock_guard lock(m_mutex);
    m_entries.clear();
}

}
