#pragma once

#include "app/base/Clock.h"
#include "app/domain/Dossier.h"
#include "tests/support/recorded/Exchange.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <atomic>
#include <vector>

namespace motcua::test {

/// What commit fb30b3b wrote, unpacked where it may be changed: see tests/data/fb30b3b/README.md. MOTCUA_FIXTURE names another
/// recording of the same story. Used by one thread.
class Recorded {
public:
    Recorded();

    /// Unpacks NAME.tar.gz; the directory in it. Empty: it cannot be unpacked.
    QString unpack(const QString& name) const;
    /// Where the key may lie under which what fb30b3b left in clear is sealed.
    QString keyFile() const { return m_unpacked.filePath(QStringLiteral("outside/gateway.key")); }
    const QJsonObject& expected() const { return m_expected; }
    /// The exchanges of traffic/NAME.json, in their order.
    std::vector<Exchange> exchanges(const QString& name) const;
    QJsonObject keys() const;
    QString password() const { return QStringLiteral("mot-cua-2026"); }
    /// The dossier of one of the persons in the story.
    domain::DossierId dossierOf(const QString& person) const;

    /// Stands at the hour at which the recording ended, until it is set. Any thread.
    class Clock final : public base::Clock {
    public:
        QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_now, Qt::UTC); }
        qint64 monotonic() const override { return m_system.monotonic(); }
        void set(qint64 milliseconds) { m_now = milliseconds; }

    private:
        base::SystemClock m_system;
        std::atomic<qint64> m_now = 0;
    };
    Clock& clock() { return m_clock; }

    /// A dossier as fb30b3b had it, in today's shape: its certified copy is the facts and terms of that job. How many of its
    /// attestations were printed is not in there: see attestedBy().
    static domain::Dossier today(const QJsonObject& first);
    /// From the history: a job of fb30b3b attested the whole of an entry, whatever it printed.
    static std::vector<domain::AttestedEntry> attestedBy(const QJsonArray& events, int owed);

private:
    QJsonObject read(const QString& file) const;

    QString m_directory;
    QTemporaryDir m_unpacked;
    QJsonObject m_expected;
    Clock m_clock;
};

}
