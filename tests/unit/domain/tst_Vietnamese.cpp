// Folding, tone placement, sorting, names, telephones and masks (language.md §1–§6; identity-and-payment.md §3).

#include "app/domain/Collation.h"
#include "app/domain/Fold.h"
#include "app/domain/Mask.h"
#include "app/domain/PersonName.h"
#include "app/domain/Phone.h"
#include "app/domain/StateNames.h"
#include "app/domain/TypedText.h"
#include "app/domain/UnseenSigns.h"

#include <QTest>

#include <algorithm>

using namespace motcua::domain;

class tst_Vietnamese : public QObject {
    Q_OBJECT

private slots:
    void folds_data();
    void folds();
    void sameForSearch_data();
    void sameForSearch();
    void tones_data();
    void tones();
    void whatWasTyped_data();
    void whatWasTyped();
    void canonicalLetters();
    void order_data();
    void order();
    void peopleByName();
    void names_data();
    void names();
    void nameCase_data();
    void nameCase();
    void phones_data();
    void phones();
    void whatCanBeDialled();
    void masks();
    void states();
};

void tst_Vietnamese::folds_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    QTest::newRow("name") << QStringLiteral("Đặng Thị Hường") << "dang thi huong";
    QTest::newRow("decomposed") << QStringLiteral("Đặng Thị Hường").normalized(QString::NormalizationForm_D) << "dang thi huong";
    QTest::newRow("capitals") << QStringLiteral("ĐẶNG THỊ HƯỜNG") << "dang thi huong";
    QTest::newRow("look-alikes") << QString::fromUtf16(u"\u00D0ặng \u00F0ình") << "dang dinh";
    QTest::newRow("spaces") << QStringLiteral("  Lê \t Văn\u00A0An ") << "le van an";
    QTest::newRow("hyphen, apostrophe, dot") << QStringLiteral("H'Hen Bà Rịa-Vũng Tàu TP.HCM") << "h hen ba ria vung tau tp hcm";
    QTest::newRow("typographic apostrophe") << QStringLiteral("H’Hen") << "h hen";
    QTest::newRow("every apostrophe") << QStringLiteral("H`Hen H´Hen H′Hen H‘Hen HʼHen") << "h hen h hen h hen h hen h hen";
    QTest::newRow("b with a stroke") << QStringLiteral("Ƀuôn Yă, ƀlŏ") << "buon ya, blo";
    QTest::newRow("minority letters") << QStringLiteral("Kpă Čư Niê Ŏ Ñ") << "kpa cu nie o n";
    QTest::newRow("stacked") << QStringLiteral("ậ ễ ộ ữ ượ") << "a e o u uo";
    QTest::newRow("nothing") << ""
                             << "";
    QTest::newRow("only gaps") << " -.' "
                               << "";
}

void tst_Vietnamese::folds() {
    QFETCH(QString, text);
    QFETCH(QString, folded);
    QCOMPARE(fold(text), folded);
    QCOMPARE(fold(folded), folded);
}

void tst_Vietnamese::sameForSearch_data() {
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("hòa") << QStringLiteral("hòa") << QStringLiteral("hoà") << true;
    QTest::newRow("thủy") << QStringLiteral("thủy") << QStringLiteral("thuỷ") << true;
    QTest::newRow("khỏe") << QStringLiteral("khỏe") << QStringLiteral("khoẻ") << true;
    QTest::newRow("Lý") << QStringLiteral("Lý") << QStringLiteral("Lí") << true;
    QTest::newRow("Mỹ") << QStringLiteral("Mỹ") << QStringLiteral("Mĩ") << true;
    QTest::newRow("Quy") << QStringLiteral("Quy") << QStringLiteral("Qui") << true;
    QTest::newRow("An, Ân") << QStringLiteral("An") << QStringLiteral("Ân") << true;
    QTest::newRow("An, Anh") << QStringLiteral("An") << QStringLiteral("Anh") << false;
}

void tst_Vietnamese::sameForSearch() {
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, same);
    QCOMPARE(searchKey(one) == searchKey(other), same);
}

