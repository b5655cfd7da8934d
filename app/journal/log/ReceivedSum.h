#pragma once

#include "app/base/Result.h"

#include <QByteArray>

namespace motcua::sqlite {
class Connection;
}

namespace motcua::journal {

/// The digests of all received items, laid over one another (exclusive or), in clear beside them: so an item that is gone is seen
/// without a key. Read, changed and written within one transaction.
class ReceivedSum {
public:
    /// As it is written down; of a journal that has none, over what is there.
    static base::Result<ReceivedSum> of(sqlite::Connection& connection);
    /// Blank: none is written down.
    static base::Result<QByteArray> written(sqlite::Connection& connection);

    /// Puts an item in, or takes it out.
    void turn(const QByteArray& digest);
    const QByteArray& value() const { return m_sum; }
    base::Outcome write(sqlite::Connection& connection) const;

private:
    QByteArray m_sum = QByteArray(32, '\0');
};

}
