#include "app/journal/keys/Secrets.h"

#include "app/journal/log/JournalErrors.h"
#include "app/sqlite/Connection.h"

namespace motcua::journal {

Secrets::Secrets(sqlite::Connection& connection, const QUuid& station, Sealer sealer)
    : m_connection(connection), m_station(station), m_sealer(std::move(sealer)) {}

SealPlace Secrets::placeOf(const QString& name) const {
    return {m_station, 0, "secret:" + name.toUtf8()};
}

base::Outcome Secrets::put(const QString& name, QByteArrayView value) {
    const auto sealed = m_sealer.seal(value, placeOf(name));
    if (!sealed)
        return base::fail(journalError(sealed.error()));
    const auto saved = m_connection.prepare("INSERT OR REPLACE INTO secret VALUES(?1, ?2)").bind(name, *sealed).run();
    if (!saved)
        return base::fail(journalError(saved.error()));
    return saved;
}

base::Result<QByteArray> Secrets::read(const QString& name) const {
    auto statement = m_connection.prepare("SELECT sealed FROM secret WHERE name = ?1");
    const auto row = statement.bind(name).next();
    if (!row)
        return base::fail(journalError(row.error(), QStringLiteral("journal.read-failed")));
    if (!*row)
        return base::fail(QStringLiteral("secret.missing"), {{QStringLiteral("name"), name}});
    auto value = m_sealer.open(statement.bytes(0), placeOf(name));
    if (!value)
        return base::fail(QStringLiteral("secret.damaged"), {{QStringLiteral("name"), name}});
    return value;
}

bool Secrets::contains(const QString& name) const {
    auto statement = m_connection.prepare("SELECT 1 FROM secret WHERE name = ?1");
    return statement.bind(name).next().value_or(false);
}

base::Outcome Secrets::remove(const QString& name) {
    const auto removed = m_connection.prepare("DELETE FROM secret WHERE name = ?1").bind(name).run();
    if (!removed)
        return base::fail(journalError(removed.error()));
    return removed;
}

}
