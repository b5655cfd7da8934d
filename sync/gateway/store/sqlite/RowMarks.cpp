#include "sync/gateway/store/sqlite/RowMarks.h"

#include "app/sqlite/Transaction.h"
#include "sync/gateway/store/sqlite/RowTally.h"
#include "sync/gateway/store/sqlite/SealedRow.h"

#include <QList>

#include <iterator>
#include <memory>

namespace motcua::gateway::rowmarks {

namespace {

struct Marked {
    const char* table;
    QList<QByteArray> key;
    QList<QByteArray> rest; ///< what it decides besides its key
};

/// A row's place in the tally is its place here: what is new goes to the end.
const QList<Marked>& all() {
    static const QList<Marked> tables{
        {"units", {"code"}, {"key", "settings"}},
        {"stations", {"key"}, {"id", "unit", "name", "certificate", "enrolled", "revoked", "seq", "head"}},
        {"codes", {"hash"}, {"station", "expires", "used", "login"}},
        {"person_codes", {"hash"}, {"unit", "user", "expires", "uses", "account_key"}},
        {"person_keys", {"id"}, {"station", "user", "public", "since", "until", "at", "change"}},
        {"items", {"cursor"}, {"unit", "station", "kind", "body", "later"}},
        {"records", {"cursor"}, {"station", "seq", "unit", "hash", "kind", "dossier", "waiting", "received", "act", "heard"}},
        {"dossiers", {"id"}, {"unit", "code", "holder", "state", "version", "closed"}},
        {"volumes", {"id"}, {"unit", "station", "body"}},
        {"entries", {"volume", "number"}, {"unit", "dossier", "spoiled"}},
        {"blobs", {"hash", "unit"}, {"bytes", "received", "named"}},
        {"heard", {"station", "cursor"}, {"seq", "at"}},
        {"faults", {"record", "code", "field"}, {"found"}},
        {"heads", {"station", "day"}, {"seq", "head", "signature"}},
        {"leases", {"id"}, {"volume", "station", "first", "last", "live", "body"}},
        {"runs", {"unit", "symbol", "year"}, {"body"}},
        {"written_off", {"volume", "first"}, {"last", "at"}},
        {"one_run", {"unit"}, {}},
        {"resting", {"unit"}, {"since", "beyond"}},
        {"told", {"unit", "station"}, {}},
    };
    return tables;
}

/// The first of them say who may do what.
constexpr qsizetype doorTables = 6;

QByteArray listed(const QList<QByteArray>& columns, const QByteArray& before) {
    QByteArray list;
    for (const QByteArray& column : columns)
        list += (list.isEmpty() ? "" : ", ") + before + column;
    return list;
}

/// What the mark of a row is made of, as arguments.
QByteArray rowOf(const Marked& marked, const QByteArray& alias) {
    return QByteArray("'") + marked.table + "', " + listed(marked.key + marked.rest, alias + '.');
}

/// The mark of a row, which is noted for the tally with the one that it takes the place of.
QByteArray noted(qsizetype index, const QByteArray& old, const QByteArray& row) {
    return "row_marked(" + QByteArray::number(index) + ", " + old + ", " + row + ")";
}

QByteArray markOf(const Marked& marked, const QByteArray& alias) {
    return "row_mark(" + rowOf(marked, alias) + ")";
}

QByteArray isRow(const Marked& marked, const QByteArray& alias) {
    QByteArray condition;
    for (const QByteArray& column : marked.key)
        condition += (condition.isEmpty() ? "" : " AND ") + column + " = " + alias + '.' + column;
    return condition;
}

/// The three triggers of a table.
QByteArray triggersFor(const Marked& marked, qsizetype index) {
    const QByteArray table(marked.table);
    const QByteArray wasRight = "OLD.mac IS " + markOf(marked, "OLD");
    const auto set = [&](const QByteArray& old) {
        return "UPDATE " + table + " SET mac = " + noted(index, old, rowOf(marked, "NEW")) + " WHERE " + isRow(marked, "NEW");
    };
    return "CREATE TEMP TRIGGER marks_" + table + "_in AFTER INSERT ON main." + table + " WHEN NEW.mac IS NULL BEGIN " + set("NULL") +
           "; END; CREATE TEMP TRIGGER marks_" + table + "_to AFTER UPDATE OF " + listed(marked.key + marked.rest, {}) + " ON main." + table +
           " WHEN " + wasRight + " BEGIN " + set("OLD.mac") + "; END; CREATE TEMP TRIGGER marks_" + table + "_out AFTER DELETE ON main." + table +
           " WHEN " + wasRight + " BEGIN SELECT row_gone(" + QByteArray::number(index) + ", OLD.mac); END;";
}

/// Of a program before, that kept them without a key: whoever had a copy could try codes until one fitted.
base::Outcome keepCodesUnderKey(sqlite::Connection& connection, const vault::Vault& vault) {
    struct Code {
        QByteArray hash;
        QByteArray sealed;
    };
    const auto carried = [&](const char* select, const char* update, const auto& anew) -> base::Outcome {
        std::vector<Code> codes;
        auto query = connection.prepare(select);
        if (auto read = query.each([&] { codes.push_back({query.bytes(0), query.bytes(1)}); }); !read)
            return read;
        auto write = connection.prepare(update);
        for (const Code& code : codes) {
            const QByteArray hash = sealedrow::keptCode(vault, code.hash);
            const auto sealed = anew(code, hash);
            if (!sealed)
                return base::fail(sealed.error());
            if (auto written = write.bind(code.hash, hash, *sealed).run(); !written)
                return written;
        }
        return base::done();
    };
    return carried("SELECT hash, login FROM codes", "UPDATE codes SET hash = ?2, login = CAST(?3 AS TEXT) WHERE hash = ?1",
        [&](const Code& code, const QByteArray& hash) {
            const QString before = QString::fromLatin1(code.sealed);
            const bool isClear = before.isEmpty() || before == QLatin1String("*");
            // What does not open was bent: it is nobody's.
            const QString login = isClear ? before : sealedrow::loginIn(vault, before, code.hash).value_or(QString());
            return sealedrow::sealedLogin(vault, login, hash).map([](const QString& sealed) { return sealed.toLatin1(); });
        })
        .and_then([&](base::Done) {
            return carried("SELECT hash, account_key FROM person_codes", "UPDATE person_codes SET hash = ?2, account_key = ?3 WHERE hash = ?1",
                [&](const Code& code, const QByteArray& hash) -> base::Result<QByteArray> {
                    if (code.sealed.isEmpty())
                        return QByteArray();
                    const auto key = sealedrow::opened(vault, code.sealed, sealedrow::placeOfPersonCode(code.hash));
                    return key ? vault.seal(*key, sealedrow::placeOfPersonCode(hash)) : base::Result<QByteArray>(QByteArray());
                });
        });
}

base::Outcome markAll(sqlite::Connection& connection, const vault::Vault& vault) {
    if (auto kept = keepCodesUnderKey(connection, vault); !kept)
        return kept;
    RowTally tally(vault);
    for (qsizetype index = 0; index < all().size(); ++index) {
        const Marked& marked = all()[index];
        const QByteArray table(marked.table);
        if (auto done = connection.execute(("UPDATE " + table + " SET mac = " + markOf(marked, table)).constData()); !done)
            return done;
        auto query = connection.prepare("SELECT mac FROM " + table);
        if (auto read = query.each([&] { tally.add(index, query.bytes(0)); }); !read)
            return read;
    }
    return connection.prepare("INSERT INTO tally(id, state) VALUES(1, ?1)").bind(tally.state()).run();
}

/// Empty: there is none.
base::Result<QByteArray> stateOf(sqlite::Connection& connection) {
    auto query = connection.prepare("SELECT state FROM tally");
    return query.next().map([&](bool found) { return found ? query.bytes(0) : QByteArray(); });
}

/// The tally of before with what the transaction changed; one that somebody bent stays as it is, for `check` to find.
base::Outcome writeTally(sqlite::Connection& connection, const vault::Vault& vault, const RowTally& changes) {
    RowTally tally(vault);
    const auto state = stateOf(connection);
    if (!state)
        return base::fail(state.error());
    if (!tally.read(*state))
        return base::done();
    tally.join(changes);
    return connection.prepare("UPDATE tally SET state = ?1").bind(tally.state()).run();
}

}

base::Outcome attach(sqlite::Connection& connection, const vault::Vault& vault) {
    using Given = std::span<const sqlite::Argument>;
    const auto changes = std::make_shared<RowTally>(vault);
    connection.watch({.beforeCommit =
                          [&connection, &vault, changes] {
                              return (changes->isEmpty() ? base::done() : writeTally(connection, vault, *changes)).map([&](base::Done done) {
                                  changes->clear();
                                  return done;
                              });
                          },
        .afterRollback = [changes] { changes->clear(); }});
    auto defined = connection.define("row_mark", [&vault](Given row) { return vault.mark(packed(row)); });
    if (defined)
        defined = connection.define("row_marked", [&vault, changes](Given given) {
            const QByteArray mark = vault.mark(packed(given.subspan(2)));
            changes->replace(given[0].integer, given[1].bytes, mark);
            return mark;
        });
    if (defined)
        defined = connection.define("row_gone", [changes](Given given) {
            changes->replace(given[0].integer, given[1].bytes, {});
            return QByteArray();
        });
    for (qsizetype index = 0; defined && index < all().size(); ++index)
        defined = connection.execute(triggersFor(all()[index], index).constData());
    return defined;
}

namespace {

/// What did not fit before does not fit after.
base::Outcome carryOver(sqlite::Connection& connection, const vault::Vault& vault, const QByteArray& state) {
    RowTally kept(vault);
    if (!kept.readFormer(state))
        return base::done();
    RowTally former(vault);
    RowTally now(vault);
    for (qsizetype index = 0; index < all().size(); ++index) {
        auto query = connection.prepare(QByteArray("SELECT mac FROM ") + all()[index].table + " WHERE mac IS NOT NULL");
        const auto read = query.each([&] {
            former.addFormer(index, query.bytes(0));
            now.add(index, query.bytes(0));
        });
        if (!read)
            return read;
        if (!kept.isSame(former, index))
            now.add(index, "did not fit");
    }
    return connection.prepare("UPDATE tally SET state = ?1").bind(now.state()).run();
}

}

base::Outcome finish(sqlite::Connection& connection, const vault::Vault& vault) {
    // Asked once without waiting for who writes.
    if (const auto state = stateOf(connection); state && RowTally(vault).read(*state))
        return vault.noteMarked();
    auto transaction = sqlite::Transaction::begin(connection);
    if (!transaction)
        return base::fail(transaction.error());
    const auto state = stateOf(connection);
    if (!state)
        return base::fail(state.error());
    if (state->isEmpty() && !vault.isUnmarked())
        return base::fail(QStringLiteral("sqlite.corrupt"));
    if (auto right = state->isEmpty() ? markAll(connection, vault) : carryOver(connection, vault, *state); !right)
        return right;
    return transaction->commit().and_then([&](base::Done) { return vault.noteMarked(); });
}

QByteArray ofNew(const char* table, const QByteArray& values) {
    for (qsizetype index = 0; index < all().size(); ++index)
        if (qstrcmp(all()[index].table, table) == 0)
            return noted(index, "NULL", QByteArray("'") + table + "', " + values);
    return "NULL";
}

QByteArray isRight(const char* table, const char* alias) {
    for (const Marked& marked : all())
        if (qstrcmp(marked.table, table) == 0)
            return QByteArray("(") + alias + ".mac IS " + markOf(marked, alias) + ")";
    return "0";
}

base::Result<QStringList> faults(sqlite::Connection& connection, const vault::Vault& vault, RowTable::Scope scope, int most) {
    const qsizetype end = scope == RowTable::Scope::All ? all().size() : doorTables;
    QStringList found;
    const auto add = [&](const QString& line) {
        if (found.size() < most)
            found << line;
    };
    RowTally tally(vault);
    std::vector<qint64> named(static_cast<size_t>(all().size()));
    for (qsizetype index = 0; index < end; ++index) {
        const Marked& marked = all()[index];
        QByteArray name;
        for (const QByteArray& column : marked.key)
            name += (name.isEmpty() ? "quote(t." : " || ' ' || quote(t.") + column + ')';
        auto query = connection.prepare("SELECT t.mac, " + isRight(marked.table, "t") + ", " + name + " FROM " + marked.table + " t");
        const auto read = query.each([&] {
            if (query.integer(1) != 0)
                return tally.add(index, query.bytes(0));
            ++named[static_cast<size_t>(index)];
            add(QStringLiteral("row of %1, %2: planted or altered").arg(QLatin1String(marked.table), query.text(2)));
        });
        if (!read)
            return base::fail(read.error());
    }
    const auto state = stateOf(connection);
    if (!state)
        return base::fail(state.error());
    RowTally kept(vault);
    if (!kept.read(*state)) {
        add(QStringLiteral("the rows' tally was altered"));
        return found;
    }
    for (qsizetype index = 0; index < end; ++index) {
        const QLatin1String table(all()[index].table);
        const qint64 held = tally.count(index) + named[static_cast<size_t>(index)];
        if (held != kept.count(index))
            add(QStringLiteral("%1: %2 rows where there were %3: some were taken away or planted").arg(table).arg(held).arg(kept.count(index)));
        else if (named[static_cast<size_t>(index)] == 0 && !kept.isSame(tally, index))
            add(QStringLiteral("%1: some rows are of an earlier moment").arg(table));
    }
    return found;
}

}
