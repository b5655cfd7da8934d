#include "app/journal/log/SecurityChain.h"

#include "app/journal/standing/Standing.h"
#include "app/sqlite/Connection.h"
#include "sync/protocol/Digest.h"

#include <QDataStream>
#include <QIODevice>

namespace motcua::journal {

namespace {

constexpr char rowQuery[] = "SELECT seq, previous, sealed FROM security";

struct Row {
    qint64 seq = 0;
    QByteArray previous;
    QByteArray sealed;
    QByteArray hash() const {
        QByteArray head;
        QDataStream(&head, QIODevice::WriteOnly) << seq;
        return protocol::Digest::of(head + previous + protocol::Digest::of(sealed));
    }
};

Row rowAt(const sqlite::Statement& row) {
    return {row.integer(0), row.bytes(1), row.bytes(2)};
}

QString fault(qint64 seq, const char* what) {
    return QStringLiteral("security row %1: %2").arg(seq).arg(QLatin1String(what));
}

/// Walks the rows in order; `expected` is the number and the chained hash of the first, 0: whatever it is.
base::Result<QStringList> chainFaults(sqlite::Connection& connection, qint64 first, QByteArray previous, Row& last) {
    QStringList faults;
    auto statement = connection.prepare(rowQuery + QByteArray(" ORDER BY seq"));
    const auto read = statement.each([&] {
        const Row row = rowAt(statement);
        const qint64 expected = last.seq > 0 ? last.seq + 1 : first;
        if (expected > 0 && row.seq != expected)
            faults << fault(expected, "missing");
        else if (!previous.isNull() && row.previous != previous)
            faults << fault(row.seq, "does not follow from the one before");
        previous = row.hash();
        last = row;
    });
    return read ? base::Result<QStringList>(faults) : base::fail(read.error());
}

}

SecurityChain::SecurityChain(sqlite::Connection& connection, const QUuid& station, Sealer sealer, Standing& standing, qint64 most)
    : m_connection(connection), m_station(station), m_sealer(std::move(sealer)), m_standing(standing), m_most(most) {}

base::Result<SecurityChain::End> SecurityChain::end() const {
    const auto plain = m_standing.part(Standing::securityPart);
    if (!plain)
        return base::fail(plain.error());
    End end;
    if (*plain) {
        QDataStream(**plain) >> end.first >> end.last >> end.before >> end.hash;
        return end;
    }
    // As far as the rows themselves tell.
    auto statement = m_connection.prepare(rowQuery + QByteArray(" ORDER BY seq DESC LIMIT 1"));
    const auto row = statement.next();
    if (!row)
        return base::fail(row.error());
    end.isSound = !*row;
    if (*row) {
        const Row last = rowAt(statement);
        end.last = last.seq;
        end.hash = last.hash();
    }
    return end;
}

base::Outcome SecurityChain::write(const End& end) {
    QByteArray plain;
    QDataStream(&plain, QIODevice::WriteOnly) << end.first << end.last << end.before << end.hash;
    return m_standing.put(Standing::securityPart, plain);
}

base::Result<bool> SecurityChain::endFits() const {
    const auto end = this->end();
    if (!end)
        return base::fail(end.error());
    auto statement = m_connection.prepare(rowQuery + QByteArray(" ORDER BY seq DESC LIMIT 1"));
    return statement.next().map([&](bool found) {
        const Row last = found ? rowAt(statement) : Row();
        return end->isSound && last.seq == end->last && (!found || last.hash() == end->hash);
    });
}

base::Result<bool> SecurityChain::begins() const {
    return end().map([](const End& end) { return end.last == 0 || !end.isSound; });
}

base::Outcome SecurityChain::append(QByteArrayView plain) {
    auto end = this->end();
    if (!end)
        return base::fail(end.error());
    Row row{end->last + 1, end->hash, {}};
    auto sealed = m_sealer.seal(plain, rowPlace(row.seq));
    if (!sealed)
        return base::fail(sealed.error());
    row.sealed = std::move(*sealed);
    const QByteArray previous = row.previous.isNull() ? QByteArray("") : row.previous;
    // Whoever put a row there that is none of the log's has it written over.
    const auto written = m_connection.prepare("INSERT OR REPLACE INTO security VALUES(?1, ?2, ?3)").bind(row.seq, previous, row.sealed).run();
    if (!written)
        return written;
    end->last = row.seq;
    end->hash = row.hash();
    return dropOldest(*end, end->last - m_most).and_then([&](base::Done) { return write(*end); });
}

base::Outcome SecurityChain::dropOldest(End& end, qint64 upTo) {
    if (upTo < end.first)
        return base::done();
    auto statement = m_connection.prepare(rowQuery + QByteArray(" WHERE seq = ?1"));
    const auto row = statement.bind(upTo).next();
    if (!row)
        return base::fail(row.error());
    // One that somebody took away is told as missing for as long as it would have been kept.
    if (*row) {
        end.before = rowAt(statement).hash();
        end.first = upTo + 1;
    }
    return m_connection.prepare("DELETE FROM security WHERE seq <= ?1").bind(upTo).run();
}

base::Outcome SecurityChain::dropUpTo(qint64 seq) {
    auto end = this->end();
    if (!end)
        return base::fail(end.error());
    return dropOldest(*end, std::min(seq, end->last - 1)).and_then([&](base::Done) { return write(*end); });
}

base::Outcome SecurityChain::walk(Order order, const std::function<bool(qint64, const QByteArray&)>& visit) const {
    auto statement = m_connection.prepare(
        order == Order::NewestFirst ? "SELECT seq, sealed FROM security ORDER BY seq DESC" : "SELECT seq, sealed FROM security ORDER BY seq");
    for (;;) {
        const auto row = statement.next();
        if (!row || !*row)
            return row ? base::done() : base::fail(row.error());
        const auto plain = m_sealer.open(statement.bytes(1), rowPlace(statement.integer(0)));
        if (plain && !visit(statement.integer(0), *plain))
            return base::done();
    }
}

base::Result<QStringList> SecurityChain::faults() const {
    const auto end = this->end();
    if (!end)
        return base::fail(end.error());
    Row last;
    auto faults = chainFaults(m_connection, end->isSound ? end->first : 0, end->before, last);
    if (!faults)
        return faults;
    if (!end->isSound)
        *faults << QStringLiteral("security log: its sealed end is missing or not its own");
    else if (last.seq < end->last)
        *faults << fault(last.seq + 1, "missing, with all that followed");
    else if (last.seq > end->last || (end->last > 0 && last.hash() != end->hash))
        *faults << fault(last.seq, "not the last that was written");
    return faults;
}

base::Result<QStringList> SecurityChain::faultsWithoutKey(sqlite::Connection& connection) {
    Row last;
    return chainFaults(connection, 0, {}, last);
}

}
