#include "app/paper/ZipPart.h"

#include <QtEndian>

#include <zlib.h>

namespace motcua::paper {

namespace {

// APPNOTE.TXT 6.3: the records at the archive's end list what it holds and where.
constexpr qsizetype endRecord = 22;
constexpr qsizetype centralRecord = 46;
constexpr qsizetype localRecord = 30;
constexpr qsizetype largestPart = qsizetype(1) << 30;

template <class T>
T numberAt(QByteArrayView bytes, qsizetype at) {
    return at >= 0 && at + qsizetype(sizeof(T)) <= bytes.size() ? qFromLittleEndian<T>(bytes.data() + at) : T(0);
}

std::optional<QByteArray> unpacked(QByteArrayView packed, qsizetype size) {
    QByteArray plain(size, Qt::Uninitialized);
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(plain.data());
    stream.avail_out = static_cast<uInt>(plain.size());
    const int ended = inflate(&stream, Z_FINISH);
    const bool isWhole = ended == Z_STREAM_END && stream.avail_out == 0;
    inflateEnd(&stream);
    return isWhole ? std::optional(plain) : std::nullopt;
}

}

std::optional<QByteArray> zipPart(QByteArrayView archive, QByteArrayView name) {
    const qsizetype end = archive.lastIndexOf(QByteArrayView("PK\x05\x06"));
    if (end < 0 || end + endRecord > archive.size())
        return {};
    qsizetype at = numberAt<quint32>(archive, end + 16);
    for (int left = numberAt<quint16>(archive, end + 10); left > 0 && at + centralRecord <= archive.size(); --left) {
        const qsizetype length = numberAt<quint16>(archive, at + 28);
        if (archive.sliced(at + centralRecord).first(qMin(length, archive.size() - at - centralRecord)) == name) {
            const qsizetype packed = numberAt<quint32>(archive, at + 20);
            const qsizetype size = numberAt<quint32>(archive, at + 24);
            const qsizetype local = numberAt<quint32>(archive, at + 42);
            const qsizetype begin = local + localRecord + numberAt<quint16>(archive, local + 26) + numberAt<quint16>(archive, local + 28);
            if (size > largestPart || begin + packed > archive.size())
                return {};
            return unpacked(archive.sliced(begin, packed), size);
        }
        at += centralRecord + length + numberAt<quint16>(archive, at + 30) + numberAt<quint16>(archive, at + 32);
    }
    return {};
}

}
