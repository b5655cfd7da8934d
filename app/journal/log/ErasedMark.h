#pragma once

#include "app/base/Result.h"
#include "app/journal/log/OwnRecordRow.h"

#include <QByteArray>

namespace motcua::journal {

class Sealer;

/// What lies in the place of an erased payload: a word sealed for this record, so that only a holder of the data key can have
/// erased it, and a digest of that, so that a verification without the key finds a mark that got damaged. Without the key a
/// mark forged together with its digest cannot be told from a real one; whoever opens the record with the key is told.
namespace erasedmark {

base::Result<QByteArray> make(const Sealer& sealer, const OwnRecordRow& row);
/// As far as can be said without the key.
bool isWhole(const OwnRecordRow& row);
/// Made by a holder of the key.
bool isGenuine(const Sealer& sealer, const OwnRecordRow& row);

}

}
