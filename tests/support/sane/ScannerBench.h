#pragma once

#include "app/capture/HelperSettings.h"

#include <QTemporaryDir>

namespace motcua::capture::test {

/// A private SANE: Debian's `test` and `pnm` backends and our scripted one, no system file read, no network asked.
class ScannerBench {
public:
    ScannerBench();

    /// The real helper with this SANE.
    HelperSettings settings() const;
    /// The same; the scripted feeder plays `script` (ScriptedBackend.cpp says the words).
    HelperSettings scripted(const QString& script) const;
    /// A file's path inside the bench's own directory.
    QString file(const QString& name) const { return m_directory.filePath(name); }
    /// Writes a file into it and returns the path.
    QString write(const QString& name, const QByteArray& content) const;

private:
    QTemporaryDir m_directory;
};

}
