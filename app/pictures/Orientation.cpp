#include "app/pictures/Orientation.h"

#include <QtEndian>

namespace motcua::pictures {

namespace {

constexpr int upright = 1;
constexpr int last = 8;

/// The first directory of the small TIFF that an Exif note is.
int orientationInExif(const QByteArray& note) {
    constexpr qsizetype headerSize = 8;
    constexpr qsizetype entrySize = 12;
    constexpr quint16 tag = 0x0112;
    if (note.size() < headerSize || !(note.startsWith("II") || note.startsWith("MM")))
        return upright;
    const bool little = note.startsWith("II");
    const auto word = [&](qsizetype at) {
        return little ? qFromLittleEndian<quint16>(note.constData() + at) : qFromBigEndian<quint16>(note.constData() + at);
    };
    const qsizetype directory = little ? qFromLittleEndian<quint32>(note.constData() + 4) : qFromBigEndian<quint32>(note.constData() + 4);
    if (directory > note.size() - 2)
        return upright;
    const int entries = word(directory);
    for (int i = 0; i < entries; ++i) {
        const qsizetype entry = directory + 2 + i * entrySize;
        if (entry + entrySize > note.size())
            return upright;
        constexpr int valueAt = 8;
        if (word(entry) == tag)
            return word(entry + valueAt) >= upright && word(entry + valueAt) <= last ? word(entry + valueAt) : upright;
    }
    return upright;
}

/// A JPEG's marker segments up to its picture; other notes (XMP, colour profiles) may stand before this one.
int orientationInJpeg(const QByteArray& content) {
    const QByteArray head("Exif\0\0", 6);
    constexpr char startOfScan = '\xda';
    constexpr char application1 = '\xe1';
    constexpr qsizetype markerSize = 2;
    qsizetype at = markerSize;
    while (at + 2 * markerSize <= content.size() && content.at(at) == '\xff') {
        const char marker = content.at(at + 1);
        if (marker == '\xff') { // filling
            ++at;
            continue;
        }
        if (marker == startOfScan)
            return upright;
        const qsizetype length = qFromBigEndian<quint16>(content.constData() + at + markerSize);
        const QByteArray body = content.mid(at + 2 * markerSize, length - markerSize);
        if (marker == application1 && body.startsWith(head))
            return orientationInExif(body.mid(head.size()));
        at += markerSize + length;
    }
    return upright;
}

int orientationInPng(const QByteArray& content) {
    constexpr qsizetype signature = 8;
    constexpr qsizetype frame = 12; // length, name, checksum
    qsizetype at = signature;
    while (at + frame <= content.size()) {
        const qsizetype length = qFromBigEndian<quint32>(content.constData() + at);
        if (content.mid(at + 4, 4) == "eXIf")
            return orientationInExif(content.mid(at + signature, length));
        at += frame + length;
    }
    return upright;
}

int orientationInWebp(const QByteArray& content) {
    constexpr qsizetype fileHeader = 12;
    constexpr qsizetype chunkHeader = 8;
    const QByteArray head("Exif\0\0", 6);
    qsizetype at = fileHeader;
    while (at + chunkHeader <= content.size()) {
        const qsizetype length = qFromLittleEndian<quint32>(content.constData() + at + 4);
        if (content.mid(at, 4) == "EXIF") {
            const QByteArray note = content.mid(at + chunkHeader, length);
            return orientationInExif(note.startsWith(head) ? note.mid(head.size()) : note);
        }
        at += chunkHeader + length + length % 2;
    }
    return upright;
}

}

int orientationOf(const QByteArray& content) {
    if (content.startsWith("\xff\xd8"))
        return orientationInJpeg(content);
    if (content.startsWith("\x89PNG"))
        return orientationInPng(content);
    return content.startsWith("RIFF") ? orientationInWebp(content) : upright;
}

}
