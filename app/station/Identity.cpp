#include "app/station/Identity.h"

#include <QJsonDocument>

namespace motcua::station {

namespace {

QString keyName() {
    return QStringLiteral("station-key");
}

QString cardName() {
    return QStringLiteral("station-card");
}

}

base::Outcome Identity::seal(journal::Secrets& secrets) const {
    return secrets.put(keyName(), key.bytes())
        .and_then([&](base::Done) { return secrets.put(QString::fromLatin1(journal::Secrets::platformKey), card.platformKey.toLatin1()); })
        .and_then([&](base::Done) { return secrets.put(cardName(), QJsonDocument(base::toJson(card)).toJson(QJsonDocument::Compact)); });
}

base::Result<Identity> Identity::unseal(const journal::Secrets& secrets) {
    if (!secrets.contains(cardName()))
        return base::fail(QStringLiteral("station.not-enrolled"));
    auto key = secrets.read(keyName());
    if (!key)
        return base::fail(key.error());
    const auto card = secrets.read(cardName());
    if (!card)
        return base::fail(card.error());
    Identity identity{base::fromJson<StationCard>(QJsonDocument::fromJson(*card).object()), *key};
    base::wipe(*key);
    return identity;
}

http::Credentials Identity::credentials() const {
    return {QUuid::fromString(card.station), QUrl(card.gateway), key, card.certificate.toLatin1(), card.authority.toLatin1(),
        card.platformKey.toLatin1()};
}

}
