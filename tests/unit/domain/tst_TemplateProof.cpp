// What a template of a paper may not have when the province publishes it.

#include "InventedJob.h"
#include "WordedReason.h"
#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/jobs/JobProof.h"
#include "app/domain/jobs/SaidValues.h"
#include "app/forms/MarkupCheck.h"

#include <QTest>

using namespace motcua::domain;
using namespace motcua::domain::test;

class tst_TemplateProof : public QObject {
    Q_OBJECT

private slots:
    void brokenTemplatesAreRefused_data();
    void brokenTemplatesAreRefused();
    void listsInOneAnother_data();
    void listsInOneAnother();
    void builtInOnesFit();
    void templatesOfOtherPapers();
};

void tst_TemplateProof::brokenTemplatesAreRefused_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("reason"); // empty: any that has words
    const auto row = [](const char* name, const char* from, const char* to, const char* place, const char* reason = "") {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QStringLiteral("boat-attestation.html:") + QString::fromUtf8(place)
                            << QString::fromLatin1(reason);
    };
    row("no page set-up", "<meta name=\"page\" content=\"A4 portrait 20mm 20mm 20mm 30mm\">", "", "1");
    row("unknown sheet", "A4 portrait", "A3 portrait", "4");
    row("tag that is not closed", "{{volume}}", "{{volume", "8");
    row("block that is not closed", "{{/if}}", "", "18");
    row("unknown tag", "{{volume}}", "{{volume html}}", "8 {{volume html}}", "no such tag");
    row("unknown filter", "{{signerTitle|upper}}", "{{signerTitle|uper}}", "14 {{signerTitle|uper}}", "no such filter: there are |upper and |url");
    row("filter with a space", "{{signerTitle|upper}}", "{{signerTitle | upper}}", "14 {{signerTitle | upper}}",
        "no such filter: there are |upper and |url");
    row("misspelt value", "{{fact_boat}}", "{{fact_baot}}", "10 {{fact_baot}}");
    row("misspelt condition", "{{#if capacity}}", "{{#if capasity}}", "13 {{capasity}}");
    row("value of another block", "{{volume}}", "{{payer}}", "8 {{payer}}");
    row("what may be missing", "{{#if fact_flag}}<p>Quốc tịch: {{fact_flag}}</p>{{/if}}", "<p>{{fact_flag}}</p>", "11 {{fact_flag}}");
    row("asked for, but used outside", "{{#if capacity}}", "{{#if capacity}}{{else}}{{capacity}}{{/if}}{{#if fact_flag}}", "13 {{capacity}}");
    row("yes or no as a text", "{{fact_use}}", "{{fact_foreign}}", "10 {{fact_foreign}}");
    row("no list", "{{fact_use}}", "{{#each fact_use}}x{{/each}}", "10 {{fact_use}}");
    row("number of no list", "{{fact_use}}", "{{@number}}", "10 {{@number}}");
    // Of markup one is enough here: tst_TemplateMarkup has the rest.
    row("markup", "</body>", "<p style=\"margin-left: 999mm\">x</p>", "16 <p style> margin-left",
        "larger than the sheet has room for between its margins");
    row("sign that does not show", "Chủ tàu", "Chủ \xE2\x80\xAEtàu", "9");
}

void tst_TemplateProof::brokenTemplatesAreRefused() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, place);
    QFETCH(QString, reason);
    const QString form = QStringLiteral("boat-attestation");
    QString text = inventedJob().value(QLatin1String("templates")).toObject().value(form).toString();
    QVERIFY(text.contains(QString::fromUtf8(from)));
    text.replace(QString::fromUtf8(from), QString::fromUtf8(to));
    const auto job = proveJobKind(replaced(inventedJob(), {"templates", form}, text).toObject());
    QVERIFY(!job);
    QCOMPARE(job.error().code, QStringLiteral("job.template"));
    QCOMPARE(job.error().detail.value(QStringLiteral("place")), place);
    QVERIFY2(isWorded(job.error()), qPrintable(job.error().toLogLine()));
    if (!reason.isEmpty())
        QCOMPARE(job.error().detail.value(QStringLiteral("reason")), reason);
}

