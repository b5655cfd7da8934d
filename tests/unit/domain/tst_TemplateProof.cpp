// What a template of a paper may not have when the province publishes it.

#include "InventedJob.h"
#include "WordedReason.h"
#include "app/domain/jobs/JobProof.h"

#include <QTest>

using namespace motcua::domain;
using namespace motcua::domain::test;

class tst_TemplateProof : public QObject {
    Q_OBJECT

private slots:
    void brokenTemplatesAreRefused_data();
    void brokenTemplatesAreRefused();
    void templatesOfOtherPapers();
};

void tst_TemplateProof::brokenTemplatesAreRefused_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* name, const char* from, const char* to, const char* place) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QStringLiteral("boat-attestation.html:") + QString::fromUtf8(place);
    };
    row("no page set-up", "<meta name=\"page\" content=\"A4 portrait 20mm 20mm 20mm 30mm\">", "", "1");
    row("unknown sheet", "A4 portrait", "A3 portrait", "4");
    row("tag that is not closed", "{{volume}}", "{{volume", "8");
    row("block that is not closed", "{{/if}}", "", "18");
    row("unknown tag", "{{volume}}", "{{volume|html}}", "8");
    row("misspelt value", "{{fact_boat}}", "{{fact_baot}}", "10 {{fact_baot}}");
    row("misspelt condition", "{{#if capacity}}", "{{#if capasity}}", "13 {{capasity}}");
    row("value of another block", "{{volume}}", "{{payer}}", "8 {{payer}}");
    row("what may be missing", "{{#if fact_flag}}<p>Quốc tịch: {{fact_flag}}</p>{{/if}}", "<p>{{fact_flag}}</p>", "11 {{fact_flag}}");
    row("asked for, but used outside", "{{#if capacity}}", "{{#if capacity}}{{else}}{{capacity}}{{/if}}{{#if fact_flag}}", "13 {{capacity}}");
    row("yes or no as a text", "{{fact_use}}", "{{fact_foreign}}", "10 {{fact_foreign}}");
    row("no list", "{{fact_use}}", "{{#each fact_use}}x{{/each}}", "10 {{fact_use}}");
    row("number of no list", "{{fact_use}}", "{{@number}}", "10 {{@number}}");
    row("picture of a file", "</body>", "<img src=\"file:///etc/passwd\">", "16");
    row("a size that no sheet has", "</body>", "<table width=\"99999999\"><tr><td>x</td></tr></table>", "16");
    row("picture of a network", "</body>", "<IMG\nSRC = http://example.org/x.png>", "17");
    row("picture by a bare name", "</body>", "<img src='x.png'>", "16");
    row("picture behind an escape", "</body>", "<img src=\"&#102;ile:x\">", "16");
    row("background", "<body>", "<body background=\"x.png\">", "6");
    row("background by style", "<body>", "<body style=\"background-image: url(x.png)\">", "6");
    row("background by an escaped style", "<body>", "<body style=\"background-image: u\\72l(x.png)\">", "6");
    row("style sheet", "</head>", "<link rel=\"stylesheet\" href=\"x.css\"></head>", "5");
    row("imported style", "</head>", "<style>@import 'x.css';</style></head>", "5");
    row("sign that does not show", "Chủ tàu", "Chủ \xE2\x80\xAEtàu", "9");
}

void tst_TemplateProof::brokenTemplatesAreRefused() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, place);
    const QString form = QStringLiteral("boat-attestation");
    QString text = inventedJob().value(QLatin1String("templates")).toObject().value(form).toString();
    QVERIFY(text.contains(QString::fromUtf8(from)));
    text.replace(QString::fromUtf8(from), QString::fromUtf8(to));
    const auto job = proveJobKind(replaced(inventedJob(), {"templates", form}, text).toObject());
    QVERIFY(!job);
    QCOMPARE(job.error().code, QStringLiteral("job.template"));
    QCOMPARE(job.error().detail.value(QStringLiteral("place")), place);
    QVERIFY2(isWorded(job.error()), qPrintable(job.error().toLogLine()));
}

void tst_TemplateProof::templatesOfOtherPapers() {
    const auto with = [](const QString& form, const QString& text) {
        return proveJobKind(replaced(inventedJob(), {"templates", form}, text).toObject());
    };
    const QString head = QStringLiteral("<meta name=\"page\" content=\"A5 portrait 12mm\">");
    // A kind may have its own receipt; it says what the receipt says.
    QVERIFY(with(QStringLiteral("form-01"), head + QStringLiteral("{{code}}{{#each papers}}{{@number}}{{name}}{{applicant}}{{/each}}")));
    QVERIFY(with(QStringLiteral("form-01"), head + QStringLiteral("{{#if fee}}{{fee}} {{feeStatus}}{{/if}}")));
    QVERIFY(!with(QStringLiteral("form-01"), head + QStringLiteral("{{feeStatus}}")));
    QVERIFY(!with(QStringLiteral("form-01"), head + QStringLiteral("{{fact_boat}}")));
    const auto unused = with(QStringLiteral("boat-atestation"), head + QStringLiteral("x"));
    QVERIFY(!unused);
    QCOMPARE(unused.error().detail.value(QStringLiteral("place")), QStringLiteral("boat-atestation.html:1"));
    QVERIFY2(isWorded(unused.error()), qPrintable(unused.error().toLogLine()));
}

QTEST_APPLESS_MAIN(tst_TemplateProof)
#include "tst_TemplateProof.moc"
