#include "app/domain/jobs/BuiltInJobs.h"
#include "tests/gui/BenchTest.h"

#include <QSignalSpy>

using namespace motcua;
using test::AtBench;
using test::Hand;

/// Every kind of the bench is worked through by keys and cards, and every ban of every kind makes its form 03.
class tst_BenchWalk : public QObject {
    Q_OBJECT

private slots:
    void kinds_data();
    void kinds();
    void bans_data();
    void bans();
    void takenAsTheOtherKind();

private:
    static std::vector<const domain::JobKind*> ofBench() {
        static const domain::Jobs jobs = domain::builtInJobs();
        std::vector<const domain::JobKind*> kinds;
        for (const auto& kind : jobs.kinds())
            if (kind->place == QLatin1String("bench"))
                kinds.push_back(kind.get());
        return kinds;
    }
    static void choose(AtBench& at, const QString& kind, int key);
    static void showPeople(AtBench& at);
    static void answer(AtBench& at);
};

/// By its key, else in the list of kinds.
void tst_BenchWalk::choose(AtBench& at, const QString& kind, int key) {
    if (key > 0) {
        at.hand.press(static_cast<Qt::Key>(Qt::Key_0 + key), Qt::ControlModifier);
    } else {
        at.hand.press(Qt::Key_0, Qt::ControlModifier);
        at.hand.press(Qt::Key_Home);
        const auto kinds = at.bench().visit().kinds();
        for (const domain::JobKind* each : kinds) {
            if (each->kind == kind)
                break;
            at.hand.press(Qt::Key_Down);
        }
        at.hand.press(Qt::Key_Return);
    }
    QCOMPARE(at.kind(), kind);
}

void tst_BenchWalk::showPeople(AtBench& at) {
    constexpr int most = 6;
    for (int person = 0; person < most; ++person) {
        const bool isAsked = person == 0 || at.form().gaps().contains(QStringLiteral("parties"));
        if (!isAsked)
            return;
        if (!Hand::place().contains(QStringLiteral("ard")))
            at.hand.press(Qt::Key_F3);
        at.show(person);
    }
}

/// Whatever is still open, where the cursor is led.
void tst_BenchWalk::answer(AtBench& at) {
    constexpr int longest = 30;
    for (int i = 0; i < longest && !at.form().gaps().isEmpty(); ++i) {
        const QString place = Hand::place();
        at.hand.press(Qt::Key_F9);
        const QString gap = at.form().gaps().isEmpty() ? QString() : at.form().gaps().front().mid(5);
        const QJsonObject facts = at.form().job()->facts.value(QLatin1String("properties")).toObject();
        const QJsonObject asked = facts.value(gap).toObject();
        const bool isNumber = asked.value(QLatin1String("type")).toString() == QLatin1String("integer");
        if (asked.contains(QLatin1String("enum")) || asked.value(QLatin1String("type")).toString() == QLatin1String("boolean"))
            at.hand.press(Qt::Key_Down);
        else
            at.hand.type(isNumber                                                                   ? QStringLiteral("2")
                         : asked.value(QLatin1String("format")).toString() == QLatin1String("date") ? QStringLiteral("01/11/2026")
                                                                                                    : QStringLiteral("Giấy tờ"));
        at.hand.press(Qt::Key_Return);
    }
}

void tst_BenchWalk::kinds_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("key");
    for (const domain::JobKind* kind : ofBench())
        QTest::newRow(qPrintable(kind->kind)) << kind->kind << kind->benchKey;
}

void tst_BenchWalk::kinds() {
    QFETCH(QString, kind);
    QFETCH(int, key);
    AtBench at;
    choose(at, kind, key);
    showPeople(at);
    answer(at);
    QVERIFY2(at.form().gaps().isEmpty(), at.open().constData());
    at.hand.press(Qt::Key_F9);
    const auto rows = at.harness.bench.counter->dossiers().list({});
    QCOMPARE(rows->size(), size_t(1));
    const domain::Dossier dossier = at.harness.bench.dossier(rows->front().id);
    QCOMPARE(dossier.job.kind, kind);
    QVERIFY(!dossier.visit.isNull());
    qInfo("%s: %d keys", qPrintable(kind), at.hand.presses);
}

void tst_BenchWalk::bans_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("banKey");
    QTest::addColumn<QString>("words");
    for (const domain::JobKind* kind : ofBench())
        for (const domain::JobBan& ban : kind->bans)
            QTest::addRow("%s-%s", qPrintable(kind->kind), qPrintable(ban.key)) << kind->kind << kind->benchKey << ban.key << ban.words;
}

void tst_BenchWalk::bans() {
    QFETCH(QString, kind);
    QFETCH(int, key);
    QFETCH(QString, banKey);
    QFETCH(QString, words);
    AtBench at;
    choose(at, kind, key);
    showPeople(at);
    QSignalSpy refused(&at.bench().acts(), &counter::VisitActs::refused);
    at.hand.press(Qt::Key_F8);
    QCOMPARE(Hand::place(), QStringLiteral("bans"));
    at.hand.type(banKey);
    at.hand.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(refused.count(), 1);
    const auto outcome = refused.front().front().value<counter::IntakeOutcome>();
    QCOMPARE(at.harness.bench.dossier(outcome.dossier).endReason, words);
    QTRY_COMPARE(at.harness.bench.paper.rendered.size(), size_t(1));
    QCOMPARE(at.harness.bench.paper.rendered.front().first, QStringLiteral("form-03"));
}

void tst_BenchWalk::takenAsTheOtherKind() {
    for (const domain::JobKind* kind : ofBench())
        for (const domain::JobBan& ban : kind->bans) {
            if (ban.instead.isEmpty())
                continue;
            AtBench at;
            choose(at, kind->kind, kind->benchKey);
            showPeople(at);
            at.hand.press(Qt::Key_F8);
            at.hand.type(ban.key);
            at.hand.press(Qt::Key_D, Qt::ControlModifier);
            QCOMPARE(at.kind(), ban.instead);
            QCOMPARE(at.bench().visit().count(), 1);
            QCOMPARE(at.form().content().applicant.name, QStringLiteral("Nguyễn Văn An"));
        }
}

QTEST_MAIN(tst_BenchWalk)
#include "tst_BenchWalk.moc"
