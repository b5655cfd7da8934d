#pragma once

#include "sync/gateway/store/Tables.h"
#include "sync/gateway/store/sqlite/SqliteBlobTable.h"
#include "sync/gateway/store/sqlite/SqliteBookTable.h"
#include "sync/gateway/store/sqlite/SqliteClaimTable.h"
#include "sync/gateway/store/sqlite/SqliteCounts.h"
#include "sync/gateway/store/sqlite/SqliteDossierStateTable.h"
#include "sync/gateway/store/sqlite/SqliteEnrolmentTable.h"
#include "sync/gateway/store/sqlite/SqliteFaultTable.h"
#include "sync/gateway/store/sqlite/SqliteFeedCursor.h"
#include "sync/gateway/store/sqlite/SqliteFeedTable.h"
#include "sync/gateway/store/sqlite/SqliteHeadTable.h"
#include "sync/gateway/store/sqlite/SqliteHeardTable.h"
#include "sync/gateway/store/sqlite/SqliteLeaseTable.h"
#include "sync/gateway/store/sqlite/SqlitePersonTable.h"
#include "sync/gateway/store/sqlite/SqliteRecordTable.h"
#include "sync/gateway/store/sqlite/SqliteRowTable.h"
#include "sync/gateway/store/sqlite/SqliteStationTable.h"
#include "sync/gateway/store/sqlite/SqliteUnitTable.h"
#include "sync/gateway/store/sqlite/SqliteUploadTable.h"

namespace motcua::gateway {

/// All tables of one connection. Owned by SqliteStore together with the connection.
class SqliteTables {
public:
    SqliteTables(sqlite::Connection& connection, const vault::Vault& vault)
        : m_cursor(connection), m_blobs(connection), m_books(connection, vault), m_claims(connection), m_counts(connection),
          m_dossiers(connection, vault), m_enrolments(connection, vault), m_faults(connection), m_feed(connection, m_cursor, vault),
          m_heads(connection), m_heard(connection), m_leases(connection), m_people(connection, vault), m_records(connection, vault),
          m_rows(connection, vault), m_stations(connection), m_units(connection, vault), m_uploads(connection, vault),
          m_all({m_blobs, m_books, m_claims, m_counts, m_cursor, m_dossiers, m_enrolments, m_faults, m_feed, m_heads, m_heard, m_leases, m_people,
              m_records, m_rows, m_stations, m_units, m_uploads}) {}
    SqliteTables(const SqliteTables&) = delete;
    SqliteTables& operator=(const SqliteTables&) = delete;

    /// A write transaction has begun.
    void begin() { m_cursor.begin(); }
    Tables& all() { return m_all; }

private:
    SqliteFeedCursor m_cursor;
    SqliteBlobTable m_blobs;
    SqliteBookTable m_books;
    SqliteClaimTable m_claims;
    SqliteCounts m_counts;
    SqliteDossierStateTable m_dossiers;
    SqliteEnrolmentTable m_enrolments;
    SqliteFaultTable m_faults;
    SqliteFeedTable m_feed;
    SqliteHeadTable m_heads;
    SqliteHeardTable m_heard;
    SqliteLeaseTable m_leases;
    SqlitePersonTable m_people;
    SqliteRecordTable m_records;
    SqliteRowTable m_rows;
    SqliteStationTable m_stations;
    SqliteUnitTable m_units;
    SqliteUploadTable m_uploads;
    Tables m_all;
};

}
