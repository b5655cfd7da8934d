#include "tests/support/sane/WatchedInbox.h"

#include <QDir>

namespace motcua::capture::test {

bool WatchedInbox::begin() {
    m_bench = std::make_unique<ScannerBench>();
    m_scanner = std::make_unique<SaneScanner>(m_bench->settings());
    m_path = m_bench->file(QStringLiteral("inbox"));
    return QDir().mkpath(m_path);
}

WatchedDirectory::Settings WatchedInbox::settings() const {
    return {.path = m_path, .stableMs = 100, .idleMs = 300};
}

WatchedDirectory::Settings WatchedInbox::share(int quiet, std::optional<int> grace) const {
    auto share = settings();
    share.remote = true;
    share.quietMs = quiet;
    share.graceMs = grace.value_or(share.graceMs);
    return share;
}

QString WatchedInbox::put(const QString& name, const QByteArray& content) const {
    return m_bench->write(QStringLiteral("inbox/") + name, content);
}

QStringList WatchedInbox::inside() const {
    return QDir(m_path).entryList(QDir::Files, QDir::Name);
}

QStringList WatchedInbox::everything() const {
    return QDir(m_path).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

}
