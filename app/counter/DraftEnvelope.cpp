#include "app/counter/DraftEnvelope.h"

#include <QJsonDocument>

namespace motcua::counter {

namespace {

QLatin1String nameOf(DraftOf kind) {
    switch (kind) {
    case DraftOf::Intake:
        return QLatin1String("intake");
    case DraftOf::Supplement:
        return QLatin1String("supplement");
    case DraftOf::Jottings:
        return QLatin1String("jottings");
    case DraftOf::HeldAct:
        return QLatin1String("held-act");
    case DraftOf::Unprinted:
        return QLatin1String("unprinted");
    case DraftOf::Printing:
        return QLatin1String("printing");
    case DraftOf::Visit:
        return QLatin1String("visit");
    }
    Q_UNREACHABLE();
}

}

QByteArray toDraftContent(DraftOf kind, const QJsonObject& body) {
    return QJsonDocument(QJsonObject{{QStringLiteral("of"), nameOf(kind)}, {QStringLiteral("body"), body}}).toJson(QJsonDocument::Compact);
}

std::optional<QJsonObject> fromDraftContent(DraftOf kind, const QByteArray& content) {
    const QJsonObject envelope = QJsonDocument::fromJson(content).object();
    const QJsonValue body = envelope.value(QLatin1String("body"));
    if (envelope.value(QLatin1String("of")).toString() != nameOf(kind) || !body.isObject())
        return {};
    return body.toObject();
}

}
