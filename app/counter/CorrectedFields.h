#pragma once

#include <QStringList>

namespace motcua::domain {
struct DossierCorrected;
struct JobKind;
}

namespace motcua::counter {

/// What was put right, by the names that paper has for it ("địa chỉ", "số bản"): never what stood there, and never why, which is said to the
/// supervisor alone (Luật 91/2025/QH15: no more than the paper needs). Null `kind`: facts have no names. Each once.
QStringList correctedFields(const domain::DossierCorrected& corrected, const domain::JobKind* kind);

}
