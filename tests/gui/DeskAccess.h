#pragma once

#include "app/counter/Access.h"
#include "app/counter/Upkeep.h"
#include "tests/support/counter/CounterBench.h"

#include <QFuture>

namespace motcua::test {

/// Upkeep that answers as a test says.
class ToldUpkeep final : public counter::Upkeep {
public:
    QString directory() const override { return QStringLiteral("/var/lib/motcua"); }
    QFuture<std::vector<counter::Finding>> diagnose() override { return QtFuture::makeReadyFuture(findings); }
    QFuture<base::Result<counter::Soundness>> verify() override { return QtFuture::makeReadyFuture(soundness); }
    QFuture<base::Outcome> backUp(const QString& to) override {
        target = to;
        return QtFuture::makeReadyFuture(copied);
    }

    QFuture<base::Result<domain::ports::SecurityPage>> securityLog(const domain::SecurityFilter& filter) override {
        domain::ports::SecurityPage page{{}, securityFaults};
        for (const domain::SecurityEvent& event : security)
            if (filter.fits(event))
                page.events.push_back(event);
        return QtFuture::makeReadyFuture(base::Result<domain::ports::SecurityPage>(page));
    }

    std::vector<domain::SecurityEvent> security; ///< newest first
    QStringList securityFaults;
    std::vector<counter::Finding> findings;
    base::Result<counter::Soundness> soundness = counter::Soundness{12, 3, 0, {}};
    base::Outcome copied = base::done();
    QString target;
};

/// The doors of a station that stands on a CounterBench: everybody of the unit has the same password.
class DeskAccess final : public counter::Access {
public:
    explicit DeskAccess(CounterBench& bench) : m_bench(bench) {}

    static QString password() { return QStringLiteral("cau-tre-ao-sen-trang-ram"); }

    bool isEnrolled() const override { return enrolled; }
    QStringList logins() const override { return m_logins; }
    QString lastLogin() const override { return {}; }
    QFuture<base::Outcome> enrol(const counter::Enrolment& enrolment) override {
        if (enrolment.code != QLatin1String("GOOD-CODE"))
            return QtFuture::makeReadyFuture(base::Outcome(base::fail(QStringLiteral("enrolment.code-wrong"))));
        enrolled = true;
        return QtFuture::makeReadyFuture(base::Outcome(base::done()));
    }
    QFuture<base::Result<domain::Account>> unlock(const QString& login, const base::Secret& typed) override {
        using Answer = base::Result<domain::Account>;
        if (!nextFailure.code.isEmpty())
            return QtFuture::makeReadyFuture(Answer(base::fail(nextFailure)));
        for (const domain::Account& account : m_bench.archive.accounts())
            if (account.login == login && typed == base::Secret(word)) {
                m_open = true;
                return QtFuture::makeReadyFuture(Answer(account));
            }
        return QtFuture::makeReadyFuture(Answer(base::fail(QStringLiteral("unlock.wrong-password"),
            {{QStringLiteral("triesLeft"), QStringLiteral("4")}, {QStringLiteral("lockMinutes"), QStringLiteral("15")}})));
    }
    QFuture<base::Outcome> addUser(const QString& login, const base::Secret&, const QString&) override {
        if (!nextRefusal.code.isEmpty())
            return QtFuture::makeReadyFuture(base::Outcome(base::fail(nextRefusal)));
        if (m_logins.contains(login))
            return QtFuture::makeReadyFuture(base::Outcome(base::fail(QStringLiteral("access.exists"))));
        m_logins.append(login);
        return QtFuture::makeReadyFuture(base::Outcome(base::done()));
    }
    QFuture<base::Outcome> removeUser(const QString& login) override {
        if (!nextRefusal.code.isEmpty())
            return QtFuture::makeReadyFuture(base::Outcome(base::fail(nextRefusal)));
        m_logins.removeAll(login);
        return QtFuture::makeReadyFuture(base::Outcome(base::done()));
    }
    QFuture<base::Outcome> resetPassword(const QString& login, const base::Secret&, const QString&) override {
        if (!nextRefusal.code.isEmpty())
            return QtFuture::makeReadyFuture(base::Outcome(base::fail(nextRefusal)));
        reset.append(login);
        return QtFuture::makeReadyFuture(base::Outcome(base::done()));
    }
    QFuture<base::Outcome> activate(const QString& code) override {
        if (!nextRefusal.code.isEmpty())
            return QtFuture::makeReadyFuture(base::Outcome(base::fail(nextRefusal)));
        activations.append(code);
        return QtFuture::makeReadyFuture(base::Outcome(base::done()));
    }
    QFuture<base::Outcome> changePassword(const QString&, const base::Secret& old, const base::Secret&) override {
        ++changes;
        if (old != base::Secret(word))
            return QtFuture::makeReadyFuture(base::Outcome(base::fail(QStringLiteral("unlock.wrong-password"))));
        return QtFuture::makeReadyFuture(base::Outcome(base::done()));
    }
    counter::Counter* counter() override { return m_open ? m_bench.counter.get() : nullptr; }
    counter::Upkeep* upkeep() override { return &care; }
    void close() override { m_open = false; }

    bool enrolled = true;
    QString word = password(); ///< of everybody
    base::Error nextFailure;
    base::Error nextRefusal; ///< of adding, removing and resetting
    QStringList reset;       ///< whose password was set anew
    QStringList activations; ///< by which codes whoever was seated was to sign
    int changes = 0;         ///< how often a password was to be changed
    ToldUpkeep care;

private:
    CounterBench& m_bench;
    QStringList m_logins{QStringLiteral("hung.tv"), QStringLiteral("lan.nt")};
    bool m_open = false;
};

}
