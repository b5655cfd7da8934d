#pragma once

#include "app/capture/SaneScanner.h"
#include "app/capture/WatchedDirectory.h"
#include "tests/support/sane/ScannerBench.h"

#include <QSignalSpy>

#include <memory>
#include <optional>

namespace motcua::capture::test {

/// What a watched directory said; destroyed with it.
struct Watch {
    explicit Watch(WatchedDirectory& directory)
        : pages(&directory, &WatchedDirectory::pageRead), imported(&directory, &WatchedDirectory::fileImported),
          refused(&directory, &WatchedDirectory::fileRefused) {}
    QSignalSpy pages;
    QSignalSpy imported;
    QSignalSpy refused;
};

/// A directory to be watched and a scanner that reads what is put into it.
class WatchedInbox {
protected:
    static constexpr int deadline = 30'000; ///< milliseconds

    /// A new directory for each test. False where it cannot be made.
    bool begin();
    WatchedDirectory::Settings settings() const;
    /// On a share: all in milliseconds.
    WatchedDirectory::Settings share(int quiet, std::optional<int> grace = {}) const;
    QString put(const QString& name, const QByteArray& content) const;
    QStringList inside() const;
    /// Subfolders and hidden files too: no copy may be left anywhere.
    QStringList everything() const;

    std::unique_ptr<ScannerBench> m_bench;
    std::unique_ptr<SaneScanner> m_scanner;
    QString m_path;
};

}
