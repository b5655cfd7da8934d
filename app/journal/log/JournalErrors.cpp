#include "app/journal/log/JournalErrors.h"

namespace motcua::journal {

namespace {

bool isBelow(const base::Error& error) {
    return error.code.startsWith(QLatin1String("sqlite.")) || error.code.startsWith(QLatin1String("disk.")) ||
           error.code.startsWith(QLatin1String("seal."));
}

bool isFull(const base::Error& error) {
    return error.code == QLatin1String("sqlite.disk-full") || error.code == QLatin1String("disk.full");
}

}

base::Error journalError(const base::Error& inner, const QString& otherwise) {
    if (!isBelow(inner))
        return inner;
    base::Error outer{otherwise};
    if (isFull(inner))
        outer.code = QStringLiteral("journal.disk-full");
    else if (inner.code == QLatin1String("sqlite.read-only"))
        outer.code = QStringLiteral("journal.read-only");
    else if (inner.code == QLatin1String("sqlite.corrupt") || inner.code == QLatin1String("seal.broken"))
        outer.code = QStringLiteral("journal.damaged");
    outer.retryable = inner.retryable;
    return outer.causedBy(inner);
}

base::Error blobError(const base::Error& inner) {
    if (!isBelow(inner))
        return inner;
    return base::Error{isFull(inner) ? QStringLiteral("blob.disk-full") : QStringLiteral("blob.write-failed")}.causedBy(inner);
}

}
