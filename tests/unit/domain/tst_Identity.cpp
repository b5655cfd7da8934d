// Card QR, personal number, machine-readable zone, VietQR: the vectors of identity-and-payment.md §1, §3, §4, §5 and their damages.

#include "app/domain/CardQr.h"
#include "app/domain/Csv.h"
#include "app/domain/Mrz.h"
#include "app/domain/PersonalId.h"
#include "app/domain/VietQr.h"

#include <QDir>
#include <QHash>
#include <QTest>

using namespace motcua::domain;

class tst_Identity : public QObject {
    Q_OBJECT

private slots:
    void cardIsRead_data();
    void cardIsRead();
    void cardOfEveryCommune();
    void caseIsTurnedBack_data();
    void caseIsTurnedBack();
    void damagedCardIsRefused_data();
    void damagedCardIsRefused();
    void cardsOfTheField_data();
    void cardsOfTheField();
    void readersOfAnotherCodePage();
    void whatIsNoDamage_data();
    void whatIsNoDamage();
    void layouts_data();
    void layouts();
    void cardIsKnownFromOthers_data();
    void cardIsKnownFromOthers();
    void personalNumber_data();
    void personalNumber();
    void provinces();
    void checkDigits_data();
    void checkDigits();
    void mrzIsRead();
    void damagedMrzIsRefused_data();
    void damagedMrzIsRefused();
    void crc_data();
    void crc();
    void vietQr_data();
    void vietQr();
    void damagedVietQrIsRefused_data();
    void damagedVietQrIsRefused();
    void vietQrRefusesToWrite_data();
    void vietQrRefusesToWrite();
};

