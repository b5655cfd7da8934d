#pragma once

#include <QString>

namespace motcua::vault {

// Whose the files of a data folder are. The service reads what a command has written there, whoever ran the command: what root makes in somebody's
// folder is that one's.

/// An open file or folder becomes its folder's owner's, where root has made it; elsewhere nothing is done. False: the system refused.
bool giveToOwnerOf(const QString& folder, int descriptor);
/// As QDir::mkpath(); each new folder is given to the owner of the one that it is in.
bool makeFolder(const QString& path);
/// Whether the system keeps a file, or the way to it, from this program. One that is not there is not withheld.
bool isWithheld(const QString& path);

}
