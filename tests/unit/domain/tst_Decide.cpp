// The counter's acts: every act in every state, and who may do it.

#include "Stages.h"

#include "app/domain/Csv.h"

#include <QFile>
#include <QTest>

using namespace motcua::domain;
using namespace motcua::domain::test;

class tst_Decide : public QObject {
    Q_OBJECT

private slots:
    void matrix_data();
    void matrix();
    void onlyTheHolderChanges();
    void approvalElsewhereSendsTheDossierHome();
    void ownWork();
    void handOverWaits();
    void roles();
};

void tst_Decide::matrix_data() {
    QTest::addColumn<int>("stage");
    QTest::addColumn<int>("command");
    QTest::addColumn<QString>("expected");
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/domain/decisions.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto table = parseCsv(file.readAll());
    QVERIFY(table);
    const auto all = commands();
    const auto places = stages();
    QCOMPARE(table->size(), all.size() + 1);
    for (size_t row = 0; row < all.size(); ++row) {
        QCOMPARE(table->at(row + 1).at(0), all[row].first);
        for (size_t column = 0; column < places.size(); ++column) {
            QCOMPARE(table->at(0).at(static_cast<int>(column) + 1), QString::fromLatin1(places[column].name));
            QTest::addRow("%s when %s", qPrintable(all[row].first), places[column].name)
                << static_cast<int>(column) << static_cast<int>(row) << table->at(row + 1).at(static_cast<int>(column) + 1);
        }
    }
}

void tst_Decide::matrix() {
    QFETCH(int, stage);
    QFETCH(int, command);
    QFETCH(QString, expected);
    Desk desk;
    for (const Command& step : pathTo(static_cast<size_t>(stage)))
        QCOMPARE(desk.act(step), QString());
    const Command wanted = commands()[static_cast<size_t>(command)].second;
    QCOMPARE(outcome(desk, wanted), expected);
    const QString error = desk.act(wanted);
    QCOMPARE(error, expected.contains(QLatin1Char('.')) ? expected : QString());
}

void tst_Decide::onlyTheHolderChanges() {
    Desk desk;
    QCOMPARE(desk.act(Desk::copyIntake()), QString());
    const Dossier mine = desk.dossier;
    desk.station = StationId(uuid(6));
    for (const auto& [name, command] : commands())
        if (name != QLatin1String("mark-printed") && name != QLatin1String("add-note") && name != QLatin1String("rate"))
            QCOMPARE(outcome(desk, command), QStringLiteral("dossier.not-holder"));
    QCOMPARE(desk.act(AddNote{QStringLiteral("Xin gọi lại")}), QString());
    QCOMPARE(desk.dossier.version, mine.version);
    const Event foreign = desk.eventOf(DossierSubmitted{}, desk.clerk);
    QCOMPARE(admissible(desk.dossier, foreign).error().code, QStringLiteral("event.not-holder"));
    Event twice = foreign;
    twice.station = mine.holder;
    twice.dossierVersion = mine.version;
    QCOMPARE(admissible(desk.dossier, twice).error().code, QStringLiteral("event.version-conflict"));
    twice.dossierVersion = mine.version + 1;
    QVERIFY(admissible(desk.dossier, twice));
    twice.body = DossierApproved{};
    QCOMPARE(admissible(desk.dossier, twice).error().code, QStringLiteral("event.wrong-state"));
}

void tst_Decide::approvalElsewhereSendsTheDossierHome() {
    Desk desk;
    const StationId home = desk.station;
    const StationId away(uuid(6));
    QCOMPARE(desk.act(Desk::copyIntake()), QString());
    QCOMPARE(desk.act(Submit{}), QString());
    QCOMPARE(desk.act(Release{home}), QStringLiteral("dossier.no-other-desk"));
    QCOMPARE(desk.act(Release{away}), QString());
    desk.station = desk.volume.station = away;
    QCOMPARE(outcome(desk, ReturnToClerk{QStringLiteral("Thiếu")}), QStringLiteral("dossier-returned+folder-released"));
    QCOMPARE(outcome(desk, Approve{}), QStringLiteral("dossier-approved+entry-registered+folder-released"));
    QCOMPARE(desk.act(Approve{}), QString());
    QCOMPARE(desk.dossier.holder, home);
    QCOMPARE(desk.dossier.version, 6);
}

void tst_Decide::ownWork() {
    Desk desk;
    desk.supervisor.roles = desk.clerk.roles = static_cast<int>(Role::Clerk) | static_cast<int>(Role::Supervisor);
    desk.supervisor.id = desk.clerk.id;
    QCOMPARE(desk.act(Desk::copyIntake()), QString());
    QCOMPARE(desk.act(Submit{}), QString());
    QCOMPARE(desk.act(Approve{}), QStringLiteral("dossier.own-work"));
    desk.settings.twoHatAllowed = true;
    QCOMPARE(desk.act(Approve{}), QString());
    QVERIFY(desk.dossier.twoHat);
}

void tst_Decide::handOverWaits() {
    Desk desk;
    QCOMPARE(desk.act(Desk::copyIntake()), QString());
    QCOMPARE(desk.act(Submit{}), QString());
    QCOMPARE(desk.act(Desk::attestation()), QString()); // before there is a number: does not count
    QCOMPARE(desk.act(Approve{}), QString());
    QCOMPARE(desk.act(HandOver{QStringLiteral("An"), true}), QStringLiteral("fee.unpaid"));
    QCOMPARE(desk.act(CollectFee{}), QString());
    QCOMPARE(desk.dossier.collected, 10'000);
    QCOMPARE(desk.act(CollectFee{}), QStringLiteral("fee.already-paid"));
    QCOMPARE(desk.act(HandOver{QStringLiteral("An"), true}), QStringLiteral("dossier.attestation-not-printed"));
    MarkPrinted form = Desk::attestation();
    form.print.form = QStringLiteral("fee-slip");
    QCOMPARE(desk.act(form), QString());
    QCOMPARE(desk.act(HandOver{QStringLiteral("An"), true}), QStringLiteral("dossier.attestation-not-printed"));
    QCOMPARE(desk.act(Desk::attestation()), QString());
    QCOMPARE(desk.act(HandOver{QStringLiteral("An"), true}), QString());
    QCOMPARE(desk.dossier.delivery, DeliveryState::Delivered);
    QCOMPARE(desk.dossier.prints, 3);
}

void tst_Decide::roles() {
    Desk desk;
    desk.clerk.roles = static_cast<int>(Role::Technician);
    QCOMPARE(desk.act(Desk::copyIntake()), QStringLiteral("actor.not-clerk"));
    desk.clerk.roles = static_cast<int>(Role::Clerk);
    QCOMPARE(desk.act(Desk::copyIntake()), QString());
    QCOMPARE(desk.act(Submit{}), QString());
    desk.supervisor.active = false;
    QCOMPARE(desk.act(Approve{}), QStringLiteral("actor.not-supervisor"));
    desk.supervisor.active = true;
    desk.supervisor.roles = static_cast<int>(Role::Clerk);
    QCOMPARE(desk.act(ReturnToClerk{QStringLiteral("Thiếu")}), QStringLiteral("actor.not-supervisor"));
}

QTEST_GUILESS_MAIN(tst_Decide)
#include "tst_Decide.moc"
