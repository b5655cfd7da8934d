#include "sync/protocol/Vouchers.h"

#include "sync/protocol/ActivationCode.h"
#include "sync/protocol/Digest.h"
#include "sync/protocol/Signing.h"

namespace motcua::protocol {

QByteArray offerText(const QString& login, const QString& code, const QByteArray& keyId, qint64 written) {
    const QByteArray digest = Digest::of(plainCode(code).toLatin1());
    return "motcua-key-v1\n" + login.toUtf8() + '\n' + digest.toHex() + '\n' + keyId.toHex() + '\n' + QByteArray::number(written) + '\n';
}

QByteArray voucherText(const PersonVoucher& voucher) {
    return "motcua-voucher-v1\n" + voucher.station.toLatin1() + '\n' + voucher.user.toLatin1() + '\n' +
           keyIdOf(fromBase64(voucher.publicKey)).toHex() + '\n' + QByteArray::number(voucher.since) + '\n' + QByteArray::number(voucher.at) + '\n';
}

QByteArray headText(const QUuid& station, qint64 seq, const QByteArray& head) {
    return "motcua-head-v1\n" + station.toByteArray(QUuid::WithoutBraces) + '\n' + QByteArray::number(seq) + '\n' + head.toHex() + '\n';
}

base::Result<ActivationRequest> makeOffer(const PersonKey& key, const QString& login, const QString& code, qint64 written) {
    return key.sign(offerText(login, code, key.id(), written)).map([&](const QByteArray& proof) {
        return ActivationRequest{login, code, QString::fromLatin1(key.publicKey().toBase64()), QString::fromLatin1(proof.toBase64()), written};
    });
}

base::Result<QByteArray> offeredKey(const ActivationRequest& request) {
    const QByteArray der = fromBase64(request.publicKey);
    const KeyPointer key = publicKeyFromDer(der);
    // Another encoding of the same key would be another id.
    if (!key || publicKeyDer(key.get()) != der || request.written < 0 ||
        !isSigned(key.get(), offerText(request.login, request.code, keyIdOf(der), request.written), fromBase64(request.proof)))
        return base::fail(QStringLiteral("activation.proof-wrong"));
    return der;
}

}
