// How names, titles and codes are written on paper.

#include "app/domain/OfficeName.h"
#include "app/domain/PaperCode.h"
#include "app/domain/SigningWords.h"

#include <QTest>

using namespace motcua::domain;

class tst_PaperWords : public QObject {
    Q_OBJECT

private slots:
    void officeNames_data();
    void officeNames();
    void signers_data();
    void signers();
    void codes();
    void notACode_data();
    void notACode();
};

/// "|" stands where a line may be broken.
void tst_PaperWords::officeNames_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("parts");
    QTest::newRow("ward") << "ỦY BAN NHÂN DÂN PHƯỜNG BÃI CHÁY"
                          << "ỦY BAN NHÂN DÂN|PHƯỜNG BÃI CHÁY";
    QTest::newRow("centre") << "Trung tâm Phục vụ hành chính công phường Bãi Cháy"
                            << "Trung tâm|Phục vụ|hành chính công|phường Bãi Cháy";
    QTest::newRow("long place") << "Ủy ban nhân dân xã Mường Giàng, tỉnh Sơn La"
                                << "Ủy ban nhân dân|xã Mường Giàng,|tỉnh Sơn La";
    QTest::newRow("special zone") << "Ủy ban nhân dân đặc khu Vân Đồn"
                                  << "Ủy ban nhân dân|đặc khu Vân Đồn";
    QTest::newRow("place of one syllable") << "Ủy ban nhân dân xã Lịm"
                                           << "Ủy ban nhân dân|xã Lịm";
    QTest::newRow("double place") << "Trung tâm Phục vụ hành chính công phường Văn Miếu - Quốc Tử Giám"
                                  << "Trung tâm|Phục vụ|hành chính công|phường Văn Miếu -|Quốc Tử Giám";
    QTest::newRow("city") << "Ủy ban nhân dân thành phố Hồ Chí Minh"
                          << "Ủy ban nhân dân|thành phố Hồ Chí Minh";
    QTest::newRow("title") << "TUQ. CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG BÃI CHÁY"
                           << "TUQ. CHỦ TỊCH|ỦY BAN NHÂN DÂN|PHƯỜNG BÃI CHÁY";
    QTest::newRow("title of a centre's head") << "PHÓ GIÁM ĐỐC TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"
                                              << "PHÓ GIÁM ĐỐC|TRUNG TÂM|PHỤC VỤ|HÀNH CHÍNH CÔNG";
    QTest::newRow("last syllable") << "Ủy ban nhân dân quận Ba"
                                   << "Ủy ban nhân dân|quận Ba";
    QTest::newRow("first syllable") << "Sở Tư pháp"
                                    << "Sở Tư pháp";
    QTest::newRow("one") << "Sở"
                         << "Sở";
    QTest::newRow("none") << ""
                          << "";
}

void tst_PaperWords::officeNames() {
    QFETCH(QString, name);
    QFETCH(QString, parts);
    QString tied = tiedOfficeName(name);
    tied.replace(QLatin1Char(' '), QLatin1Char('|')).replace(QChar(QChar::Nbsp), QLatin1Char(' '));
    QCOMPARE(tied, parts);
}

