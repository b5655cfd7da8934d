#pragma once

#include "sync/protocol/OpenSsl.h"

#include <QByteArrayView>

#include <vector>

/// What PEM files hold. What asks for a pass phrase is not ours and counts as unreadable; nobody is asked for one.
namespace motcua::protocol {

/// Null: none there.
KeyPointer privateKeyIn(QByteArrayView pem);
KeyPointer publicKeyIn(QByteArrayView pem);
RequestPointer requestIn(QByteArrayView pem);
/// In their order, up to the first that cannot be read.
std::vector<CertificatePointer> certificatesIn(QByteArrayView pem);

}
