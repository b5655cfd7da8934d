#include "sync/gateway/Platform.h"
#include "sync/gateway/ledger/Audit.h"
#include "sync/gateway/ledger/Statistics.h"
#include "sync/gateway/store/BookTable.h"
#include "sync/gateway/store/UnitTable.h"
#include "tests/support/recorded/Recorded.h"

#include <QTest>

using namespace motcua;

/// Today's gateway opens the data of fb30b3b's gateway and finds in it what that found.
class tst_RecordedGateway : public QObject {
    Q_OBJECT

private slots:
    void init();

    void countsTheSame();
    void findsNothingAmiss();
    void readsEveryDossier();
    void keepsTheVolumes();

private:
    QJsonObject expected() const { return m_recorded.expected().value(QLatin1String("gateway")).toObject(); }

    test::Recorded m_recorded;
    std::unique_ptr<gateway::Platform> m_platform;
};

void tst_RecordedGateway::init() {
    m_platform.reset();
    auto platform = gateway::Platform::open(m_recorded.unpack(QStringLiteral("gateway")), {m_recorded.keyFile(), {}, true}, m_recorded.clock());
    QVERIFY2(platform, platform ? "" : qPrintable(platform.error().toLogLine()));
    m_platform = std::move(*platform);
}

/// All that `first` says is in `now`, which may say more.
static void compareWhatIsKnown(const QJsonValue& now, const QJsonValue& first) {
    if (first.isObject()) {
        for (const QString& key : first.toObject().keys())
            compareWhatIsKnown(now[key], first[key]);
        return;
    }
    if (first.isArray()) {
        QCOMPARE(now.toArray().size(), first.toArray().size());
        for (qsizetype at = 0; at < first.toArray().size(); ++at)
            compareWhatIsKnown(now.toArray().at(at), first.toArray().at(at));
        return;
    }
    QCOMPARE(now, first);
}

void tst_RecordedGateway::countsTheSame() {
    const auto stats = gateway::statistics(m_platform->store());
    QVERIFY(stats);
    compareWhatIsKnown(*stats, expected().value(QLatin1String("stats")));
}

void tst_RecordedGateway::findsNothingAmiss() {
    const auto report = gateway::audit(m_platform->store(), m_platform->blobs());
    QVERIFY(report);
    QVERIFY2(report->isClean(), qPrintable(report->faults.join(QLatin1Char('\n'))));
    QCOMPARE(report->events, expected()[QLatin1String("check")][QLatin1String("events")].toInteger());
}

void tst_RecordedGateway::readsEveryDossier() {
    const QJsonObject dossiers = expected().value(QLatin1String("dossiers")).toObject();
    const QJsonObject histories = m_recorded.expected()[QLatin1String("desk")][QLatin1String("dossiers")].toObject();
    QVERIFY(dossiers.size() >= 20);
    gateway::HeldDossiers held;
    for (const QString& id : dossiers.keys()) {
        domain::Dossier first = test::Recorded::today(dossiers.value(id).toObject());
        first.attested = test::Recorded::attestedBy(histories[id][QLatin1String("events")].toArray(), first.job.attestations);
        const auto now = m_platform->store().write([&](gateway::Tables& tables) { return held.take(tables, domain::DossierId::fromString(id)); });
        QVERIFY2(now, now ? "" : qPrintable(now.error().toLogLine()));
        QCOMPARE(base::toJson(now->dossier), base::toJson(first));
    }
}

void tst_RecordedGateway::keepsTheVolumes() {
    using Volumes = base::Result<std::vector<domain::Volume>>;
    const auto volumes = m_platform->store().read([&](const gateway::Tables& tables) -> Volumes {
        const auto units = tables.units().all();
        return units ? tables.books().volumesOfUnit(units->front().key) : Volumes(base::fail(units.error()));
    });
    QVERIFY(volumes);
    const QJsonArray first = expected().value(QLatin1String("volumes")).toArray();
    QCOMPARE(volumes->size(), size_t(first.size()));
    for (const QJsonValue& value : first) {
        const auto wanted = base::fromJson<domain::Volume>(value.toObject());
        const auto found = std::find_if(volumes->begin(), volumes->end(), [&](const domain::Volume& volume) { return volume.id == wanted.id; });
        QVERIFY(found != volumes->end());
        QCOMPARE(base::toJson(*found), base::toJson(wanted));
    }
}

QTEST_GUILESS_MAIN(tst_RecordedGateway)
#include "tst_RecordedGateway.moc"
