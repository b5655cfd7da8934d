#pragma once

#include "app/journal/Disk.h"

namespace motcua::test {

/// The system's disk, whose n-th operation fails. A write that fails leaves half of the bytes behind.
class FaultDisk final : public journal::Disk {
public:
    /// The `n`-th operation from now (1 is the next) fails with `code`.
    void arm(int n, const QString& code = QStringLiteral("disk.failed")) {
        m_left = n;
        m_code = code;
        m_struck = false;
    }
    void disarm() { m_left = 0; }
    bool hasStruck() const { return m_struck; }

    base::Outcome write(const QString& path, const QByteArray& bytes) override {
        if (!strikes())
            return m_system.write(path, bytes);
        (void)m_system.write(path, bytes.first(bytes.size() / 2));
        return base::fail(m_code);
    }
    base::Outcome sync(const QString& path) override { return strikes() ? base::Outcome(base::fail(m_code)) : m_system.sync(path); }
    base::Outcome rename(const QString& from, const QString& to) override {
        return strikes() ? base::Outcome(base::fail(m_code)) : m_system.rename(from, to);
    }
    base::Outcome syncFolder(const QString& path) override { return strikes() ? base::Outcome(base::fail(m_code)) : m_system.syncFolder(path); }
    base::Outcome makeFolder(const QString& path) override { return strikes() ? base::Outcome(base::fail(m_code)) : m_system.makeFolder(path); }

private:
    bool strikes() {
        if (m_left == 0 || --m_left > 0)
            return false;
        m_struck = true;
        return true;
    }

    journal::SystemDisk m_system;
    QString m_code;
    int m_left = 0;
    bool m_struck = false;
};

}
