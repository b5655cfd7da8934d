#include "app/capture/helper/FileEnds.h"

#include "app/capture/helper/Decoders.h"
#include "app/pictures/TiffReader.h"

#include <QtEndian>

#include <algorithm>
#include <limits>

namespace motcua::capture::helper {

namespace {

constexpr char markerBegins = '\xff';
constexpr qsizetype markerSize = 2;

/// Numbers as a note within a JPEG has them; 0 beyond its end.
class Note {
public:
    explicit Note(const QByteArray& bytes) : m_bytes(bytes), m_little(bytes.startsWith("II")) {}
    quint32 word(qsizetype at) const {
        if (at < 0 || at + 2 > m_bytes.size())
            return 0;
        return m_little ? qFromLittleEndian<quint16>(m_bytes.constData() + at) : qFromBigEndian<quint16>(m_bytes.constData() + at);
    }
    quint32 number(qsizetype at) const {
        if (at < 0 || at + 4 > m_bytes.size())
            return 0;
        return m_little ? qFromLittleEndian<quint32>(m_bytes.constData() + at) : qFromBigEndian<quint32>(m_bytes.constData() + at);
    }

private:
    const QByteArray& m_bytes;
    bool m_little;
};

/// The end of the last picture that the list (CIPA DC-007) has; its offsets count from where it begins.
qsizetype endOfListed(const QByteArray& list, qsizetype listAt) {
    constexpr quint32 entriesTag = 0xb002;
    constexpr qsizetype directoryEntry = 12;
    constexpr qsizetype pictureEntry = 16;
    const Note note(list);
    const qsizetype directory = note.number(4);
    qsizetype end = 0;
    for (quint32 i = 0; i < note.word(directory); ++i) {
        const qsizetype entry = directory + 2 + qsizetype(i) * directoryEntry;
        if (note.word(entry) != entriesTag)
            continue;
        const qsizetype size = note.number(entry + 4);
        const qsizetype first = note.number(entry + 8);
        for (qsizetype at = first; at + pictureEntry <= std::min(first + size, list.size()); at += pictureEntry)
            if (const qsizetype offset = note.number(at + 8); offset > 0)
                end = std::max(end, listAt + offset + qsizetype(note.number(at + 4)));
    }
    return end;
}

/// The first marker that is none of those among a picture's bits.
qsizetype behindBits(const QByteArray& content, qsizetype at) {
    for (at = content.indexOf(markerBegins, at); at >= 0 && at + 1 < content.size(); at = content.indexOf(markerBegins, at)) {
        const auto marker = static_cast<quint8>(content.at(at + 1));
        if (marker != 0 && marker != 0xff && (marker < 0xd0 || marker > 0xd7))
            return at;
        at += marker == 0xff ? 1 : markerSize;
    }
    return content.size();
}

qsizetype endOfJpeg(const QByteArray& content) {
    const QByteArray listHead("MPF\0", 4);
    qsizetype listed = 0;
    qsizetype at = markerSize;
    while (at + 1 < content.size() && content.at(at) == markerBegins) {
        const auto marker = static_cast<quint8>(content.at(at + 1));
        if (marker == 0xd9)
            return std::max(at + markerSize, listed <= content.size() ? listed : 0);
        if (marker == 0xd8)
            break;
        if (marker == 0xff || marker == 1 || (marker >= 0xd0 && marker <= 0xd7)) {
            at += marker == 0xff ? 1 : markerSize;
            continue;
        }
        if (at + 2 * markerSize > content.size())
            break;
        const qsizetype length = qFromBigEndian<quint16>(content.constData() + at + markerSize);
        const qsizetype body = at + 2 * markerSize;
        if (marker == 0xe2 && content.mid(body, listHead.size()) == listHead)
            listed = endOfListed(content.mid(body + listHead.size(), length - markerSize - listHead.size()), body + listHead.size());
        at += markerSize + std::max<qsizetype>(length, markerSize);
        if (marker == 0xda)
            at = behindBits(content, at);
    }
    return content.size();
}

qsizetype endOfPng(const QByteArray& content) {
    constexpr qsizetype signature = 8;
    constexpr qsizetype frame = 12; // length, name, checksum
    for (qsizetype at = signature; at + frame <= content.size();) {
        const bool isLast = content.mid(at + 4, 4) == "IEND";
        at += frame + qFromBigEndian<quint32>(content.constData() + at);
        if (isLast)
            return std::min(at, content.size());
    }
    return content.size();
}

qsizetype endOfWebp(const QByteArray& content) {
    constexpr qsizetype header = 8;
    const qsizetype size = qFromLittleEndian<quint32>(content.constData() + 4);
    return std::min(header + size + size % 2, content.size());
}

/// A plain one's rows are the last of it, but for a colour profile.
qsizetype endOfBmp(const QByteArray& content) {
    const auto size = claimedSize(content, FileKind::Bmp);
    if (!size)
        return content.size();
    const qint64 depth = qFromLittleEndian<quint16>(content.constData() + 28);
    const qint64 row = (size->width() * depth + 31) / 32 * 4;
    return qFromLittleEndian<quint32>(content.constData() + 10) + row * size->height();
}

}

qsizetype endOf(const QByteArray& content, FileKind kind) {
    switch (kind) {
    case FileKind::Jpeg:
        return endOfJpeg(content);
    case FileKind::Png:
        return endOfPng(content);
    case FileKind::Webp:
        return endOfWebp(content);
    case FileKind::Bmp:
        return endOfBmp(content);
    case FileKind::Tiff: {
        pictures::TiffReader reader(content);
        return reader.open(std::numeric_limits<qint64>::max()) ? reader.end() : content.size();
    }
    case FileKind::Pdf:
        break;
    }
    return content.size();
}

}
