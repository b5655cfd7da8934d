#include "app/ui/text/ErrorTable.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/text/Words.h"

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace motcua;

/// Every way to fail has words for the person who meets it.
class tst_ErrorText : public QObject {
    Q_OBJECT

private slots:
    void everyCodeHasWords();
    void everyRowIsInVietnamese();
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
    static QHash<QString, QStringList> dottedWords();
    static bool isNoCode(const QString& word, const QStringList& files);
    static bool isSaidOtherwise(const QString& code);
};

/// What only the technician at the gateway's command line meets has its words there.
QSet<QString> tst_ErrorText::saidAtTheGateway() {
    QFile file(QStringLiteral(MOTCUA_SOURCE_DIR "/sync/gateway/commands/CommandWords.cpp"));
    static const QRegularExpression sentence(QStringLiteral(R"re(\{"([a-z-]+\.[a-z-]+)", u")re"));
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

/// Every word in dots of a source: codes, and what looks like one.
QHash<QString, QStringList> tst_ErrorText::dottedWords() {
    static const QRegularExpression dotted(QStringLiteral(R"re("([a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*)")re"));
    static const QRegularExpression comment(QStringLiteral("(?m)^\\s*//.*$"));
    QHash<QString, QStringList> words;
    for (const char* tree : {MOTCUA_SOURCE_DIR "/app", MOTCUA_SOURCE_DIR "/sync"}) {
        QDirIterator files(QString::fromUtf8(tree), {"*.cpp", "*.h"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            // The trial's own failures are its report's; the words themselves are not where codes are made.
            if (file.fileName().contains(QStringLiteral("/app/trial/")) || file.fileName().contains(QStringLiteral("/app/ui/text/")) ||
                !file.open(QIODevice::ReadOnly))
                continue;
            const QString text = QString::fromUtf8(file.readAll()).remove(comment);
            for (const auto& match : dotted.globalMatch(text))
                words[match.captured(1)] << file.fileName().mid(qstrlen(MOTCUA_SOURCE_DIR "/"));
        }
    }
    return words;
}

/// What looks like a code and is none: the fields of records and descriptions, files, categories of logs, names of people in training.
bool tst_ErrorText::isNoCode(const QString& word, const QStringList& files) {
    static const QRegularExpression file(QStringLiteral("\\.(json|sqlite|csv|html|pem|key|pub|svg|png|pdf|qss|qm)$"));
    static const QRegularExpression fields(
        QStringLiteral("/(EventChecks|EventParts|JobReader|JobProof|BenchProof|PartyEditor|JobFit|SharedBooks|TrainingUnit|Logging)\\.(cpp|h)$"));
    if (word.startsWith(QStringLiteral("motcua.")) || file.match(word).hasMatch())
        return true;
    // A field that a judge names as well is still a field.
    return std::any_of(files.begin(), files.end(), [](const QString& each) { return fields.match(each).hasMatch(); });
}

/// Codes that are faults, warnings or findings: they come with words of their own, or with a place instead of words.
bool tst_ErrorText::isSaidOtherwise(const QString& code) {
    static const QStringList families{QStringLiteral("verify."), QStringLiteral("intake.")};
    const bool isWarning = !ui::words::warning({code, {}}).contains(code);
    return isWarning || std::any_of(families.begin(), families.end(), [&](const QString& family) { return code.startsWith(family); });
}

/// Found by program wherever it is made, however it is made: none may reach a screen as itself.
void tst_ErrorText::everyCodeHasWords() {
    const QHash<QString, QStringList> words = dottedWords();
    QVERIFY2(words.size() > 300, "the search found the tree's codes");
    for (const char* known : {"sync.certificate-refused", "enrolment.wrong-port", "dossier.no-reason", "access.no-accounts-yet", "scan.cover-open"})
        QVERIFY2(words.contains(QLatin1String(known)), known);
    const QSet<QString> forTechnicians = saidAtTheGateway();
    QVERIFY2(forTechnicians.size() > 20, "the search found the gateway's sentences");
    QStringList silent;
    for (auto word = words.cbegin(); word != words.cend(); ++word)
        if (!isNoCode(word.key(), word.value()) && !isSaidOtherwise(word.key()) && !ui::hasErrorWords(word.key()) &&
            !forTechnicians.contains(word.key()))
            silent << word.key() + QStringLiteral(" (") + word.value().front() + QLatin1Char(')');
    silent.sort();
    QVERIFY2(silent.isEmpty(), qPrintable(silent.join(QLatin1Char('\n'))));
}

/// In Vietnamese as on the screens, with the details that the words name filled in by whoever makes the error: what, and what next.
void tst_ErrorText::everyRowIsInVietnamese() {
    QTranslator vietnamese;
    QVERIFY(vietnamese.load(QStringLiteral(":/i18n/motcua_vi.qm")));
    QCoreApplication::installTranslator(&vietnamese);
    static const QRegularExpression accents(QStringLiteral("[\\x{00C0}-\\x{1EF9}]"));
    QStringList foreign;
    for (const ui::ErrorRow& row : ui::errorTable()) {
        const ui::ErrorWords words = ui::errorWords({QString::fromLatin1(row.codes).section(QLatin1Char(' '), 0, 0)});
        for (const auto& [source, said] : {std::pair(row.what, words.what), std::pair(row.kept, words.kept), std::pair(row.next, words.next)})
            if (*source && !accents.match(said).hasMatch())
                foreign << said;
        const bool wayOn = *row.next || row.tone == ui::Tone::Info;
        if (!wayOn)
            foreign << QString::fromLatin1(row.codes) + QStringLiteral(": no next step");
    }
    QCoreApplication::removeTranslator(&vietnamese);
    QVERIFY2(foreign.isEmpty(), qPrintable(foreign.join(QLatin1Char('\n'))));
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
