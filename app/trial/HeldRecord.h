#pragma once

#include "app/base/Result.h"

#include <QJsonObject>
#include <QUuid>

#include <functional>
#include <vector>

namespace motcua::trial {

/// One record as a station's journal or the province's database holds it: what both write in the clear.
struct HeldRecord {
    QUuid station;
    qint64 seq = 0;
    QByteArray hash; ///< of the header, which covers the payload's digest
    QString kind;
    QUuid dossier;
    qint64 dossierVersion = 0;
    QUuid volume;
    int number = 0; ///< of the book; 0: takes none
};

/// A dossier as the province's table has it.
struct HeldDossier {
    QUuid id;
    QString code; ///< as it is kept there
    QUuid holder;
    int state = 0;
    bool closed = false;
};

/// A paper that a desk recorded as printed.
struct HeldPrint {
    QString queue; ///< empty: a file
    int job = 0;   ///< 0: by the clerk's word
    QString sha256;
    int copies = 1;
    QUuid dossier = {}; ///< one sheet may be of several: it is on record in each
};

/// A certification that left the office: attested by the program or by hand, each with its number.
struct HeldCertification {
    QUuid dossier;
    bool numbered = false;
};

/// Numbers of a unit's book that stand in no row: leased to a desk that may still give them, given back, or written off.
struct UnusedNumbers {
    QUuid volume;
    int first = 0;
    int last = 0;
};

struct HeldByProvince {
    std::vector<HeldRecord> records;
    std::vector<HeldDossier> dossiers;
    std::vector<HeldPrint> prints;
    std::vector<HeldCertification> certifications;
    std::vector<UnusedNumbers> unused;
    std::function<QString(const QString& code)> asKept; ///< how a dossier's code is kept there
};

// Read with SQL, and at the province with the key from outside: the code that is on trial has no part in it. Both files must be at rest. Errors:
// "sqlite.…", "key.…".
base::Result<std::vector<HeldRecord>> recordsOfStation(const QString& directory);
base::Result<HeldByProvince> holdingsOfProvince(const QString& directory);

}
