#include "sync/gateway/store/sqlite/SqliteEnrolmentTable.h"

#include "sync/gateway/store/sqlite/RowMarks.h"
#include "sync/gateway/store/sqlite/SealedRow.h"

namespace motcua::gateway {

namespace {

/// A code and its desk, where nobody has put or changed either without the key.
QByteArray codesWhere(const char* column, const char* condition) {
    return QByteArray("SELECT c.hash, s.key, s.unit, s.id, ") + column + " FROM codes c JOIN stations s ON s.key = c.station WHERE " + condition +
           " AND " + rowmarks::isRight("codes", "c") + " AND " + rowmarks::isRight("stations", "s");
}

}

base::Result<std::vector<OpenCode>> SqliteEnrolmentTable::openCodes(qint64 now) const {
    auto query = m_connection.prepare(codesWhere("login", "c.used IS NULL AND c.expires > ?1 AND s.enrolled IS NULL"));
    query.bind(now);
    std::vector<OpenCode> codes;
    return query
        .each([&]() -> base::Outcome {
            return sealedrow::loginIn(m_vault, query.text(4), query.bytes(0)).map([&](const QString& login) {
                codes.push_back({query.bytes(0), {query.integer(1), query.integer(2), query.uuid(3)}, login});
                return base::Done();
            });
        })
        .map([&](base::Done) { return std::move(codes); });
}

base::Result<std::vector<UsedCode>> SqliteEnrolmentTable::usedCodes(qint64 now) const {
    auto query = m_connection.prepare(
        codesWhere("certificate", "c.used IS NOT NULL AND c.expires > ?1 AND s.enrolled IS NOT NULL AND s.revoked = 0 AND s.seq = 0"));
    query.bind(now);
    std::vector<UsedCode> codes;
    return query.each([&] {
                    codes.push_back({query.bytes(0), {query.integer(1), query.integer(2), query.uuid(3)}, query.bytes(4)});
                })
        .map([&](base::Done) { return std::move(codes); });
}

base::Outcome SqliteEnrolmentTable::addCode(const NewRow& row) {
    return sealedrow::sealedLogin(m_vault, row.login, row.hash).and_then([&](const QString& login) {
        return m_connection.prepare("INSERT INTO codes(hash, station, expires, login) VALUES(?1, ?2, ?3, ?4)")
            .bind(row.hash, row.station, row.expires, login)
            .run();
    });
}

base::Result<bool> SqliteEnrolmentTable::useCode(const QByteArray& hash, qint64 now) {
    return m_connection.prepare("UPDATE codes SET used = ?1 WHERE hash = ?2 AND used IS NULL AND expires > ?1")
        .bind(now, hash)
        .run()
        .map([&](base::Done) { return m_connection.changes() == 1; });
}

base::Result<qint64> SqliteEnrolmentTable::failures(const QString& who, Span span) const {
    auto query = m_connection.prepare("SELECT count(*) FROM failures WHERE address = ?1 AND at BETWEEN ?2 AND ?3");
    return query.bind(who, span.from, span.to).next().map([&](bool) { return query.integer(0); });
}

base::Result<bool> SqliteEnrolmentTable::hasFailuresOutside(Span span) const {
    auto query = m_connection.prepare("SELECT 1 FROM failures WHERE at NOT BETWEEN ?1 AND ?2 LIMIT 1");
    return query.bind(span.from, span.to).next();
}

base::Outcome SqliteEnrolmentTable::addFailure(const QString& who, qint64 at) {
    return m_connection.prepare("INSERT INTO failures(address, at) VALUES(?1, ?2)").bind(who, at).run();
}

base::Outcome SqliteEnrolmentTable::dropFailure(const QString& who) {
    return m_connection.prepare("DELETE FROM failures WHERE rowid = (SELECT rowid FROM failures WHERE address = ?1 ORDER BY at DESC LIMIT 1)")
        .bind(who)
        .run();
}

base::Outcome SqliteEnrolmentTable::forgetFailuresOutside(Span span) {
    return m_connection.prepare("DELETE FROM failures WHERE at NOT BETWEEN ?1 AND ?2").bind(span.from, span.to).run();
}

}
