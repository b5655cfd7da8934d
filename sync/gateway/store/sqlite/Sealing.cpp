#include "sync/gateway/store/sqlite/Sealing.h"

#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"
#include "sync/gateway/store/sqlite/SealedRow.h"

#include <functional>
#include <limits>

namespace motcua::gateway::sealing {

namespace {

constexpr qint64 end = std::numeric_limits<qint64>::max();
constexpr int rowsAtOnce = 500;

/// How far a kind of row has come.
struct Progress {
    bool isKnown = false;
    qint64 key = 0;
    qint64 upTo = 0;
    bool isClear = true; ///< past `upTo`
};

/// A row that is to be sealed: what its update binds, first the key by which it is found.
struct Row {
    qint64 key = 0;
    QByteArray name;
    QByteArray value;
};

class Sealing {
public:
    Sealing(sqlite::Connection& connection, const vault::Vault& vault) : m_connection(connection), m_vault(vault) {}

    base::Outcome run() {
        const auto before = progressOf("pages");
        if (!before)
            return base::fail(before.error());
        if (isDone(*before))
            return base::done();
        for (const auto step : {&Sealing::units, &Sealing::volumes, &Sealing::deskCodes, &Sealing::personCodes, &Sealing::uploads, &Sealing::dossiers,
                 &Sealing::records, &Sealing::items})
            if (auto done = (this->*step)(); !done)
                return done;
        return forgetPages(*before);
    }

private:
    bool isDone(const Progress& progress) const { return progress.key == m_vault.current() && progress.upTo == end; }
    base::Result<Progress> progressOf(const char* what) {
        auto query = m_connection.prepare("SELECT key, up_to, clear FROM sealing WHERE what = ?1");
        return query.bind(QString::fromLatin1(what)).next().map([&](bool found) {
            return found ? Progress{true, query.integer(0), query.integer(1), query.integer(2) != 0} : Progress();
        });
    }
    base::Outcome note(const char* what, const Progress& progress) {
        return m_connection.prepare("INSERT OR REPLACE INTO sealing(what, key, up_to, clear) VALUES(?1, ?2, ?3, ?4)")
            .bind(QString::fromLatin1(what), progress.key, progress.upTo, progress.isClear)
            .run();
    }

    /// What lies there, opened unless it is in clear, and sealed anew.
    base::Result<QByteArray> anew(const QByteArray& value, const vault::Place& place, bool isClear) const {
        auto plain = isClear ? base::Result<QByteArray>(value) : sealedrow::opened(m_vault, value, place);
        // What was bent before stays as it is, for `check` to find.
        return plain ? m_vault.seal(*plain, place) : base::Result<QByteArray>(value);
    }

    /// Some rows past a key: reads them, returns how far it came; `end`: there are none left.
    using Piece = std::function<base::Result<qint64>(qint64 after, bool isClear)>;
    base::Outcome inPieces(const char* what, const Piece& piece) {
        auto progress = progressOf(what);
        if (!progress)
            return base::fail(progress.error());
        if (progress->key != m_vault.current())
            *progress = {true, m_vault.current(), 0, progress->isKnown ? progress->isClear : true};
        while (progress->upTo != end) {
            auto transaction = sqlite::Transaction::begin(m_connection);
            if (!transaction)
                return base::fail(transaction.error());
            const auto came = piece(progress->upTo, progress->isClear);
            if (!came)
                return base::fail(came.error());
            progress->upTo = *came;
            if (*came == end)
                progress->isClear = false;
            if (auto noted = note(what, *progress); !noted)
                return noted;
            if (auto committed = transaction->commit(); !committed)
                return committed;
        }
        return base::done();
    }

    /// A small table, at once. `select`: a row's name and its value.
    base::Outcome atOnce(const char* what, const char* select, const char* update, const std::function<vault::Place(const QByteArray&)>& place) {
        return inPieces(what, [&](qint64, bool isClear) -> base::Result<qint64> {
            std::vector<Row> rows;
            auto query = m_connection.prepare(select);
            if (auto read = query.each([&] { rows.push_back({0, query.bytes(0), query.bytes(1)}); }); !read)
                return base::fail(read.error());
            auto write = m_connection.prepare(update);
            for (const Row& row : rows) {
                const auto sealed = anew(row.value, place(row.name), isClear);
                if (!sealed)
                    return base::fail(sealed.error());
                if (auto written = write.bind(row.name, *sealed).run(); !written)
                    return base::fail(written.error());
            }
            return end;
        });
    }

