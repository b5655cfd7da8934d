#include "app/domain/EventCodec.h"
#include "tests/support/sqlite/StationBench.h"

#include <QTest>

using namespace motcua;
using test::StationBench;

/// Before the first act after the province's news the chain says that they were heard.
class tst_FeedHeard : public QObject {
    Q_OBJECT

private slots:
    void init();

    void isSaidBeforeTheNextActAndOnce();
    void onlyWhatTheScreensFollow();
    void aPlatformOfBeforeIsNotTold();
    void aRefusedActSaysNothing();

private:
    engine::Store& store() { return m_bench->unlocked().syncStore(); }
    void hear(qint64 cursor, const char* kind);
    /// The kinds of the chain, and what was heard.
    QStringList chain();

    std::unique_ptr<StationBench> m_bench;
};

void tst_FeedHeard::init() {
    m_bench = std::make_unique<StationBench>();
    QVERIFY(m_bench->create());
    QVERIFY(m_bench->unlock());
    QVERIFY(m_bench->grantVolume());
    QVERIFY(store().heard({domain::newestRecordVersion, domain::newestRecordVersion, {}}));
}

void tst_FeedHeard::hear(qint64 cursor, const char* kind) {
    const domain::Account lan{m_bench->clerk, QStringLiteral("lan.nt"), QStringLiteral("Nguyễn Thị Lan"), {}, {}, {}, 1, true};
    const bool accounts = qstrcmp(kind, "accounts") == 0;
    const QJsonObject body = accounts ? QJsonObject{{"accounts", QJsonArray{base::toJson(lan)}}} : QJsonObject{{"text", "x"}};
    QVERIFY(store().receive({{cursor, QLatin1String(kind), body}}));
}

QStringList tst_FeedHeard::chain() {
    QStringList lines;
    const auto records = store().records(0, 100);
    for (const protocol::Record& record : *records) {
        const auto body = domain::decodeBody(record.header.kind, record.header.version, record.payload, record.header.dossierVersion > 0);
        const auto* heard = body ? std::get_if<domain::FeedHeard>(&*body) : nullptr;
        lines << (heard ? QString::number(heard->cursor) : QString::fromLatin1(record.header.kind));
    }
    return lines;
}

void tst_FeedHeard::isSaidBeforeTheNextActAndOnce() {
    const auto events = m_bench->job(1).events();
    QVERIFY(m_bench->append({events[0]}));
    QCOMPARE(chain(), QStringList{"dossier-received"});
    hear(7, "accounts");
    hear(9, "notice");
    QVERIFY(m_bench->unlocked().projection().refresh());
    QCOMPARE(*m_bench->append({events[1]}), 3);
    QVERIFY(m_bench->append({events[2], events[3]}));
    QCOMPARE(chain(), (QStringList{"dossier-received", "7", "dossier-submitted", "dossier-approved", "entry-registered"}));
    const auto heard = store().records(1, 1)->front().header;
    QVERIFY(heard.dossier.isNull() && heard.actor.isNull());
    QCOMPARE(heard.version, domain::versionOf(domain::FeedHeard()));
    // Also after the desk was closed in between.
    hear(12, "accounts");
    m_bench->close();
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->unlock());
    QVERIFY(m_bench->append({events[4]}));
    QVERIFY(m_bench->append({events[5]}));
    QCOMPARE(chain().mid(5), (QStringList{"12", "print-recorded", "fee-collected"}));
}

/// What lies on the disk while the screens still show the lists of before was not what the act was decided by.
void tst_FeedHeard::onlyWhatTheScreensFollow() {
    const auto events = m_bench->job(1).events();
    hear(7, "accounts");
    QVERIFY(m_bench->unlocked().journal().append({events[0]}));
    QCOMPARE(chain(), QStringList{"dossier-received"});
    QVERIFY(m_bench->unlocked().projection().refresh());
    QVERIFY(m_bench->unlocked().journal().append({events[1]}));
    QCOMPARE(chain(), (QStringList{"dossier-received", "7", "dossier-submitted"}));
}

void tst_FeedHeard::aPlatformOfBeforeIsNotTold() {
    QVERIFY(store().heard({3, 3, {}}));
    hear(7, "accounts");
    QVERIFY(m_bench->unlocked().projection().refresh());
    const auto events = m_bench->job(1).events();
    QVERIFY(m_bench->append({events[0]}));
    QCOMPARE(chain(), QStringList{"dossier-received"});
    // It was updated meanwhile.
    QVERIFY(store().heard({domain::newestRecordVersion, 3, {}}));
    QVERIFY(m_bench->append({events[1]}));
    QCOMPARE(chain(), (QStringList{"dossier-received", "7", "dossier-submitted"}));
}

void tst_FeedHeard::aRefusedActSaysNothing() {
    hear(7, "accounts");
    QVERIFY(m_bench->unlocked().projection().refresh());
    const auto events = m_bench->job(1).events();
    QVERIFY(!m_bench->append({events[1]}));
    QCOMPARE(chain(), QStringList());
    QVERIFY(m_bench->append({events[0]}));
    QCOMPARE(chain(), (QStringList{"7", "dossier-received"}));
}

QTEST_GUILESS_MAIN(tst_FeedHeard)
#include "tst_FeedHeard.moc"
