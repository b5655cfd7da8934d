#pragma once

#include <QByteArray>
#include <QString>

/// What is typed from paper: Crockford's base 32. Case, hyphens and spaces do not count, O reads as 0, I and L as 1.
namespace motcua::protocol {

/// The first `length` characters of `bytes`; `bytes` must hold enough bits.
QString base32(const QByteArray& bytes, int length);
/// Upper case, without hyphens and spaces; empty where a character is none of the 32.
QString plainCode(const QString& typed);
/// In groups with hyphens between them.
QString grouped(const QString& plain, int group);

}