void tst_Vietnamese::tones_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("old");
    QTest::newRow("oa") << QStringLiteral("hoà") << QStringLiteral("hòa");
    QTest::newRow("oe") << QStringLiteral("khoẻ") << QStringLiteral("khỏe");
    QTest::newRow("uy") << QStringLiteral("thuỷ") << QStringLiteral("thủy");
    QTest::newRow("capitals") << QStringLiteral("HOÀ BÌNH, THUỴ") << QStringLiteral("HÒA BÌNH, THỤY");
    QTest::newRow("after qu") << QStringLiteral("quý, quỳ") << QStringLiteral("quý, quỳ");
    QTest::newRow("closed syllable") << QStringLiteral("hoàn, thuyền, hoạt, huýt") << QStringLiteral("hoàn, thuyền, hoạt, huýt");
    QTest::newRow("already old") << QStringLiteral("Hòa, thủy") << QStringLiteral("Hòa, thủy");
    QTest::newRow("other vowels") << QStringLiteral("tuổi, mưa, quê") << QStringLiteral("tuổi, mưa, quê");
}

void tst_Vietnamese::tones() {
    QFETCH(QString, text);
    QFETCH(QString, old);
    QCOMPARE(oldStyleTones(text), old);
    QCOMPARE(oldStyleTones(text.normalized(QString::NormalizationForm_D)), old);
}

void tst_Vietnamese::whatWasTyped_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept");
    QTest::newRow("words") << " thiếu chữ ký\n"
                           << "thiếu chữ ký";
    QTest::newRow("lines") << "một\nhai"
                           << "một\nhai";
    QTest::newRow("letter by letter") << QString::fromUtf16(u"a\u0323\u0302") << "ậ";
    QTest::newRow("signs that nobody sees") << QString::fromUtf16(u"\u200Bsai tên\u3164 \uFEFF") << "sai tên";
    QTest::newRow("nothing") << ""
                             << "";
    QTest::newRow("blanks") << " \n\t\u00A0"
                            << "";
    QTest::newRow("nothing that anybody sees") << QString::fromUtf16(u"\u200B\u3164\u2800\u00AD") << "";
}

/// As it is kept; and it says nothing just where nothing is kept.
void tst_Vietnamese::whatWasTyped() {
    QFETCH(QString, typed);
    QTEST(typedText(typed), "kept");
    QCOMPARE(saysNothing(typed), typedText(typed).isEmpty());
}

void tst_Vietnamese::canonicalLetters() {
    QCOMPARE(canonical(QString::fromUtf16(u"\u00D0a\u0302\u0323u")), QStringLiteral("Đậu"));
    QCOMPARE(canonical(QString::fromUtf16(u"a\u0323\u0302")), QStringLiteral("ậ"));
    QCOMPARE(canonical(QString::fromUtf16(u"\u00F0")), QStringLiteral("đ"));
}

void tst_Vietnamese::order_data() {
    QTest::addColumn<QStringList>("sorted");
    QTest::newRow("example") << QStringList{"ba", "bà", "bả", "bã", "bá", "bạ", "ban", "bàn", "băn", "bân", "cam", "dan", "đan"};
    QTest::newRow("alphabet") << QStringLiteral("a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z").split(QLatin1Char(' '));
    QTest::newRow("names") << QStringList{"An", "Ăn", "Ân", "da", "Dũng", "đa", "Đường"};
    QTest::newRow("space before letters") << QStringList{"ba na", "ban"};
    QTest::newRow("ƀ beside b") << QStringList{"Ban", "Ƀuôn", "Cao"};
    QTest::newRow("case last") << QStringList{"an", "An", "àn"};
    QTest::newRow("numbers") << QStringList{"Phường 1", "Phường 2", "Phường 10", "Phường 010a", "Phường An"};
    QTest::newRow("Móng Cái") << QStringList{"Móng Cái 1", "Móng Cái 2", "Móng Cái 3"};
    QTest::newRow("tones of several syllables") << QStringList{"ma ma", "ma mà", "mà ma"};
}

