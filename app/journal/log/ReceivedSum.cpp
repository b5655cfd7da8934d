#include "app/journal/log/ReceivedSum.h"

#include "app/journal/log/Schema.h"
#include "app/sqlite/Connection.h"

namespace motcua::journal {

namespace {

QString sumFact() {
    return QStringLiteral("received-sum");
}

}

base::Result<QByteArray> ReceivedSum::written(sqlite::Connection& connection) {
    return fact(connection, sumFact());
}

base::Result<ReceivedSum> ReceivedSum::of(sqlite::Connection& connection) {
    const auto known = written(connection);
    if (!known)
        return base::fail(known.error());
    ReceivedSum sum;
    if (known->size() == sum.m_sum.size()) {
        sum.m_sum = *known;
        return sum;
    }
    auto statement = connection.prepare("SELECT digest FROM received");
    return statement.each([&] { sum.turn(statement.bytes(0)); }).map([&](base::Done) { return sum; });
}

void ReceivedSum::turn(const QByteArray& digest) {
    for (qsizetype i = 0; i < m_sum.size() && i < digest.size(); ++i)
        m_sum[i] = static_cast<char>(m_sum[i] ^ digest[i]);
}

base::Outcome ReceivedSum::write(sqlite::Connection& connection) const {
    return setFact(connection, sumFact(), m_sum);
}

}
