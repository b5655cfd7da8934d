#include "app/sqlite/Statement.h"

#include "app/sqlite/Connection.h"
#include "app/sqlite/SqliteErrors.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

namespace motcua::sqlite {

Statement::Statement(Connection* owner, std::shared_ptr<SQLite::Statement> statement) : m_owner(owner), m_statement(std::move(statement)) {}

Statement::Statement(base::Error error) : m_error(std::move(error)) {}

Statement::Statement(Statement&& other) noexcept = default;

Statement::~Statement() {
    if (m_statement)
        m_owner->giveBack(std::move(m_statement));
}

void Statement::reset() {
    if (m_statement)
        m_statement->tryReset();
}

void Statement::bindInteger(int index, qint64 value) {
    if (!m_statement)
        return;
    try {
        m_statement->bind(index, static_cast<int64_t>(value));
    } catch (const SQLite::Exception& fault) {
        m_error = errorOf(fault.getExtendedErrorCode());
    }
}

void Statement::bindBytes(int index, const QByteArray& value) {
    if (!m_statement)
        return;
    try {
        if (value.isNull())
            m_statement->bind(index);
        else
            m_statement->bind(index, static_cast<const void*>(value.constData()), static_cast<int>(value.size()));
    } catch (const SQLite::Exception& fault) {
        m_error = errorOf(fault.getExtendedErrorCode());
    }
}

void Statement::bindText(int index, const QString& value) {
    if (!m_statement)
        return;
    try {
        m_statement->bind(index, value.toStdString());
    } catch (const SQLite::Exception& fault) {
        m_error = errorOf(fault.getExtendedErrorCode());
    }
}

int Statement::step() {
    const int result = m_statement->tryExecuteStep();
    if (result == SQLITE_ROW || result == SQLITE_DONE)
        return result;
    return m_statement->getExtendedErrorCode();
}

base::Outcome Statement::run() {
    if (m_error)
        return base::fail(*m_error);
    int result = step();
    while (result == SQLITE_ROW)
        result = step();
    m_statement->tryReset();
    if (result != SQLITE_DONE)
        return base::fail(errorOf(result));
    return base::done();
}

base::Result<bool> Statement::next() {
    if (m_error)
        return base::fail(*m_error);
    const int result = step();
    if (result == SQLITE_ROW)
        return true;
    m_statement->tryReset();
    if (result == SQLITE_DONE)
        return false;
    return base::fail(errorOf(result));
}

bool Statement::isNull(int column) const {
    return m_statement->getColumn(column).isNull();
}

qint64 Statement::integer(int column) const {
    return m_statement->getColumn(column).getInt64();
}

QByteArray Statement::bytes(int column) const {
    const SQLite::Column value = m_statement->getColumn(column);
    if (value.isNull())
        return {};
    const void* data = value.getBlob();
    const int size = value.getBytes();
    return size > 0 ? QByteArray(static_cast<const char*>(data), size) : QByteArray("");
}

QString Statement::text(int column) const {
    const SQLite::Column value = m_statement->getColumn(column);
    const char* data = value.getText();
    return QString::fromUtf8(data, value.getBytes());
}

QUuid Statement::uuid(int column) const {
    const SQLite::Column value = m_statement->getColumn(column);
    const void* data = value.getBlob();
    constexpr int uuidSize = 16;
    if (value.getBytes() != uuidSize)
        return {};
    return QUuid::fromRfc4122(QByteArrayView(static_cast<const char*>(data), uuidSize));
}

}
