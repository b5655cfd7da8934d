#pragma once

#include "app/sqlite/Connection.h"
#include "sync/gateway/store/RowTable.h"
#include "sync/vault/Vault.h"

#include <QByteArray>
#include <QStringList>

/// Each row that decides something carries a mark of the vault's over what decides (column `mac`), and a tally over all marks lies in one row:
/// whoever writes to the file without the key plants, alters, takes away and sets back nothing unseen. The marks are made by temporary triggers of
/// our own connections; a row whose mark is not right gets none by being changed again. The tally is written once, as the transaction ends
/// (sqlite::Transaction: a statement outside of one leaves the tally behind). What a record
/// says lies sealed at its own place and is not marked a second time.
namespace motcua::gateway::rowmarks {

/// Before anything is written through the connection. The vault must outlive it.
base::Outcome attach(sqlite::Connection& connection, const vault::Vault& vault);

/// Rows that a program before left without marks get them, once in the life of the data; the one-time codes that are open are kept under the key from
/// here on. Errors: "sqlite.corrupt" (the marks were taken away), those of Vault::noteMarked().
base::Outcome finish(sqlite::Connection& connection, const vault::Vault& vault);

/// SQL for the column `mac` of a row that is inserted with it, so that it is not written twice. `values`: what decides, in the order of the mark.
QByteArray ofNew(const char* table, const QByteArray& values);

/// SQL that is true where the row's mark is right. `alias`: of the table in the query.
QByteArray isRight(const char* table, const char* alias);

/// What was planted, altered, taken away or set back without the key, one line each; at most so many.
base::Result<QStringList> faults(sqlite::Connection& connection, const vault::Vault& vault, RowTable::Scope scope, int most);

}
