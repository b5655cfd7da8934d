#include "sync/gateway/net/TusWords.h"

#include "sync/gateway/net/Request.h"

#include <algorithm>

namespace motcua::gateway::tus {

namespace {

constexpr qsizetype mostMetadata = 1024;

base::Error malformed(const char* header) {
    return {QStringLiteral("request.malformed"), {{QStringLiteral("field"), QLatin1String(header)}}};
}

bool isPlainText(const QByteArray& text) {
    return text.size() <= mostMetadata && std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// Nothing: it says no hash.
std::optional<QByteArray> hashIn(const QByteArray& metadata) {
    for (const QByteArray& pair : metadata.split(',')) {
        const QByteArrayList parts = pair.trimmed().split(' ');
        if (parts.size() != 2 || parts[0] != "sha256")
            continue;
        const QByteArray hex = QByteArray::fromBase64(parts[1]);
        QByteArray hash = QByteArray::fromHex(hex);
        if (hash.size() == protocol::Digest::size(protocol::Digest::Algorithm::Sha256) && hash.toHex() == hex)
            return hash;
    }
    return std::nullopt;
}

}

base::Result<qint64> numberIn(const Request& request, const char* header) {
    const QByteArray text = request.header(header);
    bool good = false;
    const qint64 value = text.toLongLong(&good);
    if (!good || value < 0 || !std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; }))
        return base::fail(malformed(header));
    return value;
}

bool Metadata::isPlain() const {
    return text == metadataFor(hash);
}

base::Result<Metadata> metadataIn(const Request& request) {
    const QByteArray text = request.header("Upload-Metadata");
    const auto hash = isPlainText(text) ? hashIn(text) : std::nullopt;
    if (!hash)
        return base::fail(malformed("Upload-Metadata"));
    return Metadata{*hash, text};
}

QByteArray metadataFor(const QByteArray& hash) {
    return "sha256 " + hash.toHex().toBase64();
}

QByteArray checkedMetadata(const QByteArray& text, const QByteArray& hash) {
    return isPlainText(text) && hashIn(text) == hash ? text : metadataFor(hash);
}

base::Result<std::optional<Checksum>> checksumIn(const Request& request) {
    using Algorithm = protocol::Digest::Algorithm;
    if (!request.has("Upload-Checksum"))
        return std::nullopt;
    const QByteArrayList parts = request.header("Upload-Checksum").split(' ');
    for (const auto& [name, algorithm] : {std::pair("sha1", Algorithm::Sha1), std::pair("sha256", Algorithm::Sha256)})
        if (parts.size() == 2 && parts[0] == name)
            if (const auto digest = QByteArray::fromBase64Encoding(parts[1], QByteArray::AbortOnBase64DecodingErrors);
                digest && (*digest).size() == protocol::Digest::size(algorithm))
                return Checksum(algorithm, *digest);
    return base::fail(malformed("Upload-Checksum"));
}

}
