#pragma once

#include "app/journal/disk/DataDirectory.h"
#include "app/sqlite/Connection.h"

#include <memory>

namespace motcua::journal {

/// The journal for reading, also while a station is at work. SQLite wants to put files of its own beside a database, which a directory
/// that cannot be written does not allow. With nothing in the write-ahead log the database is read as it lies, else a copy of both, made
/// in `aside`, which must outlive the connection: all in it that matters is sealed. Errors: those of sqlite::Connection::open().
base::Result<std::unique_ptr<sqlite::Connection>> openForReading(const DataDirectory& data, const QString& aside);

}
