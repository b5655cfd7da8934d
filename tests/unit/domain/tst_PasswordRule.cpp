#include "app/domain/Settings.h"
#include "app/domain/password/PasswordRule.h"

#include <QElapsedTimer>
#include <QTest>

using namespace motcua;
using domain::PasswordStrength;

/// The one rule for passwords that people choose, as a table.
class tst_PasswordRule : public QObject {
    Q_OBJECT

private slots:
    void isWorth_data();
    void isWorth();
    void isWorthTheSameHoweverItIsWritten();
    void isWorthMoreToNobodyElse();
    void hasBounds();
    void isJudgedWhileItIsTyped();
    void knowsSayingsOfTheUnit();

private:
    static domain::PasswordOwner lan() {
        return {QStringLiteral("lan.nt"), QStringLiteral("Nguyễn Thị Lan"), QStringLiteral("Trung tâm Phục vụ hành chính công phường Bãi Cháy")};
    }
    static domain::PasswordOpinion judged(const QString& password) { return domain::judgePassword(base::Secret(password), lan()); }
};

void tst_PasswordRule::isWorth_data() {
    QTest::addColumn<QString>("password");
    QTest::addColumn<PasswordStrength>("strength");
    QTest::addColumn<QString>("flaw");
    const auto weak = [](const char* password, const char* flaw) {
        QTest::newRow(password) << QString::fromUtf8(password) << PasswordStrength::Weak << QString::fromLatin1(flaw);
    };
    const auto good = [](const char* password, PasswordStrength strength) {
        QTest::newRow(password) << QString::fromUtf8(password) << strength << QString();
    };
    weak("", "unlock.password-too-short");
    weak("Tr0ngDong9!", "unlock.password-too-short");
    weak("ăn no ở ra", "unlock.password-too-short");
    weak("bến bến bến", "unlock.password-too-short");
    weak("mot-cua-2026", "password.personal");
    weak("MộtCửa@2026!", "password.personal");
    weak("lan.nt123456", "password.common");
    weak("nguyenthilan1985", "password.personal");
    weak("Nguyễn Thị Lan", "password.personal");
    weak("phường Bãi Cháy 30", "password.personal");
    weak("P@ssw0rd2026!", "password.common");
    weak("matkhau123456", "password.common");
    weak("Anhyeuem@2024", "password.common");
    weak("hanoivietnam2026", "password.common");
    weak("iloveyou1234", "password.common");
    weak("qwertyuiop123", "password.pattern");
    weak("1qaz2wsx3edc", "password.pattern");
    weak("poiuytrewq987", "password.pattern");
    weak("aaaaaaaaaaaaaaa", "password.pattern");
    weak("abcdefghijklm", "password.pattern");
    weak("150119901501", "password.pattern");
    weak("15011990 16021991", "password.pattern");
    weak("人民公社大躍進萬歲", "unlock.password-too-short");
    weak("ăn cơm uống nước", "password.guessable");
    weak("xe máy màu xanh", "password.guessable");
    // Sign by sign, with one and the same between.
    weak("q.w.e.r.t.y.u.i.o.p", "password.pattern");
    weak("p-a-s-s-w-o-r-d-1-2-3", "password.common");
    weak("p.a.s.s.w.o.r.d", "password.common");
    weak("p·a·s·s·w·o·r·d", "password.common");
    weak("p - a - s - s - w - o - r - d", "password.common");
    weak("pa.ss.wo.rd.12.34", "password.common");
    weak("l.a.n.n.t.2.0.2.6", "password.pattern");
    // What cannot be seen.
    weak("pass\u200bword\u200b1234", "password.common");
    weak("pass\u00adword1234\u00ad", "password.common");
    weak("kxq7\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b", "unlock.password-too-short");
    // Beyond the first plane of Unicode.
    weak("😀😀😀😀😀😀😀😀😀😀😀😀", "password.pattern");
    weak("😀😁😀😁😀😁😀😁😀😁😀😁", "password.pattern");
    // Sayings, however their words are set apart.
    weak("correct horse battery staple", "password.common");
    weak("Correct-Horse-Battery-Staple-2026", "password.common");
    weak("correcthorsebatterystaple", "password.common");
    weak("The quick brown fox", "password.common");
    weak("may the force be with you", "password.common");
    weak("let me in now please", "password.common");
    weak("i love you so much", "password.common");
    weak("to be or not to be", "password.common");
    weak("không gì quý hơn độc lập tự do", "password.common");
    weak("Độc lập - Tự do - Hạnh phúc", "password.common");
    weak("công cha như núi Thái Sơn", "password.common");
    // Digits among the words, and gaps by turns.
    weak("Correct1Horse2Battery3Staple4", "password.common");
    weak("correct7horse1battery9staple", "password.common");
    weak("p4a1s9s2w6o0r7d", "password.common");
    weak("p_a s-s.w/o r d 1 2 3", "password.common");
    weak("l_a n-n.t/2 0-2.6", "password.pattern");
    // Letters of other scripts that look the same.
    weak("ра$$wоrd123456", "password.common");
    weak("ᴘᴀꜱꜱᴡᴏʀᴅ123456", "password.common");
    weak("𝐩𝐚𝐬𝐬𝐰𝐨𝐫𝐝123456", "password.common");
    // What stands on walls, and what technicians choose.
    weak("chung tay xây dựng nông thôn mới", "password.common");
    weak("Học tập và làm theo tấm gương đạo đức Hồ Chí Minh", "password.common");
    weak("em ơi Hà Nội phố", "password.common");
    weak("admin administrator root", "password.common");
    good("ăn cơm uống nước chiều", PasswordStrength::Fair);
    good("gió nhẹ bến đò xưa", PasswordStrength::Fair);
    good("cau-tre-ao-sen-trang-ram", PasswordStrength::Strong);
    good("ho an me com la ve", PasswordStrength::Fair);
    good("k#x7%vT&2m!9", PasswordStrength::Fair);
    good("😀🚲🌻🐟🎻🍋🧭🪁🥁🪵🧊🪡", PasswordStrength::Strong);
    good("kxq7vT2m9wLp", PasswordStrength::Fair);
    good("kxq7vT2m9wLp#4", PasswordStrength::Strong);
    good("3fa8-c21e-9b07-d4", PasswordStrength::Strong);
}

