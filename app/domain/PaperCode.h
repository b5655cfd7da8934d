#pragma once

#include "app/domain/Dossier.h"

namespace motcua::domain {

// What the QR code of a paper says, so that a scan of it finds the dossier. Where the dossier has its code, the code alone, as on form 01. Before
// that (form 02 at intake) a dossier is known by its id only: "MOTCUA:" and forty digits, ten for each 32 bits of it. Digits after a
// colon, because a scanner types like a keyboard: neither Telex nor VNI makes a letter of them.

/// Of the dossier's papers.
QString paperCodeOf(const Dossier& dossier);
QString paperCodeOf(DossierId dossier);

/// The dossier that a scanned text names by its id; null: it is no such text, or its digits are none that paperCodeOf() writes. Letters may be
/// small (Caps Lock), blanks around it do not count.
DossierId dossierIn(const QString& text);

}
