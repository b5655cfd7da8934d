#include "app/ui/text/ErrorTable.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/text/Words.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace motcua;

/// Every way to fail has words for the person who meets it.
class tst_ErrorText : public QObject {
    Q_OBJECT

private slots:
    void everyCodeHasWords();
    void everyRowSaysWhatHappened();
    void detailsAreFilledIn();
    void unknownCodeIsToldToTheTechnician();
    void causeSpeaksForAnUnknownCode();
    void refusalsNameTheirField_data();
    void refusalsNameTheirField();
    void everyStringIsTranslated();

    void everyWarningHasWords();

private:
    static QSet<QString> saidAtTheGateway();
};

/// What only the technician at the gateway's command line meets has its words there.
QSet<QString> tst_ErrorText::saidAtTheGateway() {
    QFile file(QStringLiteral(MOTCUA_SOURCE_DIR "/sync/gateway/commands/CommandWords.cpp"));
    static const QRegularExpression sentence(QStringLiteral(R"re(\{"([a-z]+\.[a-z-]+)", u")re"));
    QSet<QString> codes;
    if (!file.open(QIODevice::ReadOnly))
        return codes;
    auto found = sentence.globalMatch(QString::fromUtf8(file.readAll()));
    while (found.hasNext())
        codes.insert(found.next().captured(1));
    return codes;
}

/// The card speaks of what does not fit in words, never by its code.
void tst_ErrorText::everyWarningHasWords() {
    static const QRegularExpression made(QStringLiteral(R"re("((?:personal-id|intake)\.[a-z0-9-]+)")re"));
    QSet<QString> codes;
    for (const char* name : {MOTCUA_SOURCE_DIR "/app/domain/PersonalId.cpp", MOTCUA_SOURCE_DIR "/app/counter/IntakeWarnings.cpp"}) {
        QFile file(QString::fromUtf8(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const auto& match : made.globalMatch(QString::fromUtf8(file.readAll())))
            codes.insert(match.captured(1));
    }
    QVERIFY2(codes.size() > 4, "the search found the tree's warnings");
    for (const QString& code : std::as_const(codes))
        QVERIFY2(!ui::words::warning({code, {}, {}}).contains(code), qPrintable(code));
}

void tst_ErrorText::everyCodeHasWords() {
    static const QRegularExpression made(QStringLiteral(
        R"re((?:fail\(|Error\{|base::Error\()\s*(?:QStringLiteral\(|QLatin1String\()?u?"([a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*)")re"));
    QSet<QString> codes;
    for (const char* tree : {MOTCUA_SOURCE_DIR "/app", MOTCUA_SOURCE_DIR "/sync"}) {
        QDirIterator files(QString::fromUtf8(tree), {"*.cpp", "*.h"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            auto found = made.globalMatch(QString::fromUtf8(file.readAll()));
            while (found.hasNext())
                codes.insert(found.next().captured(1));
        }
    }
    QVERIFY2(codes.size() > 80, "the search found the tree's codes");
    const QSet<QString> forTechnicians = saidAtTheGateway();
    QVERIFY2(forTechnicians.size() > 20, "the search found the gateway's sentences");
    QStringList silent;
    for (const QString& code : std::as_const(codes))
        if (!ui::hasErrorWords(code) && !forTechnicians.contains(code))
            silent << code;
    silent.sort();
    QVERIFY2(silent.isEmpty(), qPrintable(silent.join(QLatin1Char(' '))));
}

void tst_ErrorText::everyRowSaysWhatHappened() {
    QSet<QString> seen;
    for (const ui::ErrorRow& row : ui::errorTable()) {
        for (const QString& code : QString::fromLatin1(row.codes).split(QLatin1Char(' '))) {
            QVERIFY2(!code.isEmpty() && !seen.contains(code), qPrintable(code));
            seen.insert(code);
        }
        QVERIFY2(*row.what, row.codes);
        // Bad news without a way on is no help.
        QVERIFY2(row.tone == ui::Tone::Info || *row.next || *row.kept, row.codes);
    }
}

void tst_ErrorText::detailsAreFilledIn() {
    const ui::ErrorWords words = ui::errorWords({QStringLiteral("unlock.wrong-password"), {{QStringLiteral("triesLeft"), QStringLiteral("42")}}});
    QVERIFY2(words.next.contains(QStringLiteral("42")), qPrintable(words.next));
    QCOMPARE(words.tone, ui::Tone::Danger);
}

void tst_ErrorText::unknownCodeIsToldToTheTechnician() {
    const ui::ErrorWords words = ui::errorWords({QStringLiteral("moon.eclipsed")});
    QVERIFY(!words.what.isEmpty());
    QVERIFY2(words.next.contains(QStringLiteral("moon.eclipsed")), qPrintable(words.next));
}

void tst_ErrorText::causeSpeaksForAnUnknownCode() {
    const base::Error error = base::Error{QStringLiteral("moon.eclipsed")}.causedBy({QStringLiteral("journal.disk-full")});
    QCOMPARE(ui::errorWords(error).what, ui::errorWords({QStringLiteral("journal.disk-full")}).what);
}

void tst_ErrorText::refusalsNameTheirField_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("said");
    QTest::newRow("a part with words") << QStringLiteral("applicant.personalId") << QStringLiteral("in the applicant (applicant.personalId)");
    QTest::newRow("a field alone") << QStringLiteral("amount") << QStringLiteral("in the fee (amount)");
    QTest::newRow("one without words") << QStringLiteral("sha256") << QStringLiteral("in the record (sha256)");
    QTest::newRow("none said") << QString() << QStringLiteral("in the record (–)");
}

void tst_ErrorText::refusalsNameTheirField() {
    QFETCH(QString, field);
    QFETCH(QString, said);
    base::Error error{QStringLiteral("event.malformed")};
    if (!field.isEmpty())
        error.detail.insert(QStringLiteral("field"), field);
    const QString line = ui::errorLine(error);
    QVERIFY2(line.contains(said), qPrintable(line));
    QVERIFY(!line.contains(QLatin1Char('{')));
}

void tst_ErrorText::everyStringIsTranslated() {
    for (const char* name : {MOTCUA_SOURCE_DIR "/i18n/motcua_vi.ts", MOTCUA_SOURCE_DIR "/i18n/qtbase_vi.ts"}) {
        QFile file(QString::fromUtf8(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("<translation>"));
        QVERIFY2(!text.contains("type=\"unfinished\"") && !text.contains("<translation />") && !text.contains("<translation></translation>"), name);
    }
}

QTEST_GUILESS_MAIN(tst_ErrorText)
#include "tst_ErrorText.moc"