namespace {

const QString card = QStringLiteral("022090001234|100123456|Nguyễn Văn An|15011990|Nam|Tổ 3, Khu 5, Bãi Cháy, Hạ Long, Quảng Ninh|12052021");
const QString mrz = QStringLiteral("IDVNM0900012345022090001234<<3\n9001158M3001156VNM<<<<<<<<<<<2\nNGUYEN<<VAN<AN<<<<<<<<<<<<<<<<\n");

QString replaced(QString text, const QString& before, const QString& after) {
    return text.replace(before, after);
}

/// Of a file of tests/data/domain.
QStringList linesOf(const QString& name) {
    QFile file(QStringLiteral(MOTCUA_SOURCE_DIR "/tests/data/domain/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

QString asLatin1(const QString& text) {
    return QString::fromLatin1(text.toUtf8());
}

}

void tst_Identity::cardIsRead_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("formerId");
    QTest::addColumn<int>("further");
    QTest::newRow("example") << card << "100123456" << 0;
    QTest::newRow("CR") << card + QLatin1Char('\r') << "100123456" << 0;
    QTest::newRow("CR LF") << card + QStringLiteral("\r\n") << "100123456" << 0;
    QTest::newRow("decomposed") << card.normalized(QString::NormalizationForm_D) << "100123456" << 0;
    QTest::newRow("no former number") << replaced(card, QStringLiteral("100123456"), QString()) << "" << 0;
    QTest::newRow("newer card") << card + QStringLiteral("||Nguyễn Văn Bình|Trần Thị Cúc|") << "100123456" << 4;
    QTest::newRow("English in the address") << replaced(card, QStringLiteral("Tổ 3"), QStringLiteral("Green Tower, Tổ 3")) << "100123456" << 0;
}

void tst_Identity::cardIsRead() {
    QFETCH(QString, text);
    QFETCH(QString, formerId);
    QFETCH(int, further);
    const auto read = CardQr::parse(text);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().code));
    QCOMPARE(read->personalId, QStringLiteral("022090001234"));
    QCOMPARE(read->formerId, formerId);
    QCOMPARE(read->name, QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(read->birthDate, QDate(1990, 1, 15));
    QCOMPARE(read->sex, QStringLiteral("Nam"));
    QVERIFY(read->address.endsWith(QStringLiteral("Tổ 3, Khu 5, Bãi Cháy, Hạ Long, Quảng Ninh")));
    QCOMPARE(read->issued, QDate(2021, 5, 12));
    QCOMPARE(read->further.size(), further);
}

void tst_Identity::cardOfEveryCommune() {
    const QDir dossier(QStringLiteral(MOTCUA_SOURCE_DIR "/resources/catalogue"));
    int read = 0;
    for (const QString& name : dossier.entryList({QStringLiteral("communes-*.csv")})) {
        QFile file(dossier.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto table = parseCsv(file.readAll());
        QVERIFY(table);
        const qsizetype column = table->front().indexOf(QLatin1String("name"));
        QVERIFY(column >= 0);
        for (size_t i = 1; i < table->size(); ++i, ++read) {
            const QString text = replaced(card, QStringLiteral("Bãi Cháy"), table->at(i).at(column));
            QVERIFY2(CardQr::parse(text), qPrintable(text));
        }
    }
    QCOMPARE(read, 525);
    for (const char16_t* person :
        {u"Ksor H'Bia", u"Y Bhin Niê", u"H’Hen Niê", u"Rơ Châm Kbuôr", u"LÊ NGÃ", u"Mai Anh Khoa", u"Đỗ Nguyên Ngọc", u"HNhung Niê", u"ĐỖ VĂN Ý"}) {
        const QString text = replaced(card, QStringLiteral("Nguyễn Văn An"), QString::fromUtf16(person));
        QVERIFY2(CardQr::parse(text), qPrintable(text));
    }
}

/// Caps Lock turns what is a key, or what is none, by how a reader sends it.
void tst_Identity::caseIsTurnedBack_data() {
    QTest::addColumn<QString>("sent");
    const QString binh = QStringLiteral("001090012345||%1|01011990|%2|%3|01012021");
    QTest::newRow("letters for Vietnamese alone") << binh.arg(
        QStringLiteral("TrẦn Văn Bình"), QStringLiteral("Nam"), QStringLiteral("TỔ 3, HẠ Long, QuẢng Ninh"));
    QTest::newRow("letters of ASCII") << binh.arg(
        QStringLiteral("tRầN văN bìNH"), QStringLiteral("nAM"), QStringLiteral("tổ 3, hạ lONG, qUảNG nINH"));
    QTest::newRow("letters with marks") << binh.arg(
        QStringLiteral("TrẦn VĂn BÌnh"), QStringLiteral("Nam"), QStringLiteral("TỔ 3, HẠ Long, QuẢng Ninh"));
    QTest::newRow("all") << binh.arg(QStringLiteral("tRẦN vĂN bÌNH"), QStringLiteral("nAM"), QStringLiteral("tỔ 3, hẠ lONG, qUẢNG nINH"));
}

void tst_Identity::caseIsTurnedBack() {
    QFETCH(QString, sent);
    const auto read = CardQr::parse(sent);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().code));
    QCOMPARE(read->name, QStringLiteral("Trần Văn Bình"));
    QCOMPARE(read->address, QStringLiteral("Tổ 3, Hạ Long, Quảng Ninh"));
    QCOMPARE(read->sex, QStringLiteral("Nam"));
}

