#pragma once

#include "app/journal/disk/Disk.h"

namespace motcua::test {

/// The system's disk, whose n-th operation fails. A write that fails leaves half of the bytes behind.
class FaultDisk final : public journal::Disk {
public:
    /// The `n`-th operation from now (1 is the next) fails with `code`.
    void arm(int n, const QString& code = QStringLiteral("disk.failed")) {
        m_target = n;
        m_code = code;
        m_calls = 0;
        m_struckCall.clear();
    }
    void disarm() { m_target = 0; }
    bool hasStruck() const { return !m_struckCall.isEmpty(); }
    /// How many operations were counted since arm().
    int calls() const { return m_calls; }
    /// The operation that failed: "write", "sync", … Empty: none.
    QByteArray struckCall() const { return m_struckCall; }

    base::Outcome write(const QString& path, const QByteArray& bytes) override {
        if (!strikes("write"))
            return m_system.write(path, bytes);
        (void)m_system.write(path, bytes.first(bytes.size() / 2));
        return base::fail(m_code);
    }
    base::Outcome sync(const QString& path) override { return strikes("sync") ? base::Outcome(base::fail(m_code)) : m_system.sync(path); }
    base::Outcome rename(const QString& from, const QString& to) override {
        return strikes("rename") ? base::Outcome(base::fail(m_code)) : m_system.rename(from, to);
    }
    base::Outcome syncDirectory(const QString& path) override {
        return strikes("sync directory") ? base::Outcome(base::fail(m_code)) : m_system.syncDirectory(path);
    }
    base::Outcome makeDirectory(const QString& path) override {
        return strikes("make directory") ? base::Outcome(base::fail(m_code)) : m_system.makeDirectory(path);
    }

private:
    bool strikes(const char* call) {
        if (m_target == 0 || ++m_calls != m_target)
            return false;
        m_struckCall = call;
        return true;
    }

    journal::SystemDisk m_system;
    QString m_code;
    QByteArray m_struckCall;
    int m_target = 0;
    int m_calls = 0;
};

}
