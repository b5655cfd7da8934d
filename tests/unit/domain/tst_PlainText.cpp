#include "app/domain/EventChecks.h"
#include "app/domain/EventTexts.h"
#include "app/domain/PlainText.h"
#include "tests/support/contract/Examples.h"

#include <QTest>

using namespace motcua::domain;

class tst_PlainText : public QObject {
    Q_OBJECT

private slots:
    void rule_data();
    void rule();
    void everyVietnameseLetterIsPlain();
    void everyTextOfEveryKindIsLookedAt();
    void mendedOnesAreSound();
};

namespace {

QString marks(int count) {
    return QStringLiteral("Lan") + QString(count, QChar(0x0301));
}

/// As JSON, so that no field is named here: the first text of each name is replaced.
struct Spoiler {
    const char* wanted;
    QStringList seen;
    bool done = false;

    template <class T>
    void operator()(const char* name, T& value) {
        look(name, value);
    }
    void look(const char* name, QString& text) {
        seen << QLatin1String(name);
        if (!done && qstrcmp(name, wanted) == 0) {
            text += QChar(0x202E);
            done = true;
        }
    }
    void look(const char* name, QStringList& texts) {
        for (QString& text : texts)
            look(name, text);
    }
    template <class T>
    void look(const char* name, std::vector<T>& list) {
        for (T& value : list)
            look(name, value);
    }
    template <class T>
    void look(const char*, T& value) {
        if constexpr (requires { T::describe(value, *this); })
            T::describe(value, *this);
    }
};

}

void tst_PlainText::rule_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    const auto same = [](const char* name, const QString& text) { QTest::newRow(name) << text << text; };
    const auto row = [](const char* name, const QString& text, const QString& plain) { QTest::newRow(name) << text << plain; };
    same("empty", {});
    same("a name", QStringLiteral("Nguyễn Thị Thuỳ Dương"));
    same("of the Jarai", QString::fromUtf16(u"H'M\u0306lan \u0180\u01B0\u0306n\u0306"));
    same("of the Lao", QString::fromUtf16(u"\u0E97\u0EC9\u0EB2\u0EA7 \u0E9A\u0EB8\u0E99\u0E99\u0EB5\u0EC9"));
    same("a picture", QString::fromUtf8("😀"));
    same("lines and tabs", QStringLiteral("một\nhai\tba"));
    same("three marks", marks(4).normalized(QString::NormalizationForm_C));
    row("decomposed", QStringLiteral("Nguyễn").normalized(QString::NormalizationForm_D), QStringLiteral("Nguyễn"));
    row("four marks", QString::fromUtf16(u"x\u0301\u0301\u0301\u0301"), QString::fromUtf16(u"x\u0301\u0301\u0301"));
    row("99 marks", QStringLiteral("x") + QString(99, QChar(0x0323)), QStringLiteral("x") + QString(3, QChar(0x0323)));
    row("turned around", QString::fromUtf16(u"An \u202Etom\u202C"), QStringLiteral("An tom"));
    row("isolated", QString::fromUtf16(u"\u2067An\u2069"), QStringLiteral("An"));
    row("NUL", QString(QStringLiteral("An") + QChar(0) + QStringLiteral("h")), QStringLiteral("Anh"));
    row("bell", QStringLiteral("An\a"), QStringLiteral("An"));
    row("zero width", QString::fromUtf16(u"A\u200Bn"), QStringLiteral("An"));
    row("half a pair", QString(QStringLiteral("An") + QChar(0xD800)), QStringLiteral("An"));
    row("line separator", QString::fromUtf16(u"An\u2028B"), QStringLiteral("An\nB"));
    row("a mark set free", QString::fromUtf16(u"e\u200B\u0302"), QStringLiteral("ê"));
    row("marks set free", QString::fromUtf16(u"x\u0301\u0301\u200B\u0301\u0301"), QString::fromUtf16(u"x\u0301\u0301\u0301"));
}

void tst_PlainText::rule() {
    QFETCH(QString, text);
    QFETCH(QString, plain);
    QCOMPARE(isPlain(text), text == plain);
    QCOMPARE(madePlain(text), plain);
    QVERIFY(isPlain(plain));
}

void tst_PlainText::everyVietnameseLetterIsPlain() {
    int letters = 0;
    for (const QChar base : QStringLiteral("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"))
        for (const char16_t tone : {u'\u0300', u'\u0301', u'\u0303', u'\u0309', u'\u0323'}) {
            const QString letter = (QString(base) + QChar(tone)).normalized(QString::NormalizationForm_C);
            QCOMPARE(letter.size(), 1);
            QVERIFY(isPlain(letter));
            ++letters;
        }
    QCOMPARE(letters, 120);
}

/// A text of any kind of event that is spoiled is found, and told by its name.
void tst_PlainText::everyTextOfEveryKindIsLookedAt() {
    int spoiled = 0;
    for (const EventBody& example : motcua::test::examples::events()) {
        EventBody scratch = example;
        Spoiler all{"", {}};
        std::visit([&](auto& body) { std::decay_t<decltype(body)>::describe(body, all); }, scratch);
        for (const QString& name : QSet<QString>(all.seen.begin(), all.seen.end())) {
            EventBody bad = example;
            const QByteArray wanted = name.toLatin1();
            Spoiler spoiler{wanted.constData(), {}};
            std::visit([&](auto& body) { std::decay_t<decltype(body)>::describe(body, spoiler); }, bad);
            const auto found = unplainField(bad);
            QVERIFY2(found && found->section(QLatin1Char('.'), -1) == name, wanted.constData());
            QVERIFY(!unplainField(withPlainTexts(bad)));
            QVERIFY(!wellFormed(bad));
            ++spoiled;
        }
    }
    QVERIFY(spoiled > 60);
}

void tst_PlainText::mendedOnesAreSound() {
    NoteAdded note{QString::fromUtf16(u"\u202EGọi lại")};
    QCOMPARE(wellFormed(note).error().code, QStringLiteral("event.text-unplain"));
    QCOMPARE(wellFormed(note).error().detail.value(QStringLiteral("field")), QStringLiteral("text"));
    QVERIFY(wellFormed(withPlainTexts(note)));
    DossierReceived received = std::get<DossierReceived>(motcua::test::examples::events().front());
    received.facts = {{QStringLiteral("x"), QString(QChar(0x202E))}};
    QCOMPARE(*unplainField(received), QStringLiteral("facts"));
    const EventBody mended = withPlainTexts(received);
    QCOMPARE(std::get<DossierReceived>(mended).facts.value(QLatin1String("x")).toString(), QString());
}

QTEST_GUILESS_MAIN(tst_PlainText)
#include "tst_PlainText.moc"
