#pragma once

#include <QJsonArray>

namespace motcua::domain {
struct Dossier;
}

namespace motcua::counter {

/// The papers on form 01, by name, kind and quantity: what was handed in, and what was shown or stays here. Of a certified copy the original by
/// its name, and as many copies as are to be attested.
QJsonArray paperList(const domain::Dossier& dossier);

}
