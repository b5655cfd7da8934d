#include "sync/gateway/net/BlobContent.h"

#include "sync/gateway/net/Reply.h"

#include <QByteArrayList>

#include <algorithm>
#include <optional>
#include <variant>

namespace motcua::gateway {

namespace {

struct Span {
    qint64 from = 0;
    qint64 bytes = 0;
};
enum class NoSpan { All, Nowhere };

std::optional<qint64> numberIn(const QByteArray& text) {
    bool good = false;
    const qint64 value = text.toLongLong(&good);
    return good && value >= 0 && text.at(0) >= '0' && text.at(0) <= '9' ? std::optional(value) : std::nullopt;
}

std::variant<Span, NoSpan> spanIn(const Request& request, qint64 size) {
    static constexpr char unit[] = "bytes=";
    const QByteArray range = request.header("Range");
    // Whoever makes it depend on what the content is called: it is not called anything.
    if (!range.startsWith(unit) || request.has("If-Range"))
        return NoSpan::All;
    const QByteArrayList ends = range.mid(sizeof unit - 1).split('-');
    if (range.contains(','))
        return NoSpan::Nowhere;
    const auto first = ends.size() == 2 ? numberIn(ends[0]) : std::nullopt;
    const auto last = ends.size() == 2 ? numberIn(ends[1]) : std::nullopt;
    if (ends.size() != 2 || (!first && !ends[0].isEmpty()) || (!last && !ends[1].isEmpty()) || (!first && !last) || (first && last && *last < *first))
        return NoSpan::All;
    const qint64 from = first ? *first : std::max<qint64>(0, size - *last);
    const qint64 to = first && last ? std::min(*last, size - 1) : size - 1;
    if (from >= size || (!first && *last == 0))
        return NoSpan::Nowhere;
    return Span{from, to - from + 1};
}

}

Answer blobContent(const Blobs& blobs, const Peer& peer, const Request& request) {
    const auto opened = blobs.open(peer, QByteArray::fromHex(request.argument));
    if (!opened)
        return reply::error(opened.error());
    const qint64 size = (*opened)->size();
    const auto asked = spanIn(request, size);
    if (const auto* none = std::get_if<NoSpan>(&asked); none && *none == NoSpan::Nowhere) {
        Answer answer = reply::error("blob.range");
        answer.set("Content-Range", "bytes */" + QByteArray::number(size));
        return answer;
    }
    constexpr int partial = 206;
    const auto* part = std::get_if<Span>(&asked);
    const Span span = part ? *part : Span{0, size};
    if (!(*opened)->seek(span.from))
        return reply::error("platform.failed");
    Answer answer{.status = part ? partial : 200};
    answer.part = {*opened, span.bytes};
    answer.set("Content-Type", "application/octet-stream");
    answer.set("Accept-Ranges", "bytes");
    if (part)
        answer.set("Content-Range",
            "bytes " + QByteArray::number(span.from) + '-' + QByteArray::number(span.from + span.bytes - 1) + '/' + QByteArray::number(size));
    return answer;
}

}
