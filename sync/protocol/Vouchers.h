#pragma once

#include "app/base/Result.h"
#include "sync/protocol/Act.h"
#include "sync/protocol/Messages.h"

#include <QUuid>

/// How a person's key is bound to the person: who asks proves that the key is theirs, the platform signs for it. Every text ends each of its lines
/// by a line feed.
namespace motcua::protocol {

/// "motcua-key-v1", login, SHA-256 of the code's secret in hex, the key's id in hex, and how many records the desk has written: what the person's key
/// signs. The code is thus good for this key alone.
QByteArray offerText(const QString& login, const QString& code, const QByteArray& keyId, qint64 written);

/// "motcua-voucher-v1", station, user, the key's id in hex, `since` and `at`: what the platform's key signs.
QByteArray voucherText(const PersonVoucher& voucher);
/// "motcua-head-v1", station, number and head in hex: what the station's key signs with each batch.
QByteArray headText(const QUuid& station, qint64 seq, const QByteArray& head);

/// Errors: "mark.not-signed".
base::Result<ActivationRequest> makeOffer(const PersonKey& key, const QString& login, const QString& code, qint64 written);
/// The key that is offered, DER, if the proof is right. Error: "activation.proof-wrong".
base::Result<QByteArray> offeredKey(const ActivationRequest& request);

}