void tst_Identity::damagedCardIsRefused_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");
    const auto with = [](const QString& before, const QString& after) { return replaced(card, before, after); };
    QTest::newRow("Caps Lock at some letters") << with(QStringLiteral("Nguyễn Văn An"), QStringLiteral("NgUyễn VăN An")) << "card.caps-lock";
    QTest::newRow("Caps Lock in the address") << with(QStringLiteral("Quảng Ninh"), QStringLiteral("QUẢng NINh, QuÃng")) << "card.caps-lock";
    QTest::newRow("nothing") << ""
                             << "card.field-count";
    QTest::newRow("six fields") << card.section(QLatin1Char('|'), 0, 5) << "card.field-count";
    QTest::newRow("other separator") << with(QStringLiteral("|"), QStringLiteral(";")) << "card.field-count";
    QTest::newRow("a web address") << "https://dichvucong.gov.vn"
                                   << "card.field-count";
    QTest::newRow("mojibake") << asLatin1(card) << "card.code-page";
    QTest::newRow("mojibake, Windows-1252") << with(QStringLiteral("Nguyễn Văn"), QString::fromUtf16(u"Nguy\u00E1\u00BB\u2026n V\u00C4\u0192n"))
                                            << "card.code-page";
    QTest::newRow("question marks") << with(QStringLiteral("Nguyễn"), QStringLiteral("Nguy?n")) << "card.letters-lost";
    QTest::newRow("question mark in the address") << with(QStringLiteral("Bãi"), QStringLiteral("B?i")) << "card.letters-lost";
    QTest::newRow("replacement character") << with(QStringLiteral("ễ"), QString(QChar(0xFFFD))) << "card.code-page";
    QTest::newRow("telex") << with(QStringLiteral("Nguyễn Văn An"), QStringLiteral("Nguyeexn Vawn An")) << "card.input-method";
    QTest::newRow("telex capitals") << with(QStringLiteral("Nguyễn Văn An"), QStringLiteral("DDAWNGJ THIJ HUWOWNGF")) << "card.input-method";
    QTest::newRow("telex in the whole address") << with(QStringLiteral("Tổ 3, Khu 5, Bãi Cháy, Hạ Long, Quảng Ninh"),
                                                       QStringLiteral("Toor 3, Khu 5, Baix Chays, Haj Long, Quangr Ninh"))
                                                << "card.input-method";
    QTest::newRow("doubled tone letter") << with(QStringLiteral("Nguyễn"), QStringLiteral("Nguyễễn")) << "card.input-method";
    QTest::newRow("letters swallowed") << with(QStringLiteral("Nguyễn Văn An"), QStringLiteral("Nguyn Vn An")) << "card.letters-lost";
    QTest::newRow("telex, every word of a man's") << "022090001234||Nguyeenx Vawn Namj|15011990|Nam|Aaps 1, Xax Vis Duj|12052021"
                                                  << "card.input-method";
    QTest::newRow("telex, with its letters kept") << with(QStringLiteral("Nguyễn Văn"), QStringLiteral("Nguyêễn Vaăn")) << "card.input-method";
    QTest::newRow("plain letters throughout") << "022090001234||Nguyen Van An|15011990|Nam|To 3, Khu 5, Quang Ninh|12052021"
                                              << "card.letters-lost";
    QTest::newRow("only the letters of Latin-1 kept")
        << with(QStringLiteral("Hạ Long, Quảng Ninh"), QStringLiteral("Bình Phc")) << "card.letters-lost";
    QTest::newRow("a woman's sex without its letter") << with(QStringLiteral("|Nam|"), QStringLiteral("|Nu|")) << "card.letters-lost";
    QTest::newRow("a woman's sex by Telex") << with(QStringLiteral("|Nam|"), QStringLiteral("|Nuwx|")) << "card.input-method";
    QTest::newRow("VNI") << with(QStringLiteral("Nguyễn"), QStringLiteral("Nguye6n4")) << "card.input-method";
    QTest::newRow("11 digits") << card.mid(1) << "card.number";
    QTest::newRow("letter in the number") << with(QStringLiteral("022090001234"), QStringLiteral("02209000123O")) << "card.number";
    QTest::newRow("foreign digits") << with(QStringLiteral("022090001234"), QStringLiteral("٠٢٢٠٩٠٠٠١٢٣٤")) << "card.number";
    QTest::newRow("former number of 8 digits") << with(QStringLiteral("100123456"), QStringLiteral("10012345")) << "card.former-number";
    QTest::newRow("no name") << with(QStringLiteral("Nguyễn Văn An"), QString()) << "card.name";
    QTest::newRow("number for a name") << with(QStringLiteral("Nguyễn Văn An"), QStringLiteral("12345")) << "card.name";
    QTest::newRow("name of 101") << with(QStringLiteral("Nguyễn Văn An"), QStringLiteral("An ").repeated(34) + QStringLiteral("Anh")) << "card.name";
    QTest::newRow("31 February") << with(QStringLiteral("15011990"), QStringLiteral("31021990")) << "card.birth-date";
    QTest::newRow("date the other way round") << with(QStringLiteral("15011990"), QStringLiteral("19900115")) << "card.birth-date";
    QTest::newRow("date with slashes") << with(QStringLiteral("15011990"), QStringLiteral("15/01/1990")) << "card.birth-date";
    QTest::newRow("no sex") << with(QStringLiteral("|Nam|"), QStringLiteral("||")) << "card.sex";
    QTest::newRow("English sex") << with(QStringLiteral("|Nam|"), QStringLiteral("|M|")) << "card.sex";
    QTest::newRow("issue date cut") << card.chopped(1) << "card.issue-date";
    QTest::newRow("issued before birth") << with(QStringLiteral("12052021"), QStringLiteral("12051989")) << "card.issue-date";
    QTest::newRow("fields shifted") << with(QStringLiteral("|100123456"), QString()) + QStringLiteral("|x") << "card.former-number";
}

