#include "app/capture/helper/FileParts.h"

#include "app/capture/helper/Decoders.h"
#include "app/capture/helper/FileEnds.h"
#include "app/pictures/TiffReader.h"

#include <QRegularExpression>
#include <QtEndian>

#include <algorithm>
#include <cctype>
#include <limits>
#include <optional>

namespace motcua::capture::helper {

namespace {

constexpr size_t mostParts = 200;
const QByteArray jpegSign = QByteArrayLiteral("\xff\xd8\xff");
const QByteArray pngSign = QByteArrayLiteral("\x89PNG\r\n\x1a\n");
const QByteArray pdfSign = QByteArrayLiteral("%PDF-");
const QByteArray pdfEnd = QByteArrayLiteral("%%EOF");

struct Found {
    qsizetype at;
    FileKind kind;
};

/// Without a copy; `content` outlives it.
QByteArray viewOf(const QByteArray& content, qsizetype from) {
    return QByteArray::fromRawData(content.constData() + from, content.size() - from);
}

bool isAt(const QByteArray& content, qsizetype at, const QByteArray& sign) {
    return content.size() - at >= sign.size() && std::equal(sign.begin(), sign.end(), content.begin() + at);
}

bool isWholeTiff(const QByteArray& content) {
    if (!pictures::TiffReader::looksLikeTiff(content))
        return false;
    return pictures::TiffReader(content).open(std::numeric_limits<qint64>::max()).has_value();
}

/// Whether a table of a PDF's objects lies where it is said to lie anywhere behind `from`, counted from `base`.
bool tableLies(const QByteArray& content, qsizetype from, qsizetype base) {
    static const QRegularExpression number(QStringLiteral("\\A\\s*([0-9]{1,10})\\s"));
    static const QRegularExpression table(QStringLiteral("\\A\\s*(?:xref|[0-9]+\\s+[0-9]+\\s+obj)"));
    constexpr qsizetype mostSigns = 32;
    const QByteArray word = QByteArrayLiteral("startxref");
    for (qsizetype said = content.indexOf(word, from); said >= 0; said = content.indexOf(word, said + 1)) {
        const auto where = number.match(QString::fromLatin1(content.mid(said + word.size(), mostSigns)));
        const qsizetype at = base + where.captured(1).toLongLong();
        if (where.hasMatch() && at > base && table.match(QString::fromLatin1(content.mid(at, mostSigns))).hasMatch())
            return true;
    }
    return false;
}

/// What begins just there and is nothing else by chance.
std::optional<FileKind> kindAt(const QByteArray& content, qsizetype at) {
    if (isAt(content, at, jpegSign))
        return FileKind::Jpeg;
    if (isAt(content, at, pngSign))
        return FileKind::Png;
    if (isAt(content, at, pdfSign))
        return FileKind::Pdf;
    const QByteArray rest = viewOf(content, at);
    if (rest.startsWith("RIFF") && isAt(content, at + 8, "WEBP"))
        return FileKind::Webp;
    if (isWholeTiff(rest))
        return FileKind::Tiff;
    if (rest.startsWith("BM") && claimedSize(rest, FileKind::Bmp))
        return FileKind::Bmp;
    return {};
}

bool hasPhotographsHead(const QByteArray& content, qsizetype at) {
    constexpr qsizetype nameAt = 6; // behind two markers and a length
    return isAt(content, at + nameAt, QByteArray("JFIF\0", 5)) || isAt(content, at + nameAt, QByteArray("Exif\0\0", 6));
}

/// Behind something that is none of ours, only what cannot be there by chance.
std::optional<Found> searched(const QByteArray& content, qsizetype from) {
    std::optional<Found> first;
    const auto note = [&first](qsizetype at, FileKind kind) {
        if (at >= 0 && (!first || at < first->at))
            first = Found{at, kind};
    };
    qsizetype jpeg = content.indexOf(jpegSign, from);
    while (jpeg >= 0 && !hasPhotographsHead(content, jpeg))
        jpeg = content.indexOf(jpegSign, jpeg + 1);
    note(jpeg, FileKind::Jpeg);
    note(content.indexOf(pngSign, from), FileKind::Png);
    note(content.indexOf('\n' + pdfSign, from) < 0 ? -1 : content.indexOf('\n' + pdfSign, from) + 1, FileKind::Pdf);
    return first;
}

qsizetype behindFilling(const QByteArray& content, qsizetype at) {
    while (at < content.size() && (content.at(at) == '\0' || std::isspace(static_cast<quint8>(content.at(at)))))
        ++at;
    return at;
}

/// A short film that was taken with the photograph: boxes of a size and a name each. The first of them may stand behind filling, as which the
/// zeros of its size may have been taken.
qsizetype behindFilm(const QByteArray& content, qsizetype at, qsizetype end) {
    constexpr qsizetype header = 8;
    const qsizetype name = content.indexOf("ftyp", at);
    if (name < 0 || name > at + 4 || name - 4 < end)
        return at;
    at = name - 4;
    while (at + header <= content.size()) {
        const qsizetype size = qFromBigEndian<quint32>(content.constData() + at);
        const auto called = content.begin() + at + 4;
        if (size < header || size > content.size() - at ||
            !std::all_of(called, called + 4, [](char c) { return std::isalnum(static_cast<quint8>(c)); }))
            break;
        at += size;
    }
    return at;
}

/// What a maker of telephones puts behind its photographs; pictures in it are no pages.
qsizetype behindNotes(const QByteArray& content, qsizetype at) {
    const qsizetype head = content.indexOf("SEFH", at);
    const qsizetype tail = head < 0 ? -1 : content.indexOf("SEFT", head);
    return tail < 0 ? at : tail + 4;
}

/// The next picture or PDF behind the one that ends at `end`.
std::optional<Found> nextPart(const QByteArray& content, qsizetype end) {
    qsizetype at = behindFilling(content, end);
    if (at >= content.size())
        return {};
    if (const auto kind = kindAt(content, at))
        return Found{at, *kind};
    at = behindFilling(content, behindNotes(content, behindFilm(content, at, end)));
    if (at >= content.size())
        return {};
    if (const auto kind = kindAt(content, at))
        return Found{at, *kind};
    return searched(content, at);
}

/// Its tags come behind its rows, and may hold notes that look like pictures: only a whole one of its kind counts.
std::optional<Found> nextTiff(const QByteArray& content, qsizetype end) {
    for (qsizetype at = end; at + 8 < content.size(); ++at)
        if ((content.at(at) == 'I' || content.at(at) == 'M') && isWholeTiff(viewOf(content, at)))
            return Found{at, FileKind::Tiff};
    return {};
}

/// Behind one of its ends, which it has one of for each revision. Another one's table lies where it says, counted from its own beginning, or
/// nowhere; of a revision that begins like a file, counted from the file's.
std::optional<Found> nextBehindPdf(const QByteArray& content) {
    for (qsizetype end = content.indexOf(pdfEnd); end >= 0; end = content.indexOf(pdfEnd, end + 1)) {
        const qsizetype at = behindFilling(content, end + pdfEnd.size());
        const auto kind = at < content.size() ? kindAt(content, at) : std::nullopt;
        if (kind && (*kind != FileKind::Pdf || tableLies(content, at, at) || !tableLies(content, at, 0)))
            return Found{at, *kind};
    }
    return {};
}

std::optional<Found> nextBehind(const QByteArray& content, FileKind kind) {
    if (kind == FileKind::Pdf)
        return nextBehindPdf(content);
    const qsizetype end = endOf(content, kind);
    return kind == FileKind::Tiff ? nextTiff(content, end) : nextPart(content, end);
}

}

base::Result<std::vector<FilePart>> partsOf(const QByteArray& content) {
    const auto first = kindOf(content);
    if (!first)
        return base::fail(first.error());
    std::vector<FilePart> parts{{*first, content}};
    while (parts.size() < mostParts) {
        FilePart& last = parts.back();
        const auto next = nextBehind(last.content, last.kind);
        if (!next)
            break;
        FilePart found{next->kind, last.content.mid(next->at)};
        last.content.truncate(next->at);
        parts.push_back(std::move(found));
    }
    return parts;
}

}