void tst_TemplateProof::listsInOneAnother_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name"); // empty: sound
    QTest::addColumn<QString>("reason");
    const char* const itself = "{{#each}} goes through a list within itself";
    const auto each = [](const char* names, const QString& inner) {
        QString text = inner;
        const QStringList all = QString::fromLatin1(names).split(QLatin1Char(' '));
        for (auto name = all.rbegin(); name != all.rend(); ++name)
            text = QStringLiteral("{{#each %1}}%2{{/each}}").arg(*name, text);
        return text;
    };
    QTest::newRow("one") << each("columns", QStringLiteral("{{title}}")) << ""
                         << "";
    QTest::newRow("one after the other") << each("columns", {}) + each("columns", {}) + each("entries", {}) << ""
                                         << "";
    QTest::newRow("a list of an item") << each("entries cells", QStringLiteral("{{title}}")) << ""
                                       << "";
    QTest::newRow("a list beside") << each("columns entries", {}) << ""
                                   << "";
    QTest::newRow("itself") << each("columns columns", {}) << "columns" << itself;
    QTest::newRow("itself in another") << each("columns entries columns", {}) << "columns" << itself;
    QTest::newRow("itself in a condition") << each("columns", QStringLiteral("{{#if title}}%1{{/if}}").arg(each("columns", {}))) << "columns"
                                           << itself;
    QTest::newRow("itself 15 deep") << QStringLiteral("{{#each columns}}").repeated(15) + QStringLiteral("{{/each}}").repeated(15) << "columns"
                                    << itself;
    QTest::newRow("three") << each("columns entries cells", {}) << "cells"
                           << "{{#each}} stand two deep in one another at most";
}

void tst_TemplateProof::listsInOneAnother() {
    QFETCH(QString, text);
    QFETCH(QString, name);
    QFETCH(QString, reason);
    const auto form = motcua::forms::Template::parse(QStringLiteral("<meta name=\"page\" content=\"A4 portrait 20mm\">\n") + text);
    QVERIFY(form);
    const auto fault = motcua::forms::nameFault(*form, saidByBook(), motcua::forms::Conditions::OnlyKnown);
    QCOMPARE(fault ? fault->name : QString(), name);
    QCOMPARE(QLatin1String(fault ? fault->reason : ""), reason);
    QVERIFY(!fault || fault->line == 2);
}

/// What comes with the program holds to what the province must hold to.
void tst_TemplateProof::builtInOnesFit() {
    for (const QString& form : builtInForms()) {
        QFile file(QStringLiteral(":/forms/print/%1.html").arg(form));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        if (const auto fault = motcua::forms::markupFault(text))
            QFAIL(qPrintable(QStringLiteral("%1.html:%2 %3 %4").arg(form).arg(fault->line).arg(fault->tag, QLatin1String(fault->reason))));
    }
}

void tst_TemplateProof::templatesOfOtherPapers() {
    const auto with = [](const QString& form, const QString& text) {
        return proveJobKind(replaced(inventedJob(), {"templates", form}, text).toObject());
    };
    const QString head = QStringLiteral("<meta name=\"page\" content=\"A5 portrait 12mm\">");
    // A kind may have its own receipt, on the sheet that it is made for; it says what the receipt says.
    QVERIFY(with(QStringLiteral("form-01"), QStringLiteral("<meta name=\"page\" content=\"A4 portrait 12mm\">{{code}}")));
    QVERIFY(with(QStringLiteral("form-01"), head + QStringLiteral("{{code}}{{#each papers}}{{@number}}{{name}}{{applicant}}{{/each}}")));
    QVERIFY(with(QStringLiteral("form-01"), head + QStringLiteral("{{#if fee}}{{fee}} {{feeStatus}}{{/if}}")));
    QVERIFY(with(QStringLiteral("form-01"), head + QStringLiteral("{{fee}} {{feeStatus}}")));
    QVERIFY(!with(QStringLiteral("form-01"), head + QStringLiteral("{{phone}}")));
    // What stands at the foot of every sheet is one of its values too.
    QVERIFY(with(QStringLiteral("form-01"), head + QStringLiteral("<meta name=\"sheet-mark\" content=\"code\">x")));
    QVERIFY(!with(QStringLiteral("form-01"), head + QStringLiteral("<meta name=\"sheet-mark\" content=\"kode\">x")));
    QVERIFY(!with(QStringLiteral("form-01"), head + QStringLiteral("<meta name=\"sheet-mark\" content=\"papers\">x")));
    QVERIFY(!with(QStringLiteral("form-01"), head + QStringLiteral("{{fact_boat}}")));
    const auto unused = with(QStringLiteral("boat-atestation"), head + QStringLiteral("x"));
    QVERIFY(!unused);
    QCOMPARE(unused.error().detail.value(QStringLiteral("place")), QStringLiteral("boat-atestation.html:1"));
    QVERIFY2(isWorded(unused.error()), qPrintable(unused.error().toLogLine()));
}

QTEST_APPLESS_MAIN(tst_TemplateProof)
#include "tst_TemplateProof.moc"
