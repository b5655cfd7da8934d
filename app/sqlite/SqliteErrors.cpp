#include "app/sqlite/SqliteErrors.h"

#include <sqlite3.h>

namespace motcua::sqlite {

namespace {

QString codeOf(int resultCode) {
    switch (resultCode & 0xff) {
    case SQLITE_FULL:
        return QStringLiteral("sqlite.disk-full");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return QStringLiteral("sqlite.corrupt");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return QStringLiteral("sqlite.busy");
    case SQLITE_IOERR:
        return QStringLiteral("sqlite.io");
    case SQLITE_CONSTRAINT:
        return QStringLiteral("sqlite.constraint");
    case SQLITE_CANTOPEN:
        return QStringLiteral("sqlite.cannot-open");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return QStringLiteral("sqlite.read-only");
    case SQLITE_NOMEM:
        return QStringLiteral("sqlite.no-memory");
    default:
        return QStringLiteral("sqlite.failed");
    }
}

}

base::Error errorOf(int resultCode) {
    base::Error error{codeOf(resultCode), {{QStringLiteral("result"), QString::number(resultCode)}}};
    error.retryable = error.code == QLatin1String("sqlite.busy");
    return error;
}

}
