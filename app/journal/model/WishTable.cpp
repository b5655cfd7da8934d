#include "app/journal/model/WishTable.h"

#include "app/sqlite/Connection.h"

namespace motcua::journal {

using domain::ports::DossierWish;

base::Outcome WishTable::create() {
    return m_connection.execute(
        "CREATE TABLE wish(dossier BLOB PRIMARY KEY, asker BLOB NOT NULL, cursor INT NOT NULL, own_seq INT NOT NULL) WITHOUT ROWID");
}

base::Outcome WishTable::add(const DossierWish& wish, qint64 cursor, qint64 ownSeq) {
    return m_connection.prepare("INSERT OR IGNORE INTO wish VALUES(?1, ?2, ?3, ?4)")
        .bind(wish.dossier.value(), wish.asker.value(), cursor, ownSeq)
        .run();
}

base::Outcome WishTable::met(domain::DossierId dossier, qint64 seq) {
    return m_connection.prepare("DELETE FROM wish WHERE dossier = ?1 AND own_seq < ?2").bind(dossier.value(), seq).run();
}

base::Result<std::vector<DossierWish>> WishTable::open(domain::StationId station) const {
    auto statement =
        m_connection.prepare("SELECT w.dossier, w.asker FROM wish w JOIN dossier f ON f.dossier = w.dossier WHERE f.holder = ?1 ORDER BY w.cursor");
    statement.bind(station.value());
    std::vector<DossierWish> wishes;
    return statement.each([&] {
                        wishes.push_back({domain::DossierId(statement.uuid(0)), domain::StationId(statement.uuid(1))});
                    })
        .map([&](base::Done) { return std::move(wishes); });
}

}