void tst_Vietnamese::order() {
    QFETCH(QStringList, sorted);
    QStringList shuffled = sorted;
    std::reverse(shuffled.begin(), shuffled.end());
    std::stable_sort(shuffled.begin(), shuffled.end(), [](const QString& a, const QString& b) { return collationKey(a) < collationKey(b); });
    QCOMPARE(shuffled, sorted);
    for (const QString& text : sorted)
        QCOMPARE(collationKey(text.normalized(QString::NormalizationForm_D)), collationKey(text));
}

void tst_Vietnamese::peopleByName() {
    const QStringList byGiven{"Trần An", "Lê Văn Ân", "Nguyễn Thị Ân", "Nguyễn Văn Ân", "Đặng Bình"};
    const QStringList byFull{"Đặng Bình", "Lê Văn Ân", "Nguyễn Thị Ân", "Nguyễn Văn Ân", "Trần An"};
    const auto sorted = [](QStringList list, NameOrder order) {
        std::reverse(list.begin(), list.end());
        std::sort(list.begin(), list.end(), [order](const QString& a, const QString& b) { return nameSortKey(a, order) < nameSortKey(b, order); });
        return list;
    };
    QCOMPARE(sorted(byFull, NameOrder::ByGivenName), byGiven);
    QCOMPARE(sorted(byGiven, NameOrder::ByFullName), byFull);
}

void tst_Vietnamese::names_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("surname");
    QTest::addColumn<QString>("middle");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("capitals");
    QTest::newRow("four words") << QStringLiteral("Nguyễn Thị Minh Khai") << QStringLiteral("Nguyễn") << QStringLiteral("Thị Minh") << "Khai"
                                << QStringLiteral("NGUYỄN THỊ MINH KHAI");
    QTest::newRow("double surname") << QStringLiteral("Trần Lê Mai Anh") << QStringLiteral("Trần") << QStringLiteral("Lê Mai") << "Anh"
                                    << QStringLiteral("TRẦN LÊ MAI ANH");
    QTest::newRow("no middle name") << QStringLiteral("Đỗ  Mười ") << QStringLiteral("Đỗ") << "" << QStringLiteral("Mười")
                                    << QStringLiteral("ĐỖ MƯỜI");
    QTest::newRow("one word") << "Y"
                              << ""
                              << ""
                              << "Y"
                              << "Y";
    QTest::newRow("minority") << QStringLiteral("H'Hen Niê") << "H'Hen"
                              << "" << QStringLiteral("Niê") << QStringLiteral("H'HEN NIÊ");
    QTest::newRow("nothing") << ""
                             << ""
                             << ""
                             << ""
                             << "";
}

void tst_Vietnamese::names() {
    QFETCH(QString, name);
    QFETCH(QString, surname);
    QFETCH(QString, middle);
    QFETCH(QString, given);
    QFETCH(QString, capitals);
    const PersonName parts = PersonName::parse(name);
    QCOMPARE(parts.surname, surname);
    QCOMPARE(parts.middle, middle);
    QCOMPARE(parts.given, given);
    QCOMPARE(inCapitals(name), capitals);
}

void tst_Vietnamese::nameCase_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("cased");
    QTest::newRow("capitals") << QStringLiteral("NGUYỄN THỊ ƯƠNG ĐẠT") << QStringLiteral("Nguyễn Thị Ương Đạt");
    QTest::newRow("small") << QStringLiteral("đặng thị hường") << QStringLiteral("Đặng Thị Hường");
    QTest::newRow("apostrophe") << QStringLiteral("H'HEN NIÊ") << QStringLiteral("H'Hen Niê");
    QTest::newRow("written with care") << QStringLiteral("Y Bhin Niê") << QStringLiteral("Y Bhin Niê");
    QTest::newRow("odd but meant") << QStringLiteral("Nguyễn văn An") << QStringLiteral("Nguyễn văn An");
}