void tst_PaperWords::signers_data() {
    QTest::addColumn<QString>("authority");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("capacity");
    QTest::addColumn<QString>("inBook");
    QTest::newRow("head") << ""
                          << "CHỦ TỊCH"
                          << ""
                          << "Trần Văn Minh, Chủ tịch";
    QTest::newRow("deputy without authority") << ""
                                              << "PHÓ CHỦ TỊCH"
                                              << "KT. CHỦ TỊCH"
                                              << "Trần Văn Minh, KT. Chủ tịch, Phó Chủ tịch";
    QTest::newRow("deputy") << "KT. CHỦ TỊCH"
                            << "PHÓ CHỦ TỊCH"
                            << "KT. CHỦ TỊCH"
                            << "Trần Văn Minh, KT. Chủ tịch, Phó Chủ tịch";
    QTest::newRow("collective, deputy") << "TM. ỦY BAN NHÂN DÂN"
                                        << "PHÓ CHỦ TỊCH"
                                        << "TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH"
                                        << "Trần Văn Minh, KT. Chủ tịch, Phó Chủ tịch";
    QTest::newRow("collective, head") << "TM. ỦY BAN NHÂN DÂN"
                                      << "CHỦ TỊCH"
                                      << "TM. ỦY BAN NHÂN DÂN"
                                      << "Trần Văn Minh, Chủ tịch";
    QTest::newRow("authorised") << "TUQ. CHỦ TỊCH"
                                << "GIÁM ĐỐC"
                                << "TUQ. CHỦ TỊCH"
                                << "Trần Văn Minh, TUQ. Chủ tịch, Giám đốc";
    QTest::newRow("authorised by whom") << "TUQ. CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG BÃI CHÁY"
                                        << "GIÁM ĐỐC TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"
                                        << "TUQ. CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG BÃI CHÁY"
                                        << "Trần Văn Minh, TUQ. Chủ tịch Ủy ban nhân dân phường Bãi Cháy, "
                                           "Giám đốc Trung tâm Phục vụ hành chính công";
    QTest::newRow("double place") << "TUQ. CHỦ TỊCH UBND PHƯỜNG VĂN MIẾU - QUỐC TỬ GIÁM"
                                  << "CÔNG CHỨC TƯ PHÁP - HỘ TỊCH"
                                  << "TUQ. CHỦ TỊCH UBND PHƯỜNG VĂN MIẾU - QUỐC TỬ GIÁM"
                                  << "Trần Văn Minh, TUQ. Chủ tịch UBND phường Văn Miếu - Quốc Tử Giám, Công chức Tư pháp - Hộ tịch";
    QTest::newRow("acting head") << ""
                                 << "Q. CHỦ TỊCH"
                                 << ""
                                 << "Trần Văn Minh, Q. Chủ tịch";
    QTest::newRow("written small") << ""
                                   << "Phó Chủ tịch UBND"
                                   << "KT. CHỦ TỊCH UBND"
                                   << "Trần Văn Minh, KT. Chủ tịch UBND, Phó Chủ tịch UBND";
    QTest::newRow("deputy, authority written small") << "Kt. Chủ tịch"
                                                     << "Phó Chủ tịch"
                                                     << "Kt. Chủ tịch"
                                                     << "Trần Văn Minh, Kt. Chủ tịch, Phó Chủ tịch";
    QTest::newRow("collective, deputy, loosely written") << " Tm. Ủy ban nhân dân "
                                                         << "PHÓ CHỦ TỊCH"
                                                         << "Tm. Ủy ban nhân dân|KT. CHỦ TỊCH"
                                                         << "Trần Văn Minh, KT. Chủ tịch, Phó Chủ tịch";
    QTest::newRow("untitled") << ""
                              << ""
                              << ""
                              << "Trần Văn Minh";
}

void tst_PaperWords::signers() {
    QFETCH(QString, authority);
    QFETCH(QString, title);
    QFETCH(QString, capacity);
    QFETCH(QString, inBook);
    const Signer signer{{}, QStringLiteral("Trần Văn Minh"), title, authority};
    QCOMPARE(capacityOf(signer).join(QLatin1Char('|')), capacity);
    // A title is never broken.
    for (const char* broken : {"Phó Chủ", "Chủ tịch", "KT. Chủ", "Q. Chủ"})
        QVERIFY2(!signerInBook(signer).contains(QString::fromUtf8(broken)), broken);
    QCOMPARE(signerInBook(signer).replace(QChar(QChar::Nbsp), QLatin1Char(' ')), inBook);
}

void tst_PaperWords::codes() {
    Dossier dossier;
    dossier.id = DossierId(QUuid(QStringLiteral("{0193f1aa-ffff-7fff-8000-00000000ffff}")));
    const QString mark = paperCodeOf(dossier);
    QCOMPARE(mark, QStringLiteral("MOTCUA:0026472874429493452721474836480000065535"));
    QCOMPARE(dossierIn(mark), dossier.id);
    QCOMPARE(dossierIn(QStringLiteral(" ") + mark.toLower() + QStringLiteral("\r\n")), dossier.id);
    dossier.code = QStringLiteral("H49.30-261123-0042");
    QCOMPARE(paperCodeOf(dossier), dossier.code);
    QVERIFY(dossierIn(dossier.code).isNull());
    for (int i = 0; i < 100; ++i) {
        const DossierId id(QUuid::createUuid());
        QCOMPARE(dossierIn(paperCodeOf(id)), id);
    }
}

void tst_PaperWords::notACode_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << "";
    QTest::newRow("no digits") << "MOTCUA:";
    QTest::newRow("too short") << "MOTCUA:002647287442949673752147483648000006553";
    QTest::newRow("too long") << "MOTCUA:00264728744294967375214748364800000655350";
    QTest::newRow("a letter") << "MOTCUA:00264728744294967375214748364800000655f5";
    QTest::newRow("more than 32 bits") << "MOTCUA:4294967296429496737521474836480000065535";
    QTest::newRow("something before it") << "xMOTCUA:0026472874429496737521474836480000065535";
}

void tst_PaperWords::notACode() {
    QFETCH(QString, text);
    QVERIFY(dossierIn(text).isNull());
}

QTEST_GUILESS_MAIN(tst_PaperWords)
#include "tst_PaperWords.moc"
