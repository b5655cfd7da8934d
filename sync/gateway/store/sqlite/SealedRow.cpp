#include "sync/gateway/store/sqlite/SealedRow.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace motcua::gateway::sealedrow {

vault::Place placeOfRecord(const QUuid& station, qint64 seq) {
    return vault::Place("record").of(station).of(seq);
}

vault::Place placeOfItem(qint64 cursor) {
    return vault::Place("item").of(cursor);
}

vault::Place placeOfVolume(const QUuid& volume) {
    return vault::Place("volume").of(volume);
}

vault::Place placeOfUnit(const QString& code) {
    return vault::Place("unit").of(QByteArrayView(code.toUtf8()));
}

vault::Place placeOfDeskCode(const QByteArray& hash) {
    return vault::Place("desk-code").of(QByteArrayView(hash));
}

vault::Place placeOfPersonCode(const QByteArray& hash) {
    return vault::Place("person-code").of(QByteArrayView(hash));
}

vault::Place placeOfUpload(const QUuid& id) {
    return vault::Place("upload").of(id);
}

QByteArray packed(const RecordContent& content) {
    QByteArray plain;
    plain.reserve(1 + content.salt.size() + content.payload.size());
    return plain.append(static_cast<char>(content.salt.size())).append(content.salt).append(content.payload);
}

RecordContent unpacked(const QByteArray& plain) {
    const qsizetype size = plain.isEmpty() ? 0 : static_cast<unsigned char>(plain.front());
    return size + 1 > plain.size() ? RecordContent() : RecordContent{plain.mid(1, size), plain.mid(1 + size)};
}

base::Result<QByteArray> opened(const vault::Vault& vault, const QByteArray& sealed, const vault::Place& place) {
    auto plain = vault.open(sealed, place);
    if (!plain)
        return base::fail(base::Error{QStringLiteral("sqlite.corrupt")}.causedBy(plain.error()));
    return plain;
}

base::Result<QByteArray> sealedRecord(const vault::Vault& vault, const protocol::Record& record) {
    return vault.seal(packed({record.salt, record.payload}), placeOfRecord(record.header.station, record.header.seq));
}

RecordContent recordContent(const vault::Vault& vault, const protocol::RecordHeader& header, const QByteArray& sealed) {
    return unpacked(vault.open(sealed, placeOfRecord(header.station, header.seq)).value_or(QByteArray()));
}

QByteArray keptCode(const vault::Vault& vault, const QByteArray& digest) {
    return vault.mark("code\n" + digest);
}

base::Result<QString> sealedLogin(const vault::Vault& vault, const QString& login, const QByteArray& hash) {
    return vault.seal(login.toUtf8(), placeOfDeskCode(hash)).map([](const QByteArray& sealed) { return QString::fromLatin1(sealed.toBase64()); });
}

base::Result<QString> loginIn(const vault::Vault& vault, const QString& sealed, const QByteArray& hash) {
    return opened(vault, QByteArray::fromBase64(sealed.toLatin1()), placeOfDeskCode(hash)).map([](const QByteArray& login) {
        return QString::fromUtf8(login);
    });
}

qint64 heardIn(const protocol::Record& record) {
    return record.header.kind == "feed-heard" ? QJsonDocument::fromJson(record.payload).object().value(QLatin1String("cursor")).toInteger() : 0;
}

}
