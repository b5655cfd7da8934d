#pragma once

#include "app/base/Result.h"
#include "sync/protocol/Digest.h"

#include <QByteArray>

#include <optional>

namespace motcua::gateway {
struct Request;
}

/// What a tus request says in its headers. Errors: "request.malformed" with field, the header's name.
namespace motcua::gateway::tus {

inline constexpr char version[] = "1.0.0";
/// In Tus-Checksum-Algorithm; the checksum extension demands sha1.
inline constexpr char algorithms[] = "sha1,sha256";

/// A whole number from 0 up.
base::Result<qint64> numberIn(const Request& request, const char* header);

struct Metadata {
    QByteArray hash; ///< SHA-256, 32 bytes: the value of `sha256`
    QByteArray text; ///< all of it, as it came
    /// Nothing but the hash.
    bool isPlain() const;
};
/// Upload-Metadata: "key base64,key base64", in which `sha256` must be; at most 1,024 characters of visible ASCII and spaces.
base::Result<Metadata> metadataIn(const Request& request);
QByteArray metadataFor(const QByteArray& hash);
/// Such text as metadataIn() would take; anything else becomes that of the hash alone.
QByteArray checkedMetadata(const QByteArray& text, const QByteArray& hash);

/// Upload-Checksum: what a request's bytes must hash to.
class Checksum {
public:
    Checksum(protocol::Digest::Algorithm algorithm, QByteArray digest) : m_digest(algorithm), m_wanted(std::move(digest)) {}
    void add(const char* data, size_t size) { m_digest.add(data, size); }
    bool fits() const { return m_digest.value() == m_wanted; }

private:
    protocol::Digest m_digest;
    QByteArray m_wanted;
};
/// Nothing: the request has none.
base::Result<std::optional<Checksum>> checksumIn(const Request& request);

}
