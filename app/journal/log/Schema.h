#pragma once

#include "app/base/Result.h"
#include "app/domain/Ids.h"

#include <QByteArray>

namespace motcua::sqlite {
class Connection;
}

namespace motcua::journal {

/// The tables of journal.sqlite, and the few facts about the file that lie in clear.
namespace schema {

constexpr int supported = 7;

/// Makes the tables and states whose journal this is, inside the caller's transaction.
base::Outcome create(sqlite::Connection& connection, domain::StationId station);

struct Identity {
    domain::StationId station;
    QByteArray salt; ///< what logins are hashed with
};

/// Errors: "journal.newer-version" {found, supported}, "journal.damaged" {place}.
base::Result<Identity> check(sqlite::Connection& connection);

/// Brings the side tables of an older file that check() found sound up to `supported`, in one transaction; records are never touched.
base::Outcome upgrade(sqlite::Connection& connection);

}

/// One of the numbers and texts in the table `fact`.
base::Result<QByteArray> fact(sqlite::Connection& connection, const QString& name);
base::Result<qint64> factNumber(sqlite::Connection& connection, const QString& name);
base::Outcome setFact(sqlite::Connection& connection, const QString& name, const QByteArray& value);

}
