#pragma once

#include "sync/protocol/CodeLetters.h"

/// What the province gives to a person, and nobody else: 12 characters of base 32 (60 bits), printed in three groups of four.
namespace motcua::protocol {

inline constexpr int activationCodeLength = 12;

/// `random`: at least 8 secure random bytes.
inline QString makeActivationCode(const QByteArray& random) {
    constexpr int group = 4;
    return grouped(base32(random, activationCodeLength), group);
}

/// Whether it could be one, however it was typed.
inline bool looksLikeActivationCode(const QString& typed) {
    return plainCode(typed).size() == activationCodeLength;
}

}
