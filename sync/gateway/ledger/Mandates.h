#pragma once

#include "app/base/Result.h"
#include "app/domain/Ids.h"
#include "app/domain/Settings.h"
#include "sync/gateway/store/Tables.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

#include <map>
#include <mutex>
#include <optional>

namespace motcua::gateway {

/// What the people of each unit may do, in every version that was published to the feed. A station without a line acts by the
/// versions it has, so each question says since which cursor: the version in force then and all later ones count.
/// Owned by Ledger; may be used by any thread.
class Mandates {
public:
    struct Mandate {
        bool active = false; ///< in at least one version that counts
        int roles = 0;       ///< an or of domain::Role numbers, over those versions
    };

    /// Reads what was published since the last time.
    base::Outcome catchUp(const Tables& tables);
    /// Nothing when no version, whether it counts or not, knows such an account.
    std::optional<Mandate> of(qint64 unit, domain::UserId user, qint64 since) const;
    /// Whether the unit lets someone approve what they received themselves.
    bool twoHatAllowed(qint64 unit, qint64 since) const;
    /// Whether the unit's slips of a series (domain::series) ever bore that suffix, by any settings that were published.
    bool hadSuffix(qint64 unit, const QString& series, const QString& suffix) const;
    /// Whether every version asks that acts which bind are signed; one that asks less counts as long as the desk may go by it.
    bool mustSign(qint64 unit, qint64 since) const;
    /// What is signed: a row of a book, on a day. Without a book it is none, and no authority is asked for.
    struct Row {
        QString book = {};
        QDate day = {}; ///< Viet Nam
    };
    /// Whether a version that counts has the account just so, or the authority by which it signs such a row.
    bool isNamedRightly(qint64 unit, const domain::Signer& signer, qint64 since, const Row& row) const;
    /// Whether by a version that counts the account may sign such a row; one that no version knows may.
    bool maySign(qint64 unit, domain::UserId user, qint64 since, const Row& row) const;

private:
    struct Person {
        Mandate mandate;
        domain::Account account;
    };
    using People = QHash<QUuid, Person>;
    /// By the cursor of publication.
    template <class Published>
    using Versions = std::map<qint64, Published>;

    using Add = void (Mandates::*)(qint64 unit, qint64 cursor, const QJsonObject& body);
    base::Outcome catchUpWith(const Tables& tables, const char* kind, Add add, qint64& seen);
    void addAccounts(qint64 unit, qint64 cursor, const QJsonObject& body);
    void addSettings(qint64 unit, qint64 cursor, const QJsonObject& body);

    mutable std::mutex m_mutex;
    qint64 m_accountsSeen = 0; ///< cursors
    qint64 m_settingsSeen = 0;
    QHash<qint64, Versions<People>> m_people;
    QHash<qint64, Versions<bool>> m_twoHat;
    QHash<qint64, QSet<QString>> m_suffixes; ///< series and suffix
    QHash<qint64, Versions<bool>> m_mustSign;
};

}
