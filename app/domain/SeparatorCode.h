#pragma once

#include <QStringList>

#include <optional>

namespace motcua::domain {

// Sheets that lie between the papers of one batch in the feeder: what their QR codes say. Such a sheet is no page of anybody's.

/// What separates one paper from the next of the checklist.
inline constexpr char nextPaperCode[] = "MOTCUA-TIEP";
/// Before the pages of the checklist's paper with this number, from 1 on.
QString paperNumberCode(int number);

/// Where the pages go that follow.
struct Separator {
    int paper = 0; ///< its number in the checklist, from 1 on; 0: the next one
};
/// Of the codes on a scanned page; nothing where it is no separator sheet.
std::optional<Separator> separatorIn(const QStringList& codes);

}
