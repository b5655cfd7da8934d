#include "app/journal/log/ChainCheck.h"

#include "app/sqlite/Connection.h"

namespace motcua::journal {

namespace {

QString eventPlace(qint64 seq, const char* what) {
    return QStringLiteral("event %1: %2").arg(seq).arg(QLatin1String(what));
}

}

base::Result<OwnLog::Head> ChainCheck::walk(const OwnLog::Head& known, const Report& report) const {
    auto statement = m_connection.prepare(QByteArray("SELECT ") + OwnRecordRow::headerColumns + " FROM record WHERE seq > ?1 ORDER BY seq");
    statement.bind(known.seq);
    return walkWith(statement, known, report, nullptr);
}

base::Result<OwnLog::Head> ChainCheck::walkAll(const Report& report, const Visit& visit) const {
    auto statement = m_connection.prepare(QByteArray("SELECT ") + OwnRecordRow::allColumns + " FROM record ORDER BY seq");
    return walkWith(statement, {}, report, &visit);
}

base::Result<OwnLog::Head> ChainCheck::walkWith(sqlite::Statement& statement, OwnLog::Head known, const Report& report, const Visit* visit) const {
    for (;;) {
        const auto next = statement.next();
        if (!next)
            return base::fail(next.error());
        if (!*next)
            return known;
        const OwnRecordRow row = visit ? OwnRecordRow::readAll(statement, m_station) : OwnRecordRow::readHeader(statement, m_station);
        const qint64 seq = row.header.seq;
        if (seq != known.seq + 1)
            report(QStringLiteral("verify.missing"), eventPlace(known.seq + 1, "missing"));
        else if (row.header.previous != known.hash)
            report(QStringLiteral("verify.broken-chain"), eventPlace(seq, "does not follow the event before it"));
        if (protocol::hashOf(row.header) != row.hash)
            report(QStringLiteral("verify.header-changed"), eventPlace(seq, "header changed"));
        if (visit)
            (*visit)(row);
        known = {seq, row.hash};
    }
}

}
