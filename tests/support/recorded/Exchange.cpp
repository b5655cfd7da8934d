#include "tests/support/recorded/Exchange.h"

#include <QJsonArray>
#include <QStringList>

namespace motcua::test {

namespace {

QByteArray bodyIn(const QJsonObject& json) {
    const QJsonValue packed = json.value(QLatin1String("base64"));
    return packed.isString() ? QByteArray::fromBase64(packed.toString().toLatin1()) : json.value(QLatin1String("body")).toString().toUtf8();
}

QMap<QByteArray, QByteArray> headersIn(const QJsonObject& json) {
    QMap<QByteArray, QByteArray> headers;
    const QJsonObject named = json.value(QLatin1String("headers")).toObject();
    for (const QString& name : named.keys())
        headers.insert(name.toLatin1(), named.value(name).toString().toLatin1());
    return headers;
}

}

Exchange Exchange::of(const QJsonObject& json) {
    Exchange exchange;
    exchange.station = json.value(QLatin1String("station")).toString();
    exchange.at = json.value(QLatin1String("at")).toInteger();
    for (const QJsonValue& word : json.value(QLatin1String("command")).toArray())
        exchange.command << word.toString();
    const QJsonObject request = json.value(QLatin1String("request")).toObject();
    exchange.method = request.value(QLatin1String("method")).toString().toLatin1();
    exchange.target = request.value(QLatin1String("target")).toString().toLatin1();
    exchange.headers = headersIn(request);
    exchange.body = bodyIn(request);
    const QJsonObject response = json.value(QLatin1String("response")).toObject();
    exchange.status = response.value(QLatin1String("status")).toInt();
    exchange.answerHeaders = headersIn(response);
    exchange.answer = bodyIn(response);
    return exchange;
}

}
