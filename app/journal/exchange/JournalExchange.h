#pragma once

#include "app/domain/ports/Exchange.h"

namespace motcua::sqlite {
class Connection;
}

namespace motcua::journal {

class ReadModel;
class Freshness;
class Secrets;
class Standing;

/// What has passed, or waits to pass, between this station and the province, from the journal's tables. Owned by Unlocked, used
/// in the GUI thread.
class JournalExchange final : public domain::ports::Exchange {
public:
    struct Parts {
        const ReadModel& model;
        const Secrets& secrets;
        Standing& standing;
        const Freshness& freshness;
    };
    JournalExchange(sqlite::Connection& connection, domain::StationId station, const Parts& parts);

    base::Result<std::vector<domain::ports::UnsentItem>> unsent(int limit) const override;
    base::Result<std::vector<domain::ports::RefusedItem>> refusals() const override;
    base::Outcome takeOut(qint64 seq) override;
    base::Outcome takenAnew(qint64 seq) override;
    base::Result<std::vector<domain::ports::RefusedItem>> fallenReceipts() const override;
    base::Result<domain::Event> refusedEvent(qint64 seq) const override;
    base::Result<domain::ports::ReadVersions> readVersions() const override;
    /// The newest cursor of accounts, settings and kinds of job that the screens follow; 0: none, or the platform reads no record that says so.
    base::Result<qint64> heard() const;
    /// A wish is met by releasing the dossier after it came in.
    base::Result<std::vector<domain::ports::DossierWish>> wishes() const override;
    std::vector<domain::ports::FileDoubt> doubts() const override;
    base::Outcome seen(const QString& doubt) override;
    bool noticesCopiesAtOnce() const override;

private:
    /// Of a receipt that does not stand there is no dossier that would have it.
    QString codeOf(domain::DossierId dossier, qint64 seq) const;
    base::Outcome addAside(std::vector<domain::ports::RefusedItem>& items, const QByteArray& which) const;

    sqlite::Connection& m_connection;
    domain::StationId m_station;
    const ReadModel& m_model;
    const Secrets& m_secrets;
    Standing& m_standing;
    const Freshness& m_freshness;
};

}
