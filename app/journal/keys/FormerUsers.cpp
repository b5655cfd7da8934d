#include "app/journal/keys/FormerUsers.h"

#include "app/journal/keys/Sealer.h"
#include "app/sqlite/Connection.h"

#include <QDataStream>
#include <QIODevice>

namespace motcua::journal {

namespace {

QString gateFact(const QByteArray& slot) {
    return QStringLiteral("gate:") + QString::fromLatin1(slot.toHex());
}

QString formerFact(const QByteArray& slot) {
    return QStringLiteral("former:") + QString::fromLatin1(slot.toHex());
}

SealPlace gatePlace(const schema::Identity& identity, const QByteArray& slot) {
    return {identity.station.value(), 0, "gate:" + slot};
}

}

base::Result<QByteArray> FormerUsers::gate(const schema::Identity& identity, const QByteArray& slot, const std::shared_ptr<const DataKey>& wrapping) {
    return Sealer(wrapping).seal(QByteArray("gate"), gatePlace(identity, slot));
}

base::Outcome FormerUsers::keepGate(const QByteArray& slot, const QByteArray& gate) {
    return setFact(m_connection, gateFact(slot), gate);
}

base::Result<bool> FormerUsers::hasGate(const QByteArray& slot) const {
    return fact(m_connection, gateFact(slot)).map([](const QByteArray& gate) { return !gate.isEmpty(); });
}

base::Outcome FormerUsers::remember(const QByteArray& slot, const Former& former) {
    QByteArray row;
    QDataStream stream(&row, QIODevice::WriteOnly);
    stream << former.salt << qint32(former.cost.passes) << qint32(former.cost.kibibytes) << qint32(former.cost.lanes);
    return setFact(m_connection, formerFact(slot), row);
}

base::Outcome FormerUsers::forget(const QByteArray& slot) {
    return m_connection.prepare("DELETE FROM fact WHERE name = ?1").bind(formerFact(slot)).run();
}

base::Result<std::optional<FormerUsers::Former>> FormerUsers::find(const QByteArray& slot) const {
    const auto row = fact(m_connection, formerFact(slot));
    if (!row)
        return base::fail(row.error());
    if (row->isEmpty())
        return std::optional<Former>();
    Former former;
    qint32 passes = 0;
    qint32 kibibytes = 0;
    qint32 lanes = 0;
    QDataStream stream(*row);
    stream >> former.salt >> passes >> kibibytes >> lanes;
    former.cost = {passes, kibibytes, lanes};
    return std::optional(former);
}

base::Result<bool> FormerUsers::isTheirs(const QByteArray& slot, const std::shared_ptr<const DataKey>& wrapping) const {
    return fact(m_connection, gateFact(slot)).map([&](const QByteArray& gate) {
        return !gate.isEmpty() && Sealer(wrapping).open(gate, gatePlace(m_identity, slot)).has_value();
    });
}

}
