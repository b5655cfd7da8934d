// Every attestation in the fillings that a counter meets: all that the law wants on it can be read in its PDF (certification.md §5–§8).

#include "app/paper/HtmlFormRenderer.h"
#include "tests/unit/paper/AttestationFillings.h"
#include "tests/unit/paper/FormReading.h"

#include <QTest>

using motcua::paper::HtmlFormRenderer;
using namespace motcua::test;

class tst_CertificationPapers : public QObject {
    Q_OBJECT

private slots:
    void saysWhatTheLawWants_data();
    void saysWhatTheLawWants();
    void handAndMouth_data();
    void handAndMouth();
    void outsideTheOffice_data();
    void outsideTheOffice();
    void heightTellsWhatFits();
    void ownSheetSaysSo_data();
    void ownSheetSaysSo();
};

void tst_CertificationPapers::saysWhatTheLawWants_data() {
    QTest::addColumn<QString>("form");
    QTest::addColumn<int>("filling");
    for (const Attestation& each : attestations())
        for (const Filling filling : each.fillings())
            QTest::addRow("%s, %s", each.form, nameOf(filling)) << QString::fromLatin1(each.form) << int(filling);
}

void tst_CertificationPapers::saysWhatTheLawWants() {
    QFETCH(QString, form);
    QFETCH(int, filling);
    const Attestation& about = attestation(form);
    const QJsonObject values = filled(form, Filling(filling));
    HtmlFormRenderer renderer;
    const auto pdf = renderer.render(form, values);
    VERIFY_RENDERED(pdf);
    if (const QString shots = qEnvironmentVariable("MOTCUA_SHOTS"); !shots.isEmpty()) {
        QFile file(QStringLiteral("%1/%2-%3.pdf")
                       .arg(shots, form, QString::fromLatin1(nameOf(Filling(filling))).replace(QLatin1Char(' '), QLatin1Char('_'))));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*pdf) == pdf->size());
    }
    const QString found = read(*pdf);
    for (const QString& words : about.required)
        QVERIFY2(found.contains(squeezed(words)), qPrintable(words + QStringLiteral(" not in ") + found));
    for (const QString& name : about.values)
        QVERIFY2(found.contains(squeezed(values.value(name).toString())), qPrintable(name));
    // Each person with name and identity paper, whatever the role.
    for (const QJsonObject& person : personsIn(values))
        for (const char* field : {"name", "identity"})
            QVERIFY2(
                found.contains(squeezed(person.value(QLatin1String(field)).toString())), qPrintable(person.value(QLatin1String(field)).toString()));
    QVERIFY2(!found.contains(QLatin1String("{{")) && !found.contains(QLatin1String("null")), qPrintable(found));
}

void tst_CertificationPapers::handAndMouth_data() {
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("role");
    QTest::newRow("one") << "attestation-signature-fingerprint"
                         << "people";
    QTest::newRow("several") << "attestation-signature-several"
                             << "people";
    QTest::newRow("deal") << "attestation-deal"
                          << "party_giver";
    QTest::newRow("will") << "attestation-will"
                          << "party_testator";
    QTest::newRow("refusal") << "attestation-heritage-refusal"
                             << "party_heir";
    QTest::newRow("division") << "attestation-heritage-division"
                              << "party_heir";
    QTest::newRow("amendment") << "attestation-amendment"
                               << "party_receiver";
}

/// Who gives a fingerprint, who can give neither, and who helps them.
void tst_CertificationPapers::handAndMouth() {
    QFETCH(QString, form);
    QFETCH(QString, role);
    HtmlFormRenderer renderer;
    QJsonObject values = example(form);
    const auto with = [&](const char* flag) {
        QJsonObject person = values.value(role).toArray().first().toObject();
        person.remove(QStringLiteral("fingerprint"));
        person.insert(QLatin1String(flag), true);
        QJsonObject changed = values;
        changed.insert(role, QJsonArray{person});
        return changed;
    };
    const auto finger = renderer.render(form, with("fingerprint"));
    VERIFY_RENDERED(finger);
    QVERIFY(read(*finger).contains(squeezed(QStringLiteral("điểm chỉ"))));
    QJsonObject neither = with("neither");
    const bool hasWitnesses = values.contains(QStringLiteral("party_witness"));
    if (hasWitnesses) {
        neither.insert(
            QStringLiteral("party_witness"), QJsonArray{personOf(QStringLiteral("Phạm Văn Bình"), 1), personOf(QStringLiteral("Đỗ Thị Cúc"), 2)});
        neither.insert(QStringLiteral("party_interpreter"), QJsonArray{personOf(QStringLiteral("Vũ Thị Phương"), 3)});
    }
    const auto pdf = renderer.render(form, neither);
    VERIFY_RENDERED(pdf);
    const QString found = read(*pdf);
    QVERIFY(found.contains(squeezed(QStringLiteral("không ký, không điểm chỉ"))) ||
            found.contains(squeezed(QStringLiteral("không thể ký, không thể điểm chỉ"))));
    for (const char* words : {"Người làm chứng", "Phạm Văn Bình", "Đỗ Thị Cúc", "không có quyền, lợi ích hoặc nghĩa vụ liên quan",
             "đã ký vào từng trang", "Người phiên dịch", "Vũ Thị Phương", "dịch đầy đủ, chính xác"})
        QVERIFY2(!hasWitnesses || found.contains(squeezed(QString::fromUtf8(words))), words);
}