void tst_Identity::damagedCardIsRefused() {
    QFETCH(QString, text);
    QFETCH(QString, error);
    const auto read = CardQr::parse(text);
    QVERIFY(!read);
    QCOMPARE(read.error().code, error);
    QVERIFY(read.error().detail.isEmpty());
}

/// Cards as readers in the field sent them (tests/data/domain/card-variants.txt): what each of them is taken for.
void tst_Identity::cardsOfTheField_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");
    const QHash<QString, QString> refused{{"pipe-as-backslash", "card.field-count"}, {"leap-bad", "card.birth-date"}, {"slashes", "card.birth-date"},
        {"comma", "card.name"}, {"paren", "card.name"}, {"slash", "card.name"}, {"sex-other", "card.sex"}, {"addr-bar", "card.issue-date"},
        {"unikey-telex", "card.input-method"}, {"telex-raw", "card.input-method"}, {"vni-raw", "card.input-method"},
        {"lost-letters", "card.letters-lost"}, {"lost-letters-man", "card.letters-lost"}, {"arabic-digits", "card.number"}};
    const QHash<QString, QChar> written{
        {"\\r", QLatin1Char('\r')}, {"\\n", QLatin1Char('\n')}, {"\\t", QLatin1Char('\t')}, {"\\xef", QChar(u'\u00EF')}};
    const QStringList lines = linesOf(QStringLiteral("card-variants.txt"));
    QCOMPARE(lines.size(), 56);
    for (const QString& line : lines) {
        const QString name = line.section(QLatin1Char('\t'), 0, 0);
        QString text = line.section(QLatin1Char('\t'), 1);
        for (auto sign = written.cbegin(); sign != written.cend(); ++sign)
            if (name != QLatin1String("pipe-as-backslash"))
                text.replace(sign.key(), sign.value());
        QTest::newRow(qPrintable(name)) << text << refused.value(name);
    }
}

void tst_Identity::cardsOfTheField() {
    QFETCH(QString, text);
    QFETCH(QString, error);
    const auto read = CardQr::parse(text);
    QCOMPARE(read ? QString() : read.error().code, error);
    if (!read)
        return;
    QCOMPARE(read->personalId.size(), 12);
    QVERIFY(read->birthDate.isValid() != !read->bornIn.isEmpty());
    QVERIFY(read->issued.isValid());
}

void tst_Identity::readersOfAnotherCodePage() {
    const QStringList lines = linesOf(QStringLiteral("card-wrong-codepages.txt"));
    QVERIFY(lines.size() > 60);
    for (const QString& line : lines) {
        const auto read = CardQr::parse(line.section(QLatin1Char('\t'), 1));
        QVERIFY2(!read, qPrintable(line));
        QVERIFY2(read.error().code == QLatin1String("card.code-page"), qPrintable(line + read.error().code));
    }
}

void tst_Identity::whatIsNoDamage_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");
    for (const char16_t* name : {u"Trần Alex", u"Hoàng Jeff", u"Lê Max", u"Nguyễn Buddha", u"Mohamach Saaly", u"Ng A Sáng", u"Rơ Mah Kaa", u"Klứt",
             u"H`Hen Niê", u"H´Hen Niê", u"H′Hen Niê", u"H‘Hen Niê", u"HʼHen Niê", u"Y Blŏ Ƀuôn Yă", u"y ƀlŏ", u"Mai Anh Khoa"})
        QTest::addRow("%s", QString::fromUtf16(name).toUtf8().constData()) << QString::fromUtf16(name) << QStringLiteral("Thôn Đông, Xã Ví Dụ");
    for (const char16_t* address : {u"Tổ ?, Ấp 1", u"Xóm Bá–Lạc", u"KDC 3, TP. Thủ Đức", u"Tx Ví Dụ, QL 14", u"Buôn Đung, Cư M'gar", u"", u"Plei Ơi"})
        QTest::addRow("%s", QString::fromUtf16(address).toUtf8().constData()) << QStringLiteral("Trần Văn An") << QString::fromUtf16(address);
}

