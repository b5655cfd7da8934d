#pragma once

#include <QString>

namespace motcua::journal {

/// Where things lie in a station's data directory. A value.
class DataDirectory {
public:
    explicit DataDirectory(QString path) : m_path(std::move(path)) {}
    const QString& path() const { return m_path; }
    QString journal() const { return m_path + QStringLiteral("/journal.sqlite"); }
    QString lock() const { return m_path + QStringLiteral("/lock"); }
    QString snapshot() const { return m_path + QStringLiteral("/snapshot.sealed"); }
    QString blobs() const { return m_path + QStringLiteral("/blobs"); }
    QString blobDirectory(const QString& hash) const { return blobs() + QLatin1Char('/') + hash.left(2); }
    QString blob(const QString& hash) const { return blobDirectory(hash) + QLatin1Char('/') + hash; }

private:
    QString m_path;
};

}
