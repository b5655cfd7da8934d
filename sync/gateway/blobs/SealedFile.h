#pragma once

#include "sync/vault/Vault.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>
#include <optional>

namespace motcua::gateway {

/// How a blob lies on the disk, finished or on its way: in pieces of 64 KiB, the last one shorter, each sealed and bound to the blob's hash and its
/// place in it. So any part of it can be read, and it grows without being written anew.
namespace sealedfile {
inline constexpr qint64 piece = 64 * 1024; ///< bytes of content
/// Bytes of content in a file of so many.
qint64 contentOf(qint64 fileBytes);
qint64 fileBytesFor(qint64 content);
vault::Place placeOf(const QByteArray& hash, qint64 index);
/// The file of a content that is there as a whole. Errors: "vault.failed".
base::Result<QByteArray> sealed(const QByteArray& content, const QByteArray& hash, const vault::Vault& vault);
}

/// A blob's file, to be read. Used by one thread at a time.
class BlobReader {
public:
    BlobReader(const QString& path, QByteArray hash, std::shared_ptr<const vault::Vault> vault)
        : m_file(path), m_hash(std::move(hash)), m_vault(std::move(vault)) {}

    bool open();
    qint64 size() const { return sealedfile::contentOf(m_file.size()); }
    bool seek(qint64 to);
    /// So many bytes, fewer at the end; empty: at the end, or a piece does not open.
    QByteArray read(qint64 most);
    QByteArray readAll() { return read(size()); }
    /// Of the whole content, SHA-256; empty: it does not open.
    QByteArray digest();
    /// By its place; nothing: it does not open.
    std::optional<QByteArray> pieceAt(qint64 index);

private:
    QFile m_file;
    QByteArray m_hash;
    std::shared_ptr<const vault::Vault> m_vault;
    qint64 m_at = 0;
    qint64 m_heldIndex = -1;
    QByteArray m_held; ///< the piece that was read last
};

/// A blob's file that grows. What came since open() is in the file after keep(); a program that dies in between leaves at least what was there
/// before, but for the last piece, which may be broken (soundContent()). Used by one thread at a time.
class BlobWriter {
public:
    BlobWriter(const QString& path, QByteArray hash, std::shared_ptr<const vault::Vault> vault)
        : m_file(path), m_hash(std::move(hash)), m_vault(std::move(vault)) {}

    /// Behind so many bytes of content; what lies past them goes.
    bool open(qint64 from);
    bool isOpen() const { return m_file.isOpen(); }
    bool append(const char* data, qint64 size);
    bool keep();
    /// As it was when it was opened.
    bool takeBack();
    void close() { m_file.close(); }
    QString path() const { return m_file.fileName(); }

private:
    bool writePiece();
    bool cut();

    QFile m_file;
    QByteArray m_hash;
    std::shared_ptr<const vault::Vault> m_vault;
    qint64 m_index = 0; ///< of the piece that `m_tail` begins
    QByteArray m_tail;
    qint64 m_firstIndex = 0;
    QByteArray m_firstTail;
};

/// How much of the first `most` bytes of content is there and opens, as far as its last piece tells.
qint64 soundContent(const QString& path, const QByteArray& hash, qint64 most, const std::shared_ptr<const vault::Vault>& vault);

}