void tst_Identity::whatIsNoDamage() {
    QFETCH(QString, name);
    QFETCH(QString, address);
    const auto read = CardQr::parse(QStringList{
        QStringLiteral("022090001234"), QString(), name, QStringLiteral("15011990"), QStringLiteral("Nam"), address, QStringLiteral("12052021")}
                                        .join(QLatin1Char('|')));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().code));
    QCOMPARE(read->name, name);
    QCOMPARE(read->address, address);
}

/// As a reader that thinks of a US keyboard types on a desk with another.
void tst_Identity::layouts_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");
    QTest::newRow("United Kingdom") << replaced(card, QStringLiteral("|"), QStringLiteral("~")) << "";
    QTest::newRow("Shift lost") << replaced(card, QStringLiteral("|"), QStringLiteral("\\")) << "";
    QTest::newRow("Caps Lock") << QStringLiteral("022090001234|100123456|nGUYỄN vĂN aN|15011990|nAM|tỔ 3, kHU 5|12052021") << "";
    QTest::newRow("full width") << replaced(card, QStringLiteral("|"), QStringLiteral("｜")) << "";
    QTest::newRow("Vietnamese, figures are letters")
        << QStringLiteral("đââđ\u0323đđđăâêô||Nguyễn Văn An|ă\u0300đăă\u0323\u0323đ|Nam|Tổ|ăâđ\u0300âđâă") << "card.layout";
    QTest::newRow("French, figures are signs") << QStringLiteral("àééàçàààè&é\"µµNguyen Vqn Qnµ&(à&&ççàµNq;µTo \"µ&éà(éàé&") << "card.layout";
    QTest::newRow("German, separators are apostrophes") << QStringLiteral("022090001234''Nguzen Van An'15011990'Nam'To 3'12052021") << "card.layout";
}

void tst_Identity::layouts() {
    QFETCH(QString, text);
    QFETCH(QString, error);
    const auto read = CardQr::parse(text);
    QCOMPARE(read ? QString() : read.error().code, error);
    if (read)
        QCOMPARE(read->name, QStringLiteral("Nguyễn Văn An"));
}

void tst_Identity::cardIsKnownFromOthers_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("like");
    QTest::newRow("whole") << card << true;
    QTest::newRow("its first half") << card.left(30) << true;
    QTest::newRow("its second half") << card.mid(30) << true;
    QTest::newRow("its last piece") << card.right(10) << true;
    QTest::newRow("11 digits") << card.mid(1) << true;
    QTest::newRow("another separator") << replaced(card, QStringLiteral("|"), QStringLiteral("~")) << true;
    QTest::newRow("separators lost") << QString(card).remove(QLatin1Char('|')) << true;
    QTest::newRow("semicolons") << replaced(card, QStringLiteral("|"), QStringLiteral(";")) << true;
    QTest::newRow("a number alone") << "022090001234" << false;
    QTest::newRow("goods") << "8934563138165" << false;
    QTest::newRow("a web address") << "https://dichvucong.gov.vn/tra-cuu?code=1" << false;
    QTest::newRow("a name") << QStringLiteral("Nguyễn Văn An") << false;
}

void tst_Identity::cardIsKnownFromOthers() {
    QFETCH(QString, text);
    QFETCH(bool, like);
    QCOMPARE(CardQr::isLike(text), like);
}

void tst_Identity::personalNumber_data() {
    QTest::addColumn<QString>("number");
    QTest::addColumn<QDate>("born");
    QTest::addColumn<QString>("sex");
    QTest::addColumn<QStringList>("warnings");
    const QString male = QStringLiteral("Nam");
    const QString female = QStringLiteral("Nữ");
    QTest::newRow("example") << "022090001234" << QDate(1990, 1, 15) << male << QStringList();
    for (int century = 0; century < 5; ++century) {
        const int born = 1900 + 100 * century + 26;
        QTest::addRow("male of %d", born) << QStringLiteral("001") + QString::number(2 * century) + QStringLiteral("26000001") << QDate(born, 6, 1)
                                          << male << QStringList();
        QTest::addRow("female of %d", born) << QStringLiteral("001") + QString::number(2 * century + 1) + QStringLiteral("26000001")
                                            << QDate(born, 6, 1) << female << QStringList();
    }
    QTest::newRow("other year") << "022090001234" << QDate(1991, 1, 15) << male << QStringList{"personal-id.birth-year"};
    QTest::newRow("other century") << "022290001234" << QDate(1990, 1, 15) << male << QStringList{"personal-id.birth-year"};
    QTest::newRow("other sex") << "022090001234" << QDate(1990, 1, 15) << female << QStringList{"personal-id.sex"};
    QTest::newRow("unknown province") << "003090001234" << QDate(1990, 1, 15) << male << QStringList{"personal-id.unknown-province"};
    QTest::newRow("all at once") << "999190001234" << QDate(1991, 1, 15) << male
                                 << QStringList{"personal-id.unknown-province", "personal-id.birth-year", "personal-id.sex"};
    QTest::newRow("nothing declared") << "022090001234" << QDate() << "" << QStringList();
    QTest::newRow("9 digits") << "100123456" << QDate() << "" << QStringList{"personal-id.not-12-digits"};
    QTest::newRow("letter") << "02209000123x" << QDate() << "" << QStringList{"personal-id.not-12-digits"};
    QTest::newRow("nothing") << "" << QDate() << "" << QStringList{"personal-id.not-12-digits"};
}

