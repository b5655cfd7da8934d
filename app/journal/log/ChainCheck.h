#pragma once

#include "app/base/Result.h"
#include "app/journal/log/OwnLog.h"

#include <QUuid>

#include <functional>

namespace motcua::journal {

/// Walks the headers in order and compares each with its hash, its predecessor and its number. Made for one walk.
class ChainCheck {
public:
    using Report = std::function<void(const QString& code, const QString& place)>;
    /// Called for each row, for checks that need more than the header.
    using Visit = std::function<void(const OwnRecordRow& row)>;

    ChainCheck(sqlite::Connection& connection, const QUuid& station) : m_connection(connection), m_station(station) {}

    /// From the record after `known`, which has been checked before. Returns the last record's number and hash.
    base::Result<OwnLog::Head> walk(const OwnLog::Head& known, const Report& report) const;
    /// The same over all records, with their sealed bytes.
    base::Result<OwnLog::Head> walkAll(const Report& report, const Visit& visit) const;

private:
    base::Result<OwnLog::Head> walkWith(sqlite::Statement& statement, OwnLog::Head known, const Report& report, const Visit* visit) const;

    sqlite::Connection& m_connection;
    QUuid m_station;
};

}
