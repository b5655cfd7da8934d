#pragma once

#include <QProcess>
#include <QString>

namespace motcua::capture::test {

/// A file that cannot be deleted for as long as this lives, where the file system and the rights of whoever runs the test allow it.
class KeptFile {
public:
    explicit KeptFile(const QString& path) : m_path(path), m_kept(mark(QStringLiteral("+i"))) {}
    ~KeptFile() {
        if (m_kept)
            mark(QStringLiteral("-i"));
    }
    KeptFile(const KeptFile&) = delete;
    KeptFile& operator=(const KeptFile&) = delete;

    bool isKept() const { return m_kept; }

private:
    bool mark(const QString& attribute) const { return QProcess::execute(QStringLiteral("chattr"), {attribute, m_path}) == 0; }

    QString m_path;
    bool m_kept;
};

}