void tst_Identity::personalNumber() {
    QFETCH(QString, number);
    QFETCH(QDate, born);
    QFETCH(QString, sex);
    QFETCH(QStringList, warnings);
    QCOMPARE(personalIdWarnings(number, born.year(), sex), warnings);
}

void tst_Identity::provinces() {
    // PPP is the province of birth registration, not the two-digit code of 2025.
    const std::pair<const char*, const char16_t*> rows[] = {{"001", u"Hà Nội"}, {"022", u"Quảng Ninh"}, {"024", u"Bắc Giang"}, {"044", u"Quảng Bình"},
        {"046", u"Thừa Thiên Huế"}, {"052", u"Bình Định"}, {"077", u"Bà Rịa-Vũng Tàu"}, {"079", u"TP.HCM"}, {"080", u"Long An"},
        {"082", u"Tiền Giang"}, {"091", u"Kiên Giang"}, {"096", u"Cà Mau"}};
    for (const auto& [code, name] : rows)
        QCOMPARE(personalIdProvince(QLatin1String(code) + QStringLiteral("090001234")), QString::fromUtf16(name));
    int known = 0;
    for (int code = 0; code < 1000; ++code)
        known += personalIdProvince(QStringLiteral("%1").arg(code, 3, 10, QLatin1Char('0')) + QStringLiteral("090001234")).isEmpty() ? 0 : 1;
    QCOMPARE(known, 63);
}

void tst_Identity::checkDigits_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("digit");
    QTest::newRow("document") << "D23145890" << 7;
    QTest::newRow("birth") << "740812" << 2;
    QTest::newRow("expiry") << "120415" << 9;
    QTest::newRow("number") << "093007884" << 1;
    QTest::newRow("fillers") << "<<<" << 0;
    QTest::newRow("small letter") << "d23" << -1;
}

void tst_Identity::checkDigits() {
    QFETCH(QString, text);
    QFETCH(int, digit);
    QCOMPARE(mrzCheckDigit(text), digit);
}

void tst_Identity::mrzIsRead() {
    for (const QString& text : {mrz, replaced(mrz, QStringLiteral("\n"), QStringLiteral("\r\n")), replaced(mrz, QStringLiteral("\n"), QString())}) {
        const auto read = Mrz::parse(text);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().code));
        QCOMPARE(read->personalId, QStringLiteral("022090001234"));
        QCOMPARE(read->documentNumber, QStringLiteral("090001234"));
        QCOMPARE(read->birthDate, QDate(1990, 1, 15));
        QCOMPARE(read->sex, QStringLiteral("Nam"));
        QCOMPARE(read->expiry, QDate(2030, 1, 15));
        QCOMPARE(read->surname, QStringLiteral("NGUYEN"));
        QCOMPARE(read->givenNames, QStringLiteral("VAN AN"));
        QCOMPARE(read->warnings, QStringList());
    }
    // Position 30 of line 1 is not verified on real cards: neither it nor the composite digit is a reason to refuse.
    const auto odd = Mrz::parse(replaced(mrz, QStringLiteral("<<3"), QStringLiteral("<<4")));
    QVERIFY(odd);
    QCOMPARE(odd->warnings, QStringList{QStringLiteral("mrz.composite-check")});
}

