#pragma once

#include "app/base/Result.h"

namespace motcua::sqlite {
class Connection;
}

/// The tables of the gateway's database, from version to version.
namespace motcua::gateway::schema {

/// The version of a file that bringUp() made; 0: no database of ours.
base::Result<qint64> versionOf(sqlite::Connection& connection);
/// This program's.
qint64 current();
/// From whatever version the file has to this program's. Two programs may try at once: the second finds it done.
base::Outcome bringUp(sqlite::Connection& connection);

}
