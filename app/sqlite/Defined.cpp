#include "app/sqlite/Connection.h"
#include "app/sqlite/SqliteErrors.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <array>

namespace motcua::sqlite {

namespace {

Argument argumentOf(sqlite3_value* value) {
    const auto bytes = [&](const void* data) { return QByteArrayView(static_cast<const char*>(data), sqlite3_value_bytes(value)); };
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
        return {Argument::Kind::Integer, sqlite3_value_int64(value), {}};
    case SQLITE_BLOB:
        return {Argument::Kind::Blob, 0, bytes(sqlite3_value_blob(value))};
    case SQLITE_NULL:
        return {};
    default:
        return {Argument::Kind::Text, 0, bytes(sqlite3_value_text(value))};
    }
}

void call(sqlite3_context* context, int count, sqlite3_value** values) {
    constexpr int most = 32;
    std::array<Argument, most> arguments;
    if (count > most)
        return sqlite3_result_error(context, "too many arguments", -1);
    for (int i = 0; i < count; ++i)
        arguments[static_cast<size_t>(i)] = argumentOf(values[i]);
    const auto* function = static_cast<const Function*>(sqlite3_user_data(context));
    const QByteArray answer = (*function)(std::span(arguments.data(), static_cast<size_t>(count)));
    if (answer.isNull())
        return sqlite3_result_null(context);
    sqlite3_result_blob(context, answer.constData(), static_cast<int>(answer.size()), SQLITE_TRANSIENT);
}

void forget(void* function) {
    delete static_cast<Function*>(function);
}

}

base::Outcome Connection::define(const char* name, Function function) {
    sqlite3* const handle = m_database->getHandle();
    for (const int right : {SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW})
        if (const int result = sqlite3_db_config(handle, right, 0, nullptr); result != SQLITE_OK)
            return base::fail(errorOf(result));
    const int result = sqlite3_create_function_v2(
        handle, name, -1, SQLITE_UTF8 | SQLITE_DIRECTONLY, new Function(std::move(function)), &call, nullptr, nullptr, &forget);
    return result == SQLITE_OK ? base::done() : base::fail(errorOf(result));
}

}
