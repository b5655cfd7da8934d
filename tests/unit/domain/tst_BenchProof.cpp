#include "InventedJob.h"
#include "WordedReason.h"
#include "app/domain/jobs/JobProof.h"
#include "app/domain/jobs/JobReader.h"

#include <QTest>

using namespace motcua::domain;
using namespace motcua::domain::test;

/// What a province may publish of certification, and what it is told where that cannot be right.
class tst_BenchProof : public QObject {
    Q_OBJECT

private slots:
    void aWholeOneIsSound();
    void brokenOnesAreRefused_data();
    void brokenOnesAreRefused();
    void anOldDescriptionNeedsNothingNew();
};

namespace {

QJsonObject object(const char* json) {
    return QJsonDocument::fromJson(json).object();
}

QJsonArray list(const char* json) {
    return QJsonDocument::fromJson(json).array();
}

}

void tst_BenchProof::aWholeOneIsSound() {
    const auto job = proveJobKind(boatSale());
    QVERIFY2(job, job ? "" : qPrintable(job.error().toLogLine()));
    QCOMPARE(job->parties.size(), size_t(4));
    QCOMPARE(job->attestations.size(), size_t(4));
    QVERIFY(job->conflicts && job->keeps && job->notes && job->time->extension);
}

void tst_BenchProof::brokenOnesAreRefused_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* name, const char* path, const QJsonValue& value, const char* code, const char* place) {
        QTest::newRow(name) << QString::fromLatin1(path) << value << QString::fromLatin1(code) << QString::fromLatin1(place);
    };
    // Roles.
    row("a role called any", "parties.0.role", QStringLiteral("any"), "job.parties", "parties[0].role");
    row("a role with a blank", "parties.0.role", QStringLiteral("the giver"), "job.parties", "parties[0].role");
    row("a role twice", "parties.1.role", QStringLiteral("giver"), "job.parties", "parties[1].role");
    row("a role without Vietnamese words", "parties.1.name", object(R"({"en":"x"})"), "job.words", "parties[1].name");
    row("more at least than at most", "parties.1.least", 10, "job.parties", "parties[1].least");
    row("nobody at most", "parties.1.most", 0, "job.parties", "parties[1].least");
    row("a hundred and one", "parties.1.most", 101, "job.parties", "parties[1].least");
    row("a hundred and one in all", "parties.1.most", 95, "job.parties", "parties");
    row("asks something unknown", "parties.1.asks", list(R"(["shoes"])"), "job.parties", "parties[1].asks");
    row("asks it twice", "parties.1.asks", list(R"(["paper","paper"])"), "job.parties", "parties[1].asks");
    row("not also in an unknown role", "parties.3.notAlso", list(R"(["buyer"])"), "job.parties", "parties[3].notAlso");
    row("not also in itself", "parties.3.notAlso", list(R"(["witness"])"), "job.parties", "parties[3].notAlso");
    row("two roles apply", "parties.1.applies", true, "job.parties", "parties[1].applies");
    row("a misspelt key", "parties.1.sings", true, "job.malformed", "parties[1].sings");
    // Conditions.
    row("of no fact", "conduct.0.when.0.fact", QStringLiteral("colour"), "job.parties", "conduct[0].when[0].fact");
    row("of no value", "conduct.0.when.0.is", QJsonArray(), "job.parties", "conduct[0].when[0].is");
    row("of a value that cannot be", "conduct.0.when.0.is", list(R"(["Trên tàu"])"), "job.parties", "conduct[0].when[0].is[0]");
    row("of a fact and a role", "conduct.0.when.0.role", QStringLiteral("giver"), "job.parties", "conduct[0].when[0]");
    row("of nothing", "conduct.0.when.0", QJsonObject(), "job.parties", "conduct[0].when[0]");
    row("of an unknown role", "parties.3.when.0.role", QStringLiteral("buyer"), "job.parties", "parties[3].when[0].role");
    row("of its own role", "parties.3.when.0.role", QStringLiteral("witness"), "job.parties", "parties[3].when");
    row("signs with the left hand", "parties.3.when.0.how", list(R"(["left"])"), "job.parties", "parties[3].when[0].how");
    row("speaks no language", "parties.2.when.0.speaks", list(R"(["en"])"), "job.parties", "parties[2].when[0].speaks");
    row("from nine to two", "attestations.2.when.0.number", list("[9, 2]"), "job.parties", "attestations[2].when[0].number");
    row("one number", "attestations.2.when.0.number", list("[2]"), "job.parties", "attestations[2].when[0].number");
    row("half a person", "attestations.2.when.0.number", list("[1.5, 2]"), "job.malformed", "attestations[2].when[0].number[0]");
    row("a fact that signs", "conduct.0.when.0.how", list(R"(["signs"])"), "job.parties", "conduct[0].when[0]");
    // Bans and conduct.
    row("a key of two letters", "bans.0.key", QStringLiteral("12"), "job.bans", "bans[0].key");
    row("a capital key", "bans.0.key", QStringLiteral("A"), "job.bans", "bans[0].key");
    row("a key twice", "bans.0.key", QStringLiteral("a"), "job.bans", "bans[1].key");
    row("a ban without words", "bans.0.words", QStringLiteral(" "), "job.words", "bans[0]");
    row("instead of itself", "bans.1.instead", QStringLiteral("boat-sale"), "job.bans", "bans[1].instead");
    row("instead of what is no kind", "bans.1.instead", QStringLiteral("Another kind"), "job.bans", "bans[1].instead");
    row("conduct without words", "conduct.0.words", QJsonObject(), "job.words", "conduct[0].words");
    // Time and fee.
    row("an extension on no ground", "time.extension.grounds", QJsonArray(), "job.malformed", "time.extension.grounds");
    row("an extension of an unknown unit", "time.extension.unit", 0, "job.malformed", "time.extension.unit");
    row("an extension of nothing", "time.extension", object(R"({"value":0,"unit":1,"grounds":[{"words":"x"}]})"), "job.malformed", "time.extension");
    row("an extension of years", "time.extension.value", 366, "job.malformed", "time.extension.value");
    row("charged apart by a text", "fee.more.0.counts", QStringLiteral("deal"), "job.fee", "fee.more[0].counts");
    row("charged apart by nothing", "fee.more.0.counts", QString(), "job.fee", "fee.more[0].counts");
    row("a price of words", "fee.more.0.price", QStringLiteral("setting:sameDayCutOff"), "job.fee", "fee.more[0].price");
    row("half a dong", "fee.more.0.price", 500.5, "job.fee", "fee.more[0].price");
    row("nothing apart", "fee.more.0.price", 0, "job.fee", "fee.more[0].price");
    row("a ceiling of its own price", "fee.more.0.price", 500, "job.fee", "fee.more[0].most");
    row("called as the fee", "fee.more.0.name", QStringLiteral("Phí chứng thực giao dịch"), "job.fee", "fee.more[0].name");
    row("called nothing", "fee.more.0.name", QStringLiteral(" "), "job.words", "fee.more[0].name");
    // Attestations, book and notes.
    row("an attestation without its template", "attestations.1.form", QStringLiteral("no-such-form"), "job.template-missing", "no-such-form");
    row("at no place", "attestations.1.place", QStringLiteral("ceiling"), "job.paper", "attestations[1].place");
    row("copies by a text", "attestations.1.copies", QStringLiteral("deal"), "job.paper", "attestations[1].copies");
    row("a last one with a condition", "attestations.3.when", list(R"([{"fact":"where","is":["Tại trụ sở"]}])"), "job.paper", "attestations[3].when");
    row("one before without", "attestations.1.when", QJsonArray(), "job.paper", "attestations[1].when");
    row("one form at two places", "attestations.2.form", QStringLiteral("boat-attestation"), "job.paper", "attestations[2].form");
    row("says something unknown", "attestations.0.says", list(R"(["passwords"])"), "job.paper", "attestations[0].says[0]");
    row("attests twice over", "papers", list(R"([{"form":"boat-plain","name":{"vi":"x"},"offered":"numbered","attests":true,"says":["entry"]}])"),
        "job.paper", "attestations[0].form");
    row("kept as a text says", "keeps.pages", QStringLiteral("deal"), "job.book", "keeps.pages");
    row("kept for a thousand and one years", "keeps.years", 1001, "job.book", "keeps.years");
    row("a column of what is not kept", "keeps", QJsonValue(), "job.book", "book.columns[2].value");
    row("notes on no row", "notes.entry", QStringLiteral("deal"), "job.book", "notes.entry");
    row("notes with a value that is none", "notes.words", QStringLiteral("theo số {numbr}"), "job.words", "notes.words");
    row("notes of nothing", "notes.words", QString(), "job.words", "notes.words");
    row("a format of nothing", "facts.properties.hour.format", QStringLiteral("hour"), "job.facts", "facts.properties.hour");
    // Whom it is for, and how long.
    row("ends before it begins", "until", QStringLiteral("2026-10-31"), "job.malformed", "until");
    row("for desks that would misread it", "reads", 5, "job.malformed", "reads");
    row("for desks of nobody", "reads", 7, "job.malformed", "reads");
    row("at no place of the house", "place", QStringLiteral("kitchen"), "job.malformed", "place");
    row("a tenth key", "benchKey", 10, "job.malformed", "benchKey");
    row("identity papers of its own", "identityPapers", list(R"([{"words":"Hộ chiếu"}])"), "job.malformed", "identityPapers");
}

void tst_BenchProof::brokenOnesAreRefused() {
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(QString, code);
    QFETCH(QString, place);
    QJsonObject broken = replaced(boatSale(), path.split(QLatin1Char('.')), value).toObject();
    if (value.isNull())
        broken.remove(path);
    const auto job = proveJobKind(broken);
    QVERIFY(!job);
    QCOMPARE(job.error().code, code);
    QCOMPARE(job.error().detail.value(QStringLiteral("place")), place);
    QVERIFY2(isWorded(job.error()), qPrintable(job.error().toLogLine()));
}

void tst_BenchProof::anOldDescriptionNeedsNothingNew() {
    QVERIFY(proveJobKind(inventedJob()));
    QJsonObject ending = inventedJob();
    ending.insert(QStringLiteral("until"), QStringLiteral("2026-12-31"));
    const auto refused = proveJobKind(ending);
    QVERIFY(!refused);
    QCOMPARE(refused.error().detail.value(QStringLiteral("place")), QStringLiteral("reads"));
    ending.insert(QStringLiteral("reads"), 6);
    QVERIFY(proveJobKind(ending));
}

QTEST_APPLESS_MAIN(tst_BenchProof)
#include "tst_BenchProof.moc"
