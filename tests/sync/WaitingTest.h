#pragma once

#include "app/domain/EventCodec.h"
#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"
#include "tests/support/gateway/OpenedStore.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/support/gateway/VolumeList.h"
#include "tests/sync/RecordTest.h"

#include <QJsonArray>
#include <QTest>

namespace motcua::test {

/// What the tests of records start from that the gateway does not read.
class WaitingTest : protected RecordTest {
protected:
    /// A version that this gateway does not read yet.
    static constexpr int notReadYet = domain::newestRecordVersion + 1;
    static domain::Event newer(const CopyJob& job, const QByteArray& kind, qint64 dossierVersion, const QByteArray& json = "{}") {
        return {domain::UnreadRecord{kind, notReadYet, dossierVersion > 0, json}, job.dossier, dossierVersion, {}, job.clerk, {}};
    }
    int waiting() { return m_gateway->check().value(QLatin1String("waiting")).toInt(-1); }
    void sql(const char* statement) {
        const auto connection = openedRows(m_gateway->directory());
        QVERIFY(connection);
        auto transaction = sqlite::Transaction::begin(**connection);
        QVERIFY(transaction && (*connection)->execute(statement) && transaction->commit());
    }
    /// As if that record had been of this kind from the beginning, and an older gateway had kept it unjudged. The gateway is stopped.
    void becomes(qint64 seq, const QByteArray& kind, const domain::EncodedBody& body, int waits = 1) { becomes(*m_station, seq, kind, body, waits); }
    void becomes(const TestStation& station, qint64 seq, const QByteArray& kind, const domain::EncodedBody& body, int waits = 1) {
        const auto connection = openedRows(m_gateway->directory());
        QVERIFY(connection);
        auto transaction = sqlite::Transaction::begin(**connection);
        QVERIFY(transaction);
        protocol::Record record;
        record.header.station = station.id();
        record.header.seq = seq;
        record.payload = body.json;
        auto update = (*connection)
                          ->prepare("UPDATE records SET kind = ?2, version = ?3, payload = ?4, waiting = ?5 "
                                    "WHERE seq = ?1 AND station = (SELECT key FROM stations WHERE id = ?6)");
        const QByteArray content = sealedContent(m_gateway->directory(), record);
        QVERIFY(update.bind(seq, QString::fromLatin1(kind), body.version, content, waits, station.id()).run());
        QVERIFY(transaction->commit());
    }
    /// As a newer gateway or an older one has left it: a kind that nobody here reads.
    void becomesUnread(qint64 seq, int waits) { becomes(seq, "dossier-weighed", {notReadYet, "{}"}, waits); }
    /// The desk's own book, which has no entry yet.
    domain::VolumeId book() { return volumeOf(*m_client, m_station->id()); }
};

}
