#include "app/counter/PageTurner.h"

#include <QList>
#include <QtEndian>

#include <optional>

namespace motcua::counter {

namespace {

constexpr int upright = 1;
constexpr quint16 orientationTag = 0x0112;

tl::unexpected<base::Error> notTurned() {
    return base::fail(QStringLiteral("page.not-turned"));
}

/// A quarter clockwise after what is so already; only turns, the product mirrors nothing.
std::optional<int> next(int orientation) {
    switch (orientation) {
    case upright:
        return 6;
    case 6:
        return 3;
    case 3:
        return 8;
    case 8:
        return upright;
    default:
        return {};
    }
}

/// The segment of a JPEG that says nothing but how the page lies.
QByteArray note(int orientation) {
    QByteArray segment("\xff\xe1\0\x22"
                       "Exif\0\0"
                       "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x01\0\0\0\0\0\0",
        36);
    constexpr qsizetype valueAt = 29;
    segment[valueAt] = static_cast<char>(orientation);
    return segment;
}

base::Result<QByteArray> turnedJpeg(const QByteArray& content) {
    constexpr qsizetype start = 2;
    if (!content.startsWith("\xff\xd8\xff"))
        return notTurned();
    for (const int orientation : {upright, 3, 6, 8})
        if (const QByteArray known = note(orientation); content.mid(start, known.size()) == known)
            return content.left(start) + note(next(orientation).value_or(upright)) + content.mid(start + known.size());
    // Someone else's note, which says more than this program would know to keep right.
    if (content.at(start + 1) == '\xe1')
        return notTurned();
    return content.left(start) + note(*next(upright)) + content.mid(start);
}

quint16 wordAt(const QByteArray& content, qsizetype at) {
    return qFromLittleEndian<quint16>(content.constData() + at);
}

quint16 tagOf(const QByteArray& entry) {
    return wordAt(entry, 0);
}

/// A one-page TIFF gets its directory once more at its end, with the orientation in it; all that it points to stays where it is.
base::Result<QByteArray> turnedTiff(QByteArray content) {
    constexpr qsizetype header = 8;
    constexpr qsizetype entrySize = 12;
    constexpr qsizetype offsetAt = 4;
    if (content.size() < header || !content.startsWith(QByteArray("II*\0", 4)))
        return notTurned();
    const qsizetype directory = qFromLittleEndian<quint32>(content.constData() + offsetAt);
    if (directory < header || directory + 2 > content.size())
        return notTurned();
    const qsizetype entries = wordAt(content, directory);
    if (directory + 2 + entries * entrySize + 4 > content.size())
        return notTurned();
    QList<QByteArray> kept;
    int orientation = upright;
    for (qsizetype i = 0; i < entries; ++i) {
        const QByteArray entry = content.mid(directory + 2 + i * entrySize, entrySize);
        if (tagOf(entry) == orientationTag)
            orientation = wordAt(entry, header);
        else
            kept.append(entry);
    }
    const auto turned = next(orientation);
    if (!turned)
        return notTurned();
    QByteArray entry("\x12\x01\x03\0\x01\0\0\0\0\0\0\0", entrySize);
    entry[header] = static_cast<char>(*turned);
    qsizetype place = 0;
    while (place < kept.size() && tagOf(kept.at(place)) < orientationTag)
        ++place;
    kept.insert(place, entry);
    if (content.size() % 2 != 0)
        content.append('\0');
    const auto at = static_cast<quint32>(content.size());
    QByteArray count(2, '\0');
    qToLittleEndian(static_cast<quint16>(kept.size()), count.data());
    content += count + kept.join() + QByteArray(4, '\0');
    qToLittleEndian(at, content.data() + offsetAt);
    return content;
}

}

base::Result<QByteArray> turnedPage(const QByteArray& content, const QString& mediaType) {
    if (mediaType == QLatin1String("image/jpeg"))
        return turnedJpeg(content);
    if (mediaType == QLatin1String("image/tiff"))
        return turnedTiff(content);
    return notTurned();
}

}
