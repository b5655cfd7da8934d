#include "BoatSale.h"

#include <QTest>

using namespace motcua::domain;
using namespace motcua::domain::test;

/// The one grammar for what hangs on facts and parties.
class tst_JobCondition : public QObject {
    Q_OBJECT

private slots:
    void conditions_data();
    void conditions();
    void variants_data();
    void variants();
};

namespace {

Party as(Party party, SigningWay how) {
    party.how = how;
    return party;
}

Party unread(Party party) {
    party.reads = false;
    return party;
}

Party deaf(Party party) {
    party.hears = false;
    return party;
}

Party foreign(Party party) {
    party.speaks = QStringLiteral("Tiếng Anh");
    return party;
}

JobConditions conditionsIn(const QByteArray& json) {
    struct Holder {
        JobConditions when;
        static void describe(Holder& self, motcua::base::JsonReader& field) { field("when", self.when); }
    };
    return motcua::base::fromJson<Holder>(QJsonDocument::fromJson("{\"when\":" + json + "}").object()).when;
}

}

Q_DECLARE_METATYPE(motcua::domain::Party)

void tst_JobCondition::conditions_data() {
    QTest::addColumn<QByteArray>("when");
    QTest::addColumn<std::vector<Party>>("parties");
    QTest::addColumn<bool>("so");
    const auto row = [](const char* name, const char* when, const std::vector<Party>& parties, bool so) {
        QTest::newRow(name) << QByteArray(when) << parties << so;
    };
    const std::vector<Party> both{giver(), receiver()};
    const std::vector<Party> three{giver(), giver(), receiver()};
    row("none", "[]", {}, true);
    row("a fact's value", R"([{"fact":"where","is":["Tại trụ sở"]}])", both, true);
    row("one of two", R"([{"fact":"where","is":["Trên tàu","Tại trụ sở"]}])", both, true);
    row("another", R"([{"fact":"where","is":["Ngoài trụ sở"]}])", both, false);
    row("a number", R"([{"fact":"pages","is":[12]}])", both, true);
    row("a number as text", R"([{"fact":"pages","is":["12"]}])", both, false);
    row("a fact that is not given", R"([{"fact":"hour","is":["14:30"]}])", both, false);
    row("somebody is there", R"([{"role":"giver"}])", both, true);
    row("nobody is there", R"([{"role":"witness"}])", both, false);
    row("anybody", R"([{"role":"any"}])", both, true);
    row("anybody of nobody", R"([{"role":"any"}])", {}, false);
    row("two of a role", R"([{"role":"giver","number":[2,9]}])", three, true);
    row("one is not two", R"([{"role":"giver","number":[2,9]}])", both, false);
    row("one at most", R"([{"role":"giver","number":[0,1]}])", three, false);
    row("none at most", R"([{"role":"witness","number":[0,0]}])", both, true);
    row("three in all", R"([{"role":"any","number":[3,3]}])", three, true);
    row("all sign", R"([{"role":"any","how":["fingerprint","neither"]}])", both, false);
    row("one by fingerprint", R"([{"role":"any","how":["fingerprint","neither"]}])", {giver(), as(receiver(), SigningWay::Fingerprint)}, true);
    row("one by neither", R"([{"role":"any","how":["neither"]}])", {giver(), as(receiver(), SigningWay::Neither)}, true);
    row("fingerprint is not neither", R"([{"role":"any","how":["neither"]}])", {as(giver(), SigningWay::Fingerprint)}, false);
    row("of the other role", R"([{"role":"giver","how":["neither"]}])", {giver(), as(receiver(), SigningWay::Neither)}, false);
    row("cannot read", R"([{"role":"any","how":["neither","cannotRead","cannotHear"]}])", {unread(giver())}, true);
    row("cannot hear", R"([{"role":"any","how":["neither","cannotRead","cannotHear"]}])", {deaf(giver())}, true);
    row("who cannot read still signs", R"([{"role":"any","how":["signs"]}])", {unread(giver())}, true);
    row("all sign, by number", R"([{"role":"any","how":["signs"],"number":[2,2]}])", both, true);
    row("two who cannot", R"([{"role":"any","how":["neither"],"number":[2,9]}])",
        {as(giver(), SigningWay::Neither), as(receiver(), SigningWay::Neither)}, true);
    row("all know Vietnamese", R"([{"role":"any","speaks":["other"]}])", both, false);
    row("one does not", R"([{"role":"any","speaks":["other"]}])", {giver(), foreign(receiver())}, true);
    row("the giver does", R"([{"role":"giver","speaks":["vi"]}])", {giver(), foreign(receiver())}, true);
    row("a foreigner who signs by fingerprint", R"([{"role":"any","how":["fingerprint"],"speaks":["other"]}])",
        {as(giver(), SigningWay::Fingerprint), foreign(receiver())}, false);
    row("both conditions", R"([{"fact":"where","is":["Tại trụ sở"]},{"role":"receiver"}])", both, true);
    row("one of both conditions", R"([{"fact":"where","is":["Tại trụ sở"]},{"role":"witness"}])", both, false);
}

void tst_JobCondition::conditions() {
    QFETCH(QByteArray, when);
    QFETCH(std::vector<Party>, parties);
    QFETCH(bool, so);
    QCOMPARE(holds(conditionsIn(when), saleFacts(), parties), so);
}

void tst_JobCondition::variants_data() {
    QTest::addColumn<QString>("where");
    QTest::addColumn<std::vector<Party>>("parties");
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("at");
    const QString inside = QStringLiteral("Tại trụ sở");
    const QString outside = QStringLiteral("Ngoài trụ sở");
    const std::vector<Party> thumb{giver(), as(receiver(), SigningWay::Fingerprint)};
    QTest::newRow("plain") << inside << std::vector<Party>{giver(), receiver()} << "boat-plain"
                           << "own-sheet";
    QTest::newRow("several") << inside << std::vector<Party>{giver(), giver(), receiver()} << "boat-several"
                             << "own-sheet";
    QTest::newRow("fingerprint") << inside << thumb << "boat-witnessed"
                                 << "own-sheet";
    QTest::newRow("outside goes first") << outside << thumb << "boat-attestation"
                                        << "under-signature";
}

/// The first that holds is frozen, and comes out as the paper that attests.
void tst_JobCondition::variants() {
    QFETCH(QString, where);
    QFETCH(std::vector<Party>, parties);
    QFETCH(QString, form);
    QFETCH(QString, at);
    QJsonObject facts = saleFacts();
    facts.insert(QStringLiteral("where"), where);
    const JobTerms terms = termsOf(saleKind(), {}, facts, parties);
    QCOMPARE(terms.attestation, form);
    QCOMPARE(terms.attestations, 3);
    QCOMPARE(terms.conflicts, std::optional(true));
    Jobs jobs = builtInJobs();
    jobs.put(saleKind());
    QCOMPARE(attestationOf(jobs, terms)->place, at);
    const auto paper = jobs.paper(terms, QDate(2026, 11, 23), form);
    QVERIFY(paper && paper->attests && paper->offered == QLatin1String(offer::numbered) && paper->copies == QLatin1String("originals"));
    QVERIFY(
        !jobs.paper(terms, QDate(2026, 11, 23), form == QLatin1String("boat-plain") ? QStringLiteral("boat-several") : QStringLiteral("boat-plain")));
}

QTEST_APPLESS_MAIN(tst_JobCondition)
#include "tst_JobCondition.moc"
