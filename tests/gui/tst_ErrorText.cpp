#include "app/ui/text/ErrorTable.h"
#include "app/ui/text/ErrorText.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace motcua;

/// Every way to fail has words for the person at the counter.
class tst_ErrorText : public QObject {
    Q_OBJECT

private slots:
    void everyCodeHasWords();
    void everyRowSaysWhatHappened();
    void detailsAreFilledIn();
    void unknownCodeIsToldToTheTechnician();
    void causeSpeaksForAnUnknownCode();
    void everyStringIsTranslated();
};

void tst_ErrorText::everyCodeHasWords() {
    static const QRegularExpression made(
        QStringLiteral(R"re((?:fail\(|Error\{|base::Error\()\s*(?:QStringLiteral\(|QLatin1String\()?u?"([a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*)")re"));
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
    QStringList silent;
    for (const QString& code : std::as_const(codes))
        if (!ui::hasErrorWords(code))
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
    const ui::ErrorWords words = ui::errorWords({QStringLiteral("access.locked-out"), {{QStringLiteral("seconds"), QStringLiteral("42")}}});
    QVERIFY2(words.next.contains(QStringLiteral("42")), qPrintable(words.next));
    QCOMPARE(words.tone, ui::Tone::Warning);
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