void tst_Identity::damagedMrzIsRefused_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");
    const auto with = [](const char* before, const char* after) { return replaced(mrz, QLatin1String(before), QLatin1String(after)); };
    QTest::newRow("nothing") << ""
                             << "mrz.length";
    QTest::newRow("short") << mrz.chopped(2) << "mrz.length";
    QTest::newRow("another country's") << with("IDVNM", "IDDEU") << "mrz.not-vietnamese";
    QTest::newRow("letter O for 0") << with("022090001234<<", "O22090001234<<") << "mrz.number";
    QTest::newRow("numbers differ") << with("022090001234<<", "022090001235<<") << "mrz.number";
    QTest::newRow("document check") << with("0900012345", "0900012346") << "mrz.document-check";
    QTest::newRow("birth check") << with("9001158", "9001168") << "mrz.birth-check";
    QTest::newRow("sex") << with("8M3", "8X3") << "mrz.sex";
    QTest::newRow("expiry check") << with("3001156", "3001157") << "mrz.expiry-check";
    QTest::newRow("no name") << with("NGUYEN<<VAN<AN", "<<<<<<<<<<<<<<") << "mrz.name";
}

void tst_Identity::damagedMrzIsRefused() {
    QFETCH(QString, text);
    QFETCH(QString, error);
    const auto read = Mrz::parse(text);
    QVERIFY(!read);
    QCOMPARE(read.error().code, error);
}

void tst_Identity::crc_data() {
    QTest::addColumn<QByteArray>("payload");
    // The four NAPAS sample vectors and our own three.
    QTest::newRow("NAPAS 1") << QByteArray("00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN6304F4E5");
    QTest::newRow("NAPAS 2") << QByteArray("00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN63044F52");
    QTest::newRow("NAPAS 3") << QByteArray("00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107N"
                                           "PS68690819thanh toan don hang63042E2E");
    QTest::newRow("NAPAS 4") << QByteArray("00020101021238600010A00000072701300006970403011697040311012345670208QRIBFTTC530370454061800005802VN623401"
                                           "07NPS68690819thanh toan don hang6304A203");
    QTest::newRow("static") << QByteArray("00020101021138540010A00000072701240006970436011001234567890208QRIBFTTA53037045802VN63046A15");
}

void tst_Identity::crc() {
    QFETCH(QByteArray, payload);
    QCOMPARE(crc16("123456789"), quint16(0x29B1));
    QCOMPARE(QByteArray::number(crc16(payload.chopped(4)), 16).toUpper().rightJustified(4, '0'), payload.right(4));
}

