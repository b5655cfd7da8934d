#include "sync/gateway/blobs/SealedFile.h"

#include "sync/protocol/Digest.h"

#include <algorithm>

namespace motcua::gateway {

namespace sealedfile {

constexpr qint64 onDisk = piece + vault::Vault::overhead;

qint64 contentOf(qint64 fileBytes) {
    return fileBytes / onDisk * piece + std::max<qint64>(0, fileBytes % onDisk - vault::Vault::overhead);
}

qint64 fileBytesFor(qint64 content) {
    const qint64 rest = content % piece;
    return content / piece * onDisk + (rest > 0 ? rest + vault::Vault::overhead : 0);
}

vault::Place placeOf(const QByteArray& hash, qint64 index) {
    return vault::Place("blob").of(QByteArrayView(hash)).of(index);
}

base::Result<QByteArray> sealed(const QByteArray& content, const QByteArray& hash, const vault::Vault& vault) {
    QByteArray file;
    file.reserve(fileBytesFor(content.size()));
    for (qint64 at = 0; at < content.size(); at += piece) {
        const auto one = vault.seal(QByteArrayView(content).sliced(at, std::min(piece, content.size() - at)), placeOf(hash, at / piece));
        if (!one)
            return one;
        file.append(*one);
    }
    return file;
}

}

using sealedfile::onDisk;
using sealedfile::piece;

bool BlobReader::open() {
    return m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool BlobReader::seek(qint64 to) {
    m_at = to;
    return to >= 0 && to <= size();
}

std::optional<QByteArray> BlobReader::pieceAt(qint64 index) {
    if (index == m_heldIndex)
        return m_held;
    if (!m_file.seek(index * onDisk))
        return std::nullopt;
    auto opened = m_vault->open(m_file.read(onDisk), sealedfile::placeOf(m_hash, index));
    if (!opened)
        return std::nullopt;
    m_held = std::move(*opened);
    m_heldIndex = index;
    return m_held;
}

QByteArray BlobReader::read(qint64 most) {
    const qint64 wanted = std::min(most, size() - m_at);
    QByteArray bytes;
    if (wanted <= 0)
        return bytes;
    bytes.reserve(wanted);
    while (bytes.size() < wanted) {
        const auto one = pieceAt(m_at / piece);
        const qint64 within = m_at % piece;
        if (!one || one->size() <= within)
            return {};
        const qint64 size = std::min(wanted - bytes.size(), one->size() - within);
        bytes.append(one->constData() + within, size);
        m_at += size;
    }
    return bytes;
}

QByteArray BlobReader::digest() {
    protocol::Digest digest;
    for (m_at = 0; m_at < size();) {
        const QByteArray bytes = read(piece);
        if (bytes.isEmpty())
            return {};
        digest.add(bytes.constData(), static_cast<size_t>(bytes.size()));
    }
    return digest.value();
}

bool BlobWriter::open(qint64 from) {
    m_index = m_firstIndex = from / piece;
    m_tail.clear();
    m_tail.reserve(piece);
    if (const qint64 within = from % piece; within > 0) {
        BlobReader reader(m_file.fileName(), m_hash, m_vault);
        const auto last = reader.open() ? reader.pieceAt(m_index) : std::nullopt;
        if (!last || last->size() < within)
            return false;
        m_tail.append(last->constData(), within);
    }
    m_firstTail = m_tail;
    m_firstTail.detach();
    return m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered);
}

bool BlobWriter::writePiece() {
    const auto sealed = m_vault->seal(m_tail, sealedfile::placeOf(m_hash, m_index));
    return sealed && m_file.seek(m_index * onDisk) && m_file.write(*sealed) == sealed->size();
}

bool BlobWriter::append(const char* data, qint64 size) {
    while (size > 0) {
        const qint64 fits = std::min(size, piece - m_tail.size());
        m_tail.append(data, fits);
        data += fits;
        size -= fits;
        if (m_tail.size() < piece)
            return true;
        if (!writePiece())
            return false;
        ++m_index;
        m_tail.resize(0);
    }
    return true;
}

bool BlobWriter::cut() {
    return m_file.resize(sealedfile::fileBytesFor(m_index * piece + m_tail.size()));
}

bool BlobWriter::keep() {
    return (m_tail.isEmpty() || writePiece()) && cut();
}

bool BlobWriter::takeBack() {
    m_index = m_firstIndex;
    m_tail = m_firstTail;
    return keep();
}

qint64 soundContent(const QString& path, const QByteArray& hash, qint64 most, const std::shared_ptr<const vault::Vault>& vault) {
    BlobReader reader(path, hash, vault);
    if (!reader.open())
        return 0;
    const qint64 there = std::min(most, reader.size());
    const qint64 within = there % piece;
    const auto last = within > 0 ? reader.pieceAt(there / piece) : std::nullopt;
    return within == 0 || (last && last->size() >= within) ? there : there - within;
}

}