void tst_Vietnamese::nameCase() {
    QFETCH(QString, name);
    QFETCH(QString, cased);
    QCOMPARE(inNameCase(name), cased);
}

void tst_Vietnamese::phones_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("shown");
    QTest::newRow("display form") << "0912 345 678"
                                  << "0912345678"
                                  << "0912 345 678";
    QTest::newRow("+84") << "+84 912 345 678"
                         << "0912345678"
                         << "0912 345 678";
    QTest::newRow("+84 (0)") << "+84 (0)912.345.678"
                             << "0912345678"
                             << "0912 345 678";
    QTest::newRow("84") << "84912345678"
                        << "0912345678"
                        << "0912 345 678";
    QTest::newRow("Ha Noi") << "024.3825.1234"
                            << "02438251234"
                            << "024 3825 1234";
    QTest::newRow("Quang Ninh") << "0203-3825-123"
                                << "02033825123"
                                << "0203 3825 123";
    for (const char* start : {"03", "05", "07", "08", "09"})
        QTest::newRow(start) << QLatin1String(start) + QStringLiteral("12345678") << QLatin1String(start) + QStringLiteral("12345678")
                             << QLatin1String(start) + QStringLiteral("12 345 678");
    QTest::newRow("too short") << "091234567"
                               << ""
                               << "091234567";
    QTest::newRow("old 11 digits") << "01234567890"
                                   << ""
                                   << "01234567890";
    QTest::newRow("letters") << "09123A5678"
                             << ""
                             << "09123A5678";
    QTest::newRow("nothing") << ""
                             << ""
                             << "";
}

void tst_Vietnamese::phones() {
    QFETCH(QString, typed);
    QFETCH(QString, stored);
    QFETCH(QString, shown);
    QCOMPARE(normalisedPhone(typed).value_or(QString()), stored);
    QCOMPARE(displayedPhone(typed), shown);
}

void tst_Vietnamese::whatCanBeDialled() {
    for (const char* number : {"0912345678", "0912 345 678", "+84 (0)912.345.678", "+1-202-555-0123", "091234567"})
        QVERIFY2(mayBePhone(QLatin1String(number)), number);
    for (const char* other : {"29/11/2026", "", "12345", "09123A5678", "0912345678 hoặc 0987654321", "1234567890123456"})
        QVERIFY2(!mayBePhone(QString::fromUtf8(other)), other);
}

void tst_Vietnamese::masks() {
    QCOMPARE(maskedNumber(QStringLiteral("022090001234")), QStringLiteral("0220****1234"));
    QCOMPARE(maskedNumber(QStringLiteral("100123456")), QStringLiteral("1001****3456"));
    QCOMPARE(maskedNumber(QStringLiteral("12345678")), QStringLiteral("********"));
    QCOMPARE(maskedNumber(QStringLiteral("C1234567")), QStringLiteral("*****567"));
    QCOMPARE(maskedNumber(QStringLiteral("M12345678")), QStringLiteral("******678"));
    QCOMPARE(maskedNumber(QString()), QString());
    QCOMPARE(maskedPhone(QStringLiteral("0912345123")), QStringLiteral("09xx…123"));
    QCOMPARE(maskedPhone(QStringLiteral("113")), QStringLiteral("xxx"));
}

void tst_Vietnamese::states() {
    QCOMPARE(officialStateName(State::Registered), QStringLiteral("Mới đăng ký"));
    QCOMPARE(officialStateName(State::HandedOver), QStringLiteral("Đã trả kết quả"));
    QCOMPARE(englishStateName(State::Completed), QStringLiteral("Completed"));
    QCOMPARE(officialStateName(State::None), QString());
    QCOMPARE(officialStateName(static_cast<State>(99)), QString());
    for (int code = 1; code <= 10; ++code) {
        QVERIFY(!officialStateName(static_cast<State>(code)).isEmpty());
        QVERIFY(!englishStateName(static_cast<State>(code)).isEmpty());
    }
}

QTEST_GUILESS_MAIN(tst_Vietnamese)
#include "tst_Vietnamese.moc"