void tst_CertificationPapers::outsideTheOffice_data() {
    QTest::addColumn<QString>("form");
    for (const Attestation& each : attestations())
        if (each.required.contains(QStringLiteral("Tại:")) && !example(QLatin1String(each.form)).value(QStringLiteral("fact_outside")).isUndefined())
            QTest::newRow(each.form) << QString::fromLatin1(each.form);
}

/// Hour and minute, and the exact place; and before the certifier the receiver has no part in it.
void tst_CertificationPapers::outsideTheOffice() {
    QFETCH(QString, form);
    QJsonObject values = example(form);
    values.insert(QStringLiteral("fact_outside"), true);
    values.insert(QStringLiteral("fact_beforeReceiver"), false);
    values.insert(QStringLiteral("fact_placeOutside"), QStringLiteral("nhà riêng của người yêu cầu, số 12 khu 3 phường Bãi Cháy"));
    values.insert(QStringLiteral("fact_hour"), QStringLiteral("14:30"));
    values.insert(QStringLiteral("fact_hour_words"), QStringLiteral("14 giờ 30 phút"));
    values.insert(QStringLiteral("fact_hour_spoken"), QStringLiteral("mười bốn giờ ba mươi phút"));
    HtmlFormRenderer renderer;
    const auto pdf = renderer.render(form, values);
    VERIFY_RENDERED(pdf);
    const QString found = read(*pdf);
    for (const char* words : {"Lúc 14 giờ 30 phút", "ngày 23 tháng 11 năm 2026", "mười bốn giờ ba mươi phút",
             "Tại: nhà riêng của người yêu cầu, số 12 khu 3 phường Bãi Cháy", "trước mặt tôi"})
        QVERIFY2(found.contains(squeezed(QString::fromUtf8(words))), qPrintable(QString::fromUtf8(words) + QStringLiteral(" not in ") + found));
    for (const char* words : {"Trung tâm Phục vụ hành chính công", "Trần Văn Đức", "NGƯỜI TIẾP NHẬN HỒ SƠ"})
        QVERIFY2(!found.contains(squeezed(QString::fromUtf8(words))), words);
}

/// What the clerk set as its place is kept where it fits below, and only there.
void tst_CertificationPapers::heightTellsWhatFits() {
    HtmlFormRenderer renderer;
    const QString form = QStringLiteral("attestation-signature-several");
    QJsonObject values = filled(form, Filling::Nine);
    double last = 0;
    for (const int top : {20, 60, 110, 160, 215}) {
        values.insert(QStringLiteral("topMm"), top);
        const auto height = renderer.heightOf(form, values);
        QVERIFY(height);
        QVERIFY(*height > last);
        last = *height;
        const auto pdf = renderer.render(form, values);
        VERIFY_RENDERED(pdf);
        QPdfDocument document;
        QBuffer buffer;
        load(document, buffer, *pdf);
        QCOMPARE(document.pageCount() == 1, *height <= 1);
    }
    QVERIFY(last > 1);
}

void tst_CertificationPapers::ownSheetSaysSo_data() {
    QTest::addColumn<QString>("form");
    for (const char* form :
        {"attestation-copy", "attestation-signature", "attestation-signature-several", "attestation-signature-fingerprint", "correction-margin"})
        QTest::newRow(form) << QString::fromLatin1(form);
}

void tst_CertificationPapers::ownSheetSaysSo() {
    QFETCH(QString, form);
    QJsonObject values = example(form);
    values.insert(QStringLiteral("topMm"), 0);
    values.insert(QStringLiteral("ownSheet"), true);
    HtmlFormRenderer renderer;
    const auto pdf = renderer.render(form, values);
    VERIFY_RENDERED(pdf);
    QVERIFY(read(*pdf).contains(squeezed(QStringLiteral("được đóng dấu giáp lai với"))));
    QPdfDocument document;
    QBuffer buffer;
    load(document, buffer, *pdf);
    QCOMPARE(document.pageCount(), 1);
    const double top = document.getAllText(0).boundingRectangle().top() * 25.4 / 72;
    QVERIFY2(top >= 19.5 && top <= 28, qPrintable(QString::number(top)));
}

QTEST_MAIN(tst_CertificationPapers)
#include "tst_CertificationPapers.moc"
