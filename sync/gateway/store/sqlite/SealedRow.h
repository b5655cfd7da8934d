#pragma once

#include "sync/protocol/Record.h"
#include "sync/vault/Vault.h"

#include <QByteArray>
#include <QUuid>

/// How what is sealed lies in rows, and where each value belongs. Errors: those of Vault::seal(); opening: "sqlite.corrupt".
namespace motcua::gateway::sealedrow {

vault::Place placeOfRecord(const QUuid& station, qint64 seq);
vault::Place placeOfItem(qint64 cursor);
vault::Place placeOfVolume(const QUuid& volume);
vault::Place placeOfUnit(const QString& code);
vault::Place placeOfDeskCode(const QByteArray& hash);
vault::Place placeOfPersonCode(const QByteArray& hash);
vault::Place placeOfUpload(const QUuid& id);

struct RecordContent {
    QByteArray salt;
    QByteArray payload;
};
/// The salt lies with the payload: with it, whoever has the digest could try guesses.
QByteArray packed(const RecordContent& content);
/// Nothing was packed so: empty.
RecordContent unpacked(const QByteArray& plain);
base::Result<QByteArray> sealedRecord(const vault::Vault& vault, const protocol::Record& record);
/// Empty: it does not open.
RecordContent recordContent(const vault::Vault& vault, const protocol::RecordHeader& header, const QByteArray& sealed);

base::Result<QByteArray> opened(const vault::Vault& vault, const QByteArray& sealed, const vault::Place& place);

/// A one-time code as it is kept: nothing tells without the key whether a guess is right. `digest`: of the code.
QByteArray keptCode(const vault::Vault& vault, const QByteArray& digest);

/// Whose a desk's code is, as text.
base::Result<QString> sealedLogin(const vault::Vault& vault, const QString& login, const QByteArray& hash);
base::Result<QString> loginIn(const vault::Vault& vault, const QString& sealed, const QByteArray& hash);

/// The cursor that a feed-heard record names; 0: none, or it is another kind.
qint64 heardIn(const protocol::Record& record);

}
