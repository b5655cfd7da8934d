#include "sync/gateway/Accounts.h"

#include "app/domain/Settings.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace motcua::gateway {

base::Outcome Accounts::catchUp(sqlite::Connection& connection, qint64 cursor) {
    if (cursor <= m_cursor)
        return base::done();
    auto query = connection.prepare(
        "SELECT unit, body FROM items WHERE cursor > ?1 AND cursor <= ?2 AND kind = 'accounts' AND station IS NULL ORDER BY cursor");
    query.bind(m_cursor, cursor);
    for (;;) {
        const auto row = query.next();
        if (!row)
            return base::fail(row.error());
        if (!*row)
            break;
        add(query.integer(0), query.bytes(1));
    }
    m_cursor = cursor;
    return base::done();
}

void Accounts::add(qint64 unit, const QByteArray& body) {
    const QJsonArray list = QJsonDocument::fromJson(body).object().value(QLatin1String("accounts")).toArray();
    for (const QJsonValue& item : list) {
        const auto account = base::fromJson<domain::Account>(item.toObject());
        if (!account.id.isNull())
            m_roles[unit][account.id.value()] |= account.active ? account.roles : 0;
    }
}

std::optional<int> Accounts::roles(qint64 unit, domain::UserId user) const {
    std::optional<int> found;
    for (const qint64 key : {unit, everyUnit}) {
        const auto people = m_roles.constFind(key);
        if (people == m_roles.cend())
            continue;
        if (const auto known = people->constFind(user.value()); known != people->cend())
            found = found.value_or(0) | *known;
    }
    return found;
}

}
