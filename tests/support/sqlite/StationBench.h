#pragma once

#include "app/journal/StationData.h"
#include "app/journal/Unlocked.h"
#include "sync/protocol/Messages.h"
#include "tests/support/sqlite/CopyJob.h"
#include "tests/support/sqlite/StationClock.h"

#include <QTemporaryDir>

#include <memory>

namespace motcua::test {

/// A station's data in a directory of its own, with one user and cheap key slots.
class StationBench {
public:
    static constexpr char login[] = "lan.nt";
    static constexpr char password[] = "nắng chiều qua sông Lô";

    StationBench();

    journal::StationOptions options() const;
    journal::NewStation newStation() const;
    base::Outcome create();
    base::Outcome open();
    base::Outcome unlock(journal::UnlockMode mode = journal::UnlockMode::Normal);
    /// Goes on with what was unlocked in another way.
    void take(std::unique_ptr<journal::Unlocked> unlocked) { m_unlocked = std::move(unlocked); }
    /// Locks and closes.
    void close();

    QString directory() const { return m_directory.path() + QStringLiteral("/station"); }
    QString databaseFile() const { return directory() + QStringLiteral("/journal.sqlite"); }
    journal::StationData& data() { return *m_data; }
    journal::Unlocked& unlocked() { return *m_unlocked; }
    /// Appends and applies.
    base::Result<qint64> append(const std::vector<domain::Event>& events);
    CopyJob job(int number) const;
    /// Grants the volume through the feed.
    base::Outcome grantVolume(qint64 cursor = 1);
    /// Another station's record about a directory, as the feed brings it.
    static protocol::FeedItem recordItem(qint64 cursor, qint64 seq, const domain::Event& event);

    domain::StationId station = domain::StationId::make(1);
    domain::UserId clerk = domain::UserId::make(2);
    domain::UserId supervisor = domain::UserId::make(3);
    domain::VolumeId volume = domain::VolumeId::make(4);
    StationClock clock;
    QByteArray vfs;
    journal::Disk* disk = nullptr;
    int snapshotEvery = 1'000'000;

private:
    QTemporaryDir m_directory;
    std::unique_ptr<journal::StationData> m_data;
    std::unique_ptr<journal::Unlocked> m_unlocked;
};

}
