#pragma once

#include "app/base/Result.h"
#include "sync/protocol/Messages.h"
#include "sync/protocol/OpenSsl.h"
#include "sync/protocol/Record.h"

#include <QHash>
#include <QJsonObject>

#include <memory>
#include <vector>

namespace motcua::journal {

/// The keys that the feed says are people's at the desks of the unit. Owned by FeedLog, in its thread.
class KnownSigners {
public:
    static constexpr char feedKind[] = "person-key";

    /// Of a feed item; one that cannot be read counts for nothing.
    void add(const QJsonObject& voucher);
    /// Whether the act is of the person in whose name the record is. A record that nobody signed is not asked about here: the province says whether
    /// it may be.
    bool isActors(const protocol::Record& record) const;

private:
    struct Signer {
        QUuid station;
        QUuid user;
        qint64 since = 0;
        std::shared_ptr<EVP_PKEY> key;
    };
    QHash<QByteArray, Signer> m_byId;
};

}
