#include "app/domain/EventBlobs.h"

#include "app/domain/EventCodec.h"

#include <algorithm>

namespace motcua::domain {

namespace {

constexpr qsizetype hashDigits = 64;
// Inside a JSON string a quotation mark is escaped, so this run of bytes is always a member's name.
constexpr QByteArrayView member("\"blob\":\"");

void addOnce(std::vector<BlobHash>& hashes, const BlobHash& hash) {
    if (!hash.isNull() && std::find(hashes.begin(), hashes.end(), hash) == hashes.end())
        hashes.push_back(hash);
}

/// Walks through all that a body describes.
struct PageFinder {
    std::vector<BlobHash>& hashes;

    template <class T>
    void operator()(const char*, const T& value) {
        look(value);
    }
    void look(const Page& page) { addOnce(hashes, page.blob); }
    template <class T>
    void look(const std::vector<T>& list) {
        for (const T& value : list)
            look(value);
    }
    template <class T>
    void look(const std::optional<T>& value) {
        if (value)
            look(*value);
    }
    template <class T>
    void look(const T& value) {
        if constexpr (requires { T::describe(value, *this); })
            T::describe(value, *this);
    }
};

std::vector<BlobHash> blobsNamedIn(const QByteArray& payload) {
    std::vector<BlobHash> hashes;
    for (qsizetype at = payload.indexOf(member); at >= 0; at = payload.indexOf(member, at + member.size())) {
        const qsizetype start = at + member.size();
        if (payload.indexOf('"', start) - start == hashDigits)
            addOnce(hashes, BlobHash::fromString(QString::fromLatin1(payload.sliced(start, hashDigits))));
    }
    return hashes;
}

}

std::vector<BlobHash> blobsOf(const EventBody& body) {
    if (const auto* unread = std::get_if<UnreadRecord>(&body))
        return blobsNamedIn(unread->json);
    std::vector<BlobHash> hashes;
    std::visit([&](const auto& event) { PageFinder{hashes}.look(event); }, body);
    return hashes;
}

std::vector<BlobHash> blobsOf(QByteArrayView kind, int version, const QByteArray& payload) {
    // Most records name none, and are not read for that.
    if (!payload.contains(member))
        return {};
    const auto body = decodeBody(kind, version, payload);
    return body ? blobsOf(*body) : blobsNamedIn(payload);
}

}
