#pragma once

#include "app/base/Result.h"
#include "app/journal/log/OwnRecordRow.h"

#include <QByteArray>

namespace motcua::journal {

class Sealer;

/// An own record that the platform gave back: its payload is sealed anew, so its header's digest of the sealed bytes is that of bytes that are gone.
/// In their place lie the new ones and a digest over them and the header's hash, so that a verification without the key finds damage; with the key
/// the header's digest of the payload is compared.
namespace broughtback {

base::Result<QByteArray> make(const Sealer& sealer, const protocol::Record& record, const QByteArray& hash);
/// As far as can be said without the key.
bool isWhole(const OwnRecordRow& row);
/// Errors: "seal.broken".
base::Result<protocol::Record> open(const Sealer& sealer, const OwnRecordRow& row);

}

}
