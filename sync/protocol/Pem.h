#pragma once

#include "sync/protocol/OpenSsl.h"

#include <QByteArray>

#include <vector>

/// What PEM files hold. What asks for a pass phrase is not ours and counts as unreadable; nobody is asked for one.
namespace motcua::protocol {

/// Null: none there.
KeyPointer privateKeyIn(const QByteArray& pem);
KeyPointer publicKeyIn(const QByteArray& pem);
RequestPointer requestIn(const QByteArray& pem);
/// In their order, up to the first that cannot be read.
std::vector<CertificatePointer> certificatesIn(const QByteArray& pem);

}
