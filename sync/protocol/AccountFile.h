#pragma once

#include "app/base/Result.h"
#include "sync/protocol/MarkSignature.h"
#include "sync/protocol/Vouchers.h"

#include <QDateTime>

/// A person's account on a file, for a desk without a line: the platform signs it, and the code that goes with it, told to the person alone, proves
/// who uses it. The desk binds the person's key by itself then and tells the platform when a line returns. What is derived from the code is scrypt (N
/// 2^15, r 8, p 1): a file that is lost does not give the code away.
namespace motcua::protocol {

/// "motcua-account-v1", unit, login, user, salt, check and until, each ended by a line feed: what the platform's key signs.
QByteArray accountText(const AccountFile& file);

/// What the platform and the holder of the code alone can make: with it an offer is signed. Takes 0.1 s and 32 MiB. Errors: "activation.failed".
base::Result<QByteArray> accountKey(const QString& code, const QByteArray& salt);

/// All but the signature. Errors: "activation.failed".
base::Result<AccountFile> makeAccountFile(const QString& unit, const QString& login, const QUuid& user, const QString& code, qint64 until);

/// The offer of a key by a file and its code, where both are right; without the code itself. Errors: "activation.file-wrong" (not this province's, or
/// somebody else's), "activation.file-over", "activation.code-wrong", "activation.failed", "mark.not-signed".
struct FileUse {
    const AccountFile& file;
    const MarkVerifier& platform;
    QString unit;
    QString login;
    QString code;
    qint64 written = 0;
    qint64 now = 0; ///< UTC milliseconds
};
base::Result<ActivationRequest> makeOffer(const PersonKey& key, const FileUse& use);

/// What `mac` is of an offer whose key was made by accountKey().
QByteArray offerMac(const QByteArray& accountKey, const ActivationRequest& request);

}