void tst_PasswordRule::isWorth() {
    QFETCH(QString, password);
    QFETCH(PasswordStrength, strength);
    QFETCH(QString, flaw);
    const domain::PasswordOpinion opinion = judged(password);
    QCOMPARE(opinion.flaw.code, flaw);
    QCOMPARE(opinion.strength, strength);
    const auto checked = domain::checkPassword(base::Secret(password), lan());
    QCOMPARE(checked.has_value(), flaw.isEmpty());
}

/// Capitals, diacritics, their order of bytes, and signs in place of letters: a guesser tries them all.
void tst_PasswordRule::isWorthTheSameHoweverItIsWritten() {
    for (const char* password : {"matkhau123456", "MATKHAU123456", "mậtkhẩu123456", "m@tkh4u123456"})
        QCOMPARE(judged(QString::fromUtf8(password)).flaw.code, QStringLiteral("password.common"));
    const QString composed = QStringLiteral("gió nhẹ bến đò xưa");
    const base::Secret other(composed.normalized(QString::NormalizationForm_D));
    QVERIFY(other == base::Secret(composed));
    QVERIFY(domain::checkPassword(other, lan()));
}

void tst_PasswordRule::isWorthMoreToNobodyElse() {
    const base::Secret password("tranvanhung và cây đa");
    QVERIFY(domain::checkPassword(password, lan()));
    const domain::PasswordOwner hung{QStringLiteral("hung.tv"), QStringLiteral("Trần Văn Hùng"), {}};
    QCOMPARE(domain::judgePassword(password, hung).flaw.code, QStringLiteral("password.personal"));
}

void tst_PasswordRule::hasBounds() {
    const auto error = [](const QString& password) {
        const auto checked = domain::checkPasswordLength(base::Secret(password));
        return checked ? base::Error() : checked.error();
    };
    QCOMPARE(error(QString(11, u'x')).detail.value(QStringLiteral("least")), QStringLiteral("12"));
    QVERIFY(error(QString(12, u'ế')).code.isEmpty());
    QVERIFY(error(QString(domain::mostPasswordCharacters, u'x')).code.isEmpty());
    QCOMPARE(error(QString(domain::mostPasswordCharacters + 1, u'x')).code, QStringLiteral("unlock.password-too-long"));
    // Four words, each of two letters and more and none twice.
    QVERIFY(error(QStringLiteral("an no do xa")).code.isEmpty());
    QVERIFY(error(QStringLiteral("an-no-do-xa")).code.isEmpty());
    QCOMPARE(error(QStringLiteral("an no an no")).code, QStringLiteral("unlock.password-too-short"));
    QCOMPARE(error(QStringLiteral("a b c d e f")).code, QStringLiteral("unlock.password-too-short"));
}

/// As the meter asks with each letter.
void tst_PasswordRule::isJudgedWhileItIsTyped() {
    const QString longest = QStringLiteral("gió nhẹ bến đò xưa ").repeated(13);
    judged(longest);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 10; ++i)
        judged(longest);
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
}

/// Also where the unit's name is not known yet.
void tst_PasswordRule::knowsSayingsOfTheUnit() {
    for (const char* password : {"trung tâm hành chính công", "Trung Tâm Phục Vụ Hành Chính Công", "l.a.n.n.t.2.0.2.6"})
        QVERIFY2(!domain::checkPassword(base::Secret(password), {QStringLiteral("lan.nt"), {}, {}}), password);
}

QTEST_APPLESS_MAIN(tst_PasswordRule)
#include "tst_PasswordRule.moc"