void tst_Identity::vietQr_data() {
    QTest::addColumn<QString>("payload");
    QTest::addColumn<QString>("bank");
    QTest::addColumn<QString>("account");
    QTest::addColumn<bool>("toCard");
    QTest::addColumn<qint64>("amount");
    QTest::addColumn<QString>("bill");
    QTest::addColumn<QString>("purpose");
    QTest::newRow("NAPAS 2") << "00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN63044F52"
                             << "970403"
                             << "9704031101234567" << true << qint64(0) << ""
                             << "";
    QTest::newRow("NAPAS 3") << "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819t"
                                "hanh toan don hang63042E2E"
                             << "970403"
                             << "0011012345678" << false << qint64(180'000) << "NPS6869"
                             << "thanh toan don hang";
    QTest::newRow("NAPAS 4") << "00020101021238600010A00000072701300006970403011697040311012345670208QRIBFTTC530370454061800005802VN62340107NPS686908"
                                "19thanh toan don hang6304A203"
                             << "970403"
                             << "9704031101234567" << true << qint64(180'000) << "NPS6869"
                             << "thanh toan don hang";
    QTest::newRow("static") << "00020101021138540010A00000072701240006970436011001234567890208QRIBFTTA53037045802VN63046A15"
                            << "970436"
                            << "0123456789" << false << qint64(0) << ""
                            << "";
    QTest::newRow("14,000 đ")
        << "00020101021238540010A00000072701240006970436011001234567890208QRIBFTTA53037045405140005802VN62220818H49.30-261123-004263048EAB"
        << "970436"
        << "0123456789" << false << qint64(14'000) << ""
        << "H49.30-261123-0042";
    QTest::newRow("8,000 đ")
        << "00020101021238560010A0000007270126000697041501121133666688880208QRIBFTTA5303704540480005802VN62250821LP H49.30-261123-00076304F7DC"
        << "970415"
        << "113366668888" << false << qint64(8'000) << ""
        << "LP H49.30-261123-0007";
}

void tst_Identity::vietQr() {
    QFETCH(QString, payload);
    const auto qr = VietQr::parse(payload);
    QVERIFY2(qr, qPrintable(qr ? QString() : qr.error().code));
    QTEST(qr->bank, "bank");
    QTEST(qr->account, "account");
    QTEST(qr->toCard, "toCard");
    QTEST(qr->amount, "amount");
    QTEST(qr->billNumber, "bill");
    QTEST(qr->purpose, "purpose");
    QCOMPARE(*qr->toPayload(), payload);
    QCOMPARE(paymentKey(QStringLiteral("LP H49.30-261123-0007")), QStringLiteral("LPH49302611230007"));
}

void tst_Identity::damagedVietQrIsRefused_data() {
    QTest::addColumn<QString>("payload");
    QTest::addColumn<QString>("error");
    const QString good = QStringLiteral("00020101021138540010A00000072701240006970436011001234567890208QRIBFTTA53037045802VN63046A15");
    const auto sealed = [](QString text) { return text + QStringLiteral("%1").arg(crc16(text.toLatin1()), 4, 16, QLatin1Char('0')).toUpper(); };
    const auto changed = [&](const char* before, const char* after) {
        return sealed(replaced(good.chopped(4), QLatin1String(before), QLatin1String(after)));
    };
    QTest::newRow("nothing") << ""
                             << "vietqr.malformed";
    QTest::newRow("cut") << good.chopped(1) << "vietqr.malformed";
    QTest::newRow("one digit changed") << replaced(good, QStringLiteral("0123456789"), QStringLiteral("0123456780")) << "vietqr.checksum";
    QTest::newRow("inner length wrong (NAPAS 1)") << "00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN6304F4E5"
                                                  << "vietqr.malformed";
    QTest::newRow("another scheme") << changed("A000000727", "A000000728") << "vietqr.not-vietqr";
    QTest::newRow("dollars") << changed("5303704", "5303840") << "vietqr.not-vietqr";
    QTest::newRow("letters in the bank") << changed("970436", "97O436") << "vietqr.bank";
    QTest::newRow("unknown service") << changed("QRIBFTTA", "QRIBFTTX") << "vietqr.malformed";
    QTest::newRow("amount with a dot") << changed("5303704", "530370454041.50") << "vietqr.amount";
}

void tst_Identity::damagedVietQrIsRefused() {
    QFETCH(QString, payload);
    QFETCH(QString, error);
    const auto qr = VietQr::parse(payload);
    QVERIFY(!qr);
    QCOMPARE(qr.error().code, error);
}

void tst_Identity::vietQrRefusesToWrite_data() {
    QTest::addColumn<QString>("bank");
    QTest::addColumn<QString>("account");
    QTest::addColumn<qint64>("amount");
    QTest::addColumn<QString>("purpose");
    QTest::addColumn<QString>("error");
    QTest::newRow("bank of 5 digits") << "97043"
                                      << "1" << qint64(1) << ""
                                      << "vietqr.bank";
    QTest::newRow("account of 20") << "970436" << QString(20, QLatin1Char('1')) << qint64(1) << ""
                                   << "vietqr.account";
    QTest::newRow("no account") << "970436"
                                << "" << qint64(1) << ""
                                << "vietqr.account";
    QTest::newRow("less than nothing") << "970436"
                                       << "1" << qint64(-1) << ""
                                       << "vietqr.amount";
    QTest::newRow("purpose of 26") << "970436"
                                   << "1" << qint64(1) << QString(26, QLatin1Char('a')) << "vietqr.purpose";
    QTest::newRow("purpose with diacritics") << "970436"
                                             << "1" << qint64(1) << QStringLiteral("Lệ phí") << "vietqr.purpose";
}

void tst_Identity::vietQrRefusesToWrite() {
    QFETCH(QString, bank);
    QFETCH(QString, account);
    QFETCH(qint64, amount);
    QFETCH(QString, purpose);
    QFETCH(QString, error);
    const auto payload = VietQr{bank, account, false, amount, {}, purpose}.toPayload();
    QVERIFY(!payload);
    QCOMPARE(payload.error().code, error);
}

QTEST_GUILESS_MAIN(tst_Identity)
#include "tst_Identity.moc"
