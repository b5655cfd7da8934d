#include "sync/engine/Failures.h"

#include <QSet>

namespace motcua::engine {

Occasion occasionFor(const base::Error& error) {
    static const QSet<QString> ofTheLine{QStringLiteral("sync.no-line"), QStringLiteral("sync.timed-out")};
    static const QSet<QString> forAPerson{QStringLiteral("sync.tls-untrusted"), QStringLiteral("sync.certificate-refused"),
        QStringLiteral("sync.clock-wrong"), QStringLiteral("sync.mark-forged"), QStringLiteral("sync.mark-beyond-journal")};
    if (ofTheLine.contains(error.code))
        return Occasion::Failed;
    if (forAPerson.contains(error.code))
        return Occasion::Rejected;
    return Occasion::Troubled;
}

}