    base::Outcome units() {
        return atOnce("units", "SELECT CAST(code AS BLOB), settings FROM units", "UPDATE units SET settings = ?2 WHERE code = CAST(?1 AS TEXT)",
            [](const QByteArray& code) { return sealedrow::placeOfUnit(QString::fromUtf8(code)); });
    }
    base::Outcome volumes() {
        return atOnce("volumes", "SELECT id, body FROM volumes", "UPDATE volumes SET body = ?2 WHERE id = ?1",
            [](const QByteArray& id) { return sealedrow::placeOfVolume(QUuid::fromRfc4122(id)); });
    }
    base::Outcome deskCodes() {
        return inPieces("desk-codes", [&](qint64, bool isClear) -> base::Result<qint64> {
            std::vector<std::pair<QByteArray, QString>> rows;
            auto query = m_connection.prepare("SELECT hash, login FROM codes");
            if (auto read = query.each([&] { rows.emplace_back(query.bytes(0), query.text(1)); }); !read)
                return base::fail(read.error());
            auto write = m_connection.prepare("UPDATE codes SET login = ?2 WHERE hash = ?1");
            for (const auto& [hash, login] : rows) {
                const auto plain = isClear ? base::Result<QString>(login) : sealedrow::loginIn(m_vault, login, hash);
                const auto sealed = plain ? sealedrow::sealedLogin(m_vault, *plain, hash) : base::Result<QString>(login);
                if (!sealed)
                    return base::fail(sealed.error());
                if (auto written = write.bind(hash, *sealed).run(); !written)
                    return base::fail(written.error());
            }
            return end;
        });
    }
    base::Outcome personCodes() {
        return atOnce("person-codes", "SELECT hash, account_key FROM person_codes WHERE account_key IS NOT NULL",
            "UPDATE person_codes SET account_key = ?2 WHERE hash = ?1", &sealedrow::placeOfPersonCode);
    }
    /// Their files lie under the key before: they begin anew.
    base::Outcome uploads() {
        return inPieces("uploads", [&](qint64, bool) -> base::Result<qint64> {
            return m_connection.prepare("DELETE FROM uploads").run().map([](base::Done) { return end; });
        });
    }
    /// Their codes are searched for: they are the same under every key.
    base::Outcome dossiers() {
        return inPieces("dossiers", [&](qint64, bool isClear) -> base::Result<qint64> {
            if (!isClear)
                return end;
            std::vector<std::pair<QUuid, QString>> rows;
            auto query = m_connection.prepare("SELECT id, code FROM dossiers WHERE code IS NOT NULL AND code LIKE '%-%' LIMIT ?1");
            query.bind(rowsAtOnce);
            if (auto read = query.each([&] { rows.emplace_back(query.uuid(0), query.text(1)); }); !read)
                return base::fail(read.error());
            auto write = m_connection.prepare("UPDATE dossiers SET code = ?2 WHERE id = ?1");
            for (const auto& [id, code] : rows)
                if (auto written = write.bind(id, m_vault.blind(code)).run(); !written)
                    return base::fail(written.error());
            return rows.empty() ? end : 0;
        });
    }
    base::Outcome records();
    base::Outcome items();
    base::Outcome forgetPages(const Progress& before);

    sqlite::Connection& m_connection;
    const vault::Vault& m_vault;
};

base::Outcome Sealing::records() {
    return inPieces("records", [&](qint64 after, bool isClear) -> base::Result<qint64> {
        struct Content {
            qint64 cursor;
            QByteArray value;
            vault::Place place;
        };
        std::vector<Content> rows;
        auto query = m_connection.prepare("SELECT r.cursor, s.id, r.seq, r.salt, r.payload FROM records r JOIN stations s ON s.key = r.station "
                                          "WHERE r.cursor > ?1 ORDER BY r.cursor LIMIT ?2");
        query.bind(after, rowsAtOnce);
        const auto read = query.each([&] {
            rows.push_back({query.integer(0), isClear ? sealedrow::packed({query.bytes(3), query.bytes(4)}) : query.bytes(4),
                sealedrow::placeOfRecord(query.uuid(1), query.integer(2))});
        });
        if (!read)
            return base::fail(read.error());
        auto write = m_connection.prepare("UPDATE records SET payload = ?2, salt = x'' WHERE cursor = ?1");
        for (const Content& row : rows) {
            const auto sealed = anew(row.value, row.place, isClear);
            if (!sealed)
                return base::fail(sealed.error());
            if (auto written = write.bind(row.cursor, *sealed).run(); !written)
                return base::fail(written.error());
        }
        return rows.empty() ? end : rows.back().cursor;
    });
}

base::Outcome Sealing::items() {
    return inPieces("items", [&](qint64 after, bool isClear) -> base::Result<qint64> {
        std::vector<Row> rows;
        auto query = m_connection.prepare("SELECT cursor, body FROM items WHERE cursor > ?1 ORDER BY cursor LIMIT ?2");
        query.bind(after, rowsAtOnce);
        if (auto read = query.each([&] { rows.push_back({query.integer(0), {}, query.bytes(1)}); }); !read)
            return base::fail(read.error());
        auto write = m_connection.prepare("UPDATE items SET body = ?2 WHERE cursor = ?1");
        for (const Row& row : rows) {
            const auto sealed = anew(row.value, sealedrow::placeOfItem(row.key), isClear);
            if (!sealed)
                return base::fail(sealed.error());
            if (auto written = write.bind(row.key, *sealed).run(); !written)
                return base::fail(written.error());
        }
        return rows.empty() ? end : rows.back().key;
    });
}

/// What lay in clear may still stand in free pages and in the log: the file is written anew.
base::Outcome Sealing::forgetPages(const Progress& before) {
    const auto rows = m_connection.scalar("SELECT (SELECT count(*) FROM records) + (SELECT count(*) FROM items) + (SELECT count(*) FROM units)");
    if (!rows)
        return base::fail(rows.error());
    if (*rows > 0 || before.isKnown) {
        if (auto vacuumed = m_connection.execute("VACUUM"); !vacuumed)
            return vacuumed;
        if (auto written = m_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)"); !written)
            return written;
    }
    return note("pages", {true, m_vault.current(), end, false});
}

}

base::Outcome finish(sqlite::Connection& connection, const vault::Vault& vault) {
    return Sealing(connection, vault).run();
}

}
