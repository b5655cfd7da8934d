#pragma once

#include "app/capture/Pixels.h"

/// What is done to a page's picture before it is compressed. Pages are 1 bit, 8 bits grey or 32 bits colour.
namespace motcua::capture {

/// The same page in 8 bits grey (shares the pixels where it is grey already).
Pixels greyOf(Pix* page);

/// Whether a 32-bit page has more than traces of colour: a red seal counts, the tint of a lamp does not.
bool hasColour(Pix* page);

/// Turned so that the lines of text lie level, if they are more than a fifth of a degree and less than 7 degrees off.
/// `skew` gets the angle, 0 if it was not turned. The page grows where something would be lost at its corners. Null: out of memory.
Pixels straightened(Pixels page, double& skew);

/// Without the lid that a scanner shows around the paper; `cut` says whether something went. What might be print (a letterhead's band,
/// a dark cover) stays, and so does a lid that is not certainly one.
Pixels withoutLid(Pixels page, bool& cut);

/// No ink but a few specks, the outer 3 % not looked at. When in doubt, not blank.
bool isBlank(Pix* grey);

/// The grey below which a pixel is ink, by the page's own paper tone. 1–254.
int inkThreshold(Pix* grey);

}
