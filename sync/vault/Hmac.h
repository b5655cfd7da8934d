#pragma once

#include <QByteArray>

#include <openssl/evp.h>

#include <memory>

namespace motcua::vault {

/// HMAC-SHA-256 under one key, for many short texts: the key is worked in once (RFC 2104, 4). OpenSSL's own HMAC() does it anew and looks the
/// digest up each time, which takes longer than hashing a row. May be used by any thread.
class Hmac {
public:
    /// `key`: at most 64 bytes.
    explicit Hmac(QByteArrayView key);
    /// 32 bytes.
    QByteArray of(QByteArrayView bytes) const;

private:
    struct Free {
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };
    using Context = std::unique_ptr<EVP_MD_CTX, Free>;
    static Context begun(QByteArrayView key, char pad);

    Context m_inner;
    Context m_outer;
};

}
