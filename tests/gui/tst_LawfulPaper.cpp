// The papers of a counter, made by the desk and read back, against the law: NĐ 30/2020/NĐ-CP, Phụ lục I; Thông tư 03/2025/TT-VPCP; NĐ 23/2015/NĐ-CP.

#include "app/domain/PaperCode.h"
#include "app/paper/HtmlFormRenderer.h"
#include "tests/support/counter/CounterBench.h"
#include "tests/unit/paper/FormReading.h"

#include <QMap>
#include <QPdfDocument>
#include <QRegularExpression>
#include <QTest>

using namespace motcua;
using domain::DossierId;
using test::CounterBench;

class tst_LawfulPaper : public QObject {
    Q_OBJECT

private slots:
    void receiptProvesWhatWasLeft();
    void receiptProvesAnOriginalThatStays();
    void receiptSaysWhatItReplaces();
    void receiptComesAnewAfterASupplement();
    void supplementSaysWhatWasSaidOnce();
    void receiptReplacesNoneThatDidNotComeOut();
    void receiptNamesOnlyTheCopiedDocument();
    void indentsComeOut();
    void receiptSaysWhatIsStillOwed();
    void receiptNeverPromisesADayAboveAnotherDate_data();
    void receiptNeverPromisesADayAboveAnotherDate();
    void receiptSaysWhatIsFree();
    void receiptSaysWhyOneIsExempt();
    void receiptSaysDeliveryAndSets_data();
    void receiptSaysDeliveryAndSets();
    void receiptSaysThatPapersAreNotAll();
    void everySheetIsNamed();
    void headsStandOnOneLine_data();
    void headsStandOnOneLine();
    void supplementIsFoundByItsCode();
    void supplementSaysUntilWhenAndWhat();
    void refusalNumbersItsReasons();
    void slipsRunOn();
    void feeSlipIsNoReceiptOfTax();
    void bookHasItsCover();
    void monthIsPrintedAlone();
    void bookNotesWhatWasReplacedAndFree();

private:
    /// The real paper of a counter whose desk has the series of slips.
    struct Counter : CounterBench {
        Counter();
        QByteArray pdf(const QString& form, DossierId dossier);
        /// As it is read, its lines and columns kept, blanks of every kind as one.
        QString paper(const QString& form, DossierId dossier);
        QString book(QDate month = {});
        domain::VolumeId volume() const { return archive.published.volumes.front().id; }
        /// Received as it stands in the form.
        DossierId received();

        paper::HtmlFormRenderer renderer;
    };
    static QString read(const QByteArray& pdf);
};

tst_LawfulPaper::Counter::Counter() {
    forms = &renderer;
    quint32 next = 40;
    for (const char* symbol : domain::series::all) {
        domain::Volume volume = archive.published.volumes.front();
        volume.id = domain::VolumeId(QUuid(next++, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
        volume.symbol = QLatin1String(symbol);
        volume.ordinal = 2;
        archive.published.volumes.push_back(volume);
    }
    restart();
    seatClerk();
}

QString tst_LawfulPaper::read(const QByteArray& pdf) {
    QString text = test::text(pdf, {QStringLiteral("-layout")});
    static const QRegularExpression blanks(QStringLiteral("[ \\x{a0}]+"));
    return text.replace(blanks, QStringLiteral(" "));
}

QByteArray tst_LawfulPaper::Counter::pdf(const QString& form, DossierId dossier) {
    const auto made = counter->printing().preview(form, dossier);
    if (!made)
        qWarning("%s", qPrintable(made.error().toLogLine()));
    if (const QString shots = qEnvironmentVariable("MOTCUA_SHOTS"); made && !shots.isEmpty()) {
        QFile file(QStringLiteral("%1/%2-%3.pdf").arg(shots, QLatin1String(QTest::currentTestFunction()), form));
        if (file.open(QIODevice::WriteOnly))
            file.write(*made);
    }
    return made.value_or(QByteArray());
}

QString tst_LawfulPaper::Counter::paper(const QString& form, DossierId dossier) {
    return read(pdf(form, dossier));
}

QString tst_LawfulPaper::Counter::book(QDate month) {
    const auto made = counter->printing().previewBook(volume(), month).result();
    if (const QString shots = qEnvironmentVariable("MOTCUA_SHOTS"); made && !shots.isEmpty()) {
        QFile file(QStringLiteral("%1/%2-book.pdf").arg(shots, QLatin1String(QTest::currentTestFunction())));
        if (file.open(QIODevice::WriteOnly))
            file.write(*made);
    }
    return made ? read(*made) : QString();
}

DossierId tst_LawfulPaper::Counter::received() {
    const auto outcome = counter->intake().acts().receive();
    if (!outcome)
        qWarning("%s", qPrintable(outcome.error().toLogLine()));
    return outcome ? outcome->dossier : DossierId();
}

void tst_LawfulPaper::receiptProvesWhatWasLeft() {
    Counter bench;
    const QString land = QStringLiteral("Giấy chứng nhận quyền sử dụng đất");
    const DossierId id = bench.receiveCopy(land);
    const QByteArray pdf = bench.pdf(QStringLiteral("form-01"), id);
    const QString paper = read(pdf).simplified();
    QVERIFY2(paper.contains(QStringLiteral("Tên bản chính: ") + land), qPrintable(paper));
    QVERIFY(paper.contains(QStringLiteral("Số trang: 3")));
    QVERIFY(paper.contains(QStringLiteral("Số bản: 2")));
    const QString cells = test::text(pdf, {QStringLiteral("-raw")}).simplified();
    QVERIFY2(cells.contains(QStringLiteral("1 Bản chính: ") + land + QStringLiteral(" (xuất trình)")), qPrintable(cells));
    // What the catalogue asks for "if there is one" is not listed where nobody brought it.
    QVERIFY2(!paper.contains(QStringLiteral("cần chứng thực")), qPrintable(paper));
    QVERIFY(paper.contains(QStringLiteral("Phí, lệ phí: 10.000 đồng (chưa nộp).")));
    // Lines that are empty stay, with dots to write on.
    QVERIFY2(paper.contains(QStringLiteral("Số điện thoại: ……")) && paper.contains(QStringLiteral("Email: ……")), qPrintable(paper));
    QPdfDocument document;
    QBuffer buffer;
    test::load(document, buffer, pdf);
    QCOMPARE(document.pageCount(), 1);
    QCOMPARE(document.pagePointSize(0).toSize(), QSize(595, 842));
    QCOMPARE(test::codesOn(pdf), QStringList{bench.dossier(id).code});
}

void tst_LawfulPaper::receiptProvesAnOriginalThatStays() {
    Counter bench;
    bench.fillCopy(QStringLiteral("Giấy chứng nhận quyền sử dụng đất"));
    counter::IntakeForm& form = bench.counter->intake().form();
    form.setPaper(0, domain::PaperKind::Original, 1, false);
    form.setPaper(1, domain::PaperKind::Copy, 1, false);
    const QString cells = test::text(bench.pdf(QStringLiteral("form-01"), bench.received()), {QStringLiteral("-raw")}).simplified();
    QVERIFY2(cells.contains(QStringLiteral("1 Bản chính: Giấy chứng nhận quyền sử dụng đất (để lại) Bản chính 1")), qPrintable(cells));
    QVERIFY2(cells.contains(QStringLiteral("2 Bản sao cần chứng thực Bản sao 2")), qPrintable(cells));
}

/// Whoever holds two papers of one number knows which of them is so, and what changed; why is said to the supervisor alone.
void tst_LawfulPaper::receiptSaysWhatItReplaces() {
    Counter bench;
    const QString form = QStringLiteral("form-01");
    const DossierId id = bench.receiveCopy();
    QTRY_COMPARE(bench.counter->printing().pending(), 0);
    bench.clock.set(QDate(2026, 11, 23), QTime(10, 0));
    QVERIFY(!bench.paper(form, id).contains(QStringLiteral("in lại")));
    counter::IntakeActs& acts = bench.counter->intake().acts();
    QVERIFY(acts.openCorrection(id));
    bench.counter->intake().form().setFact(QStringLiteral("copies"), 5);
    QVERIFY(acts.correct(QStringLiteral("Bà Hoa (vợ cũ) báo sai; chị Lan quầy 1 gõ nhầm")));
    QString paper = bench.paper(form, id).simplified();
    QVERIFY2(paper.contains(QStringLiteral("Giấy này in lại sau khi sửa hồ sơ (số bản, phí, lệ phí) lúc ")), qPrintable(paper));
    QVERIFY(paper.contains(QStringLiteral("thay giấy đã in.")));
    QVERIFY2(!paper.contains(QStringLiteral("Hoa")) && !paper.contains(QStringLiteral("gõ nhầm")), qPrintable(paper));
    QVERIFY(acts.openCorrection(id));
    bench.counter->intake().form().setApplicantText(QStringLiteral("address"), QStringLiteral("Tổ 9, phường Bãi Cháy"));
    QVERIFY(acts.correct(QStringLiteral("Gõ nhầm")));
    paper = bench.paper(form, id).simplified();
    QVERIFY2(paper.contains(QStringLiteral("sửa hồ sơ (số bản, phí, lệ phí, địa chỉ) lúc")), qPrintable(paper));
}

/// The citizen goes with what was taken in and with the new day; until then no day is promised.
void tst_LawfulPaper::receiptComesAnewAfterASupplement() {
    Counter bench;
    const QString form = QStringLiteral("form-01");
    const DossierId asked = bench.receiveCopy();
    QTRY_COMPARE(bench.counter->printing().pending(), 0);
    bench.clock.set(QDate(2026, 11, 23), QTime(10, 0));
    counter::Supplements& supplements = bench.counter->supplements();
    QVERIFY(supplements.ask(asked, {QStringLiteral("1. Bản chính")}, QStringLiteral("Thiếu"), {}));
    QString paper = bench.paper(form, asked).simplified();
    QVERIFY2(
        paper.contains(QStringLiteral("Thời gian trả kết quả: hẹn lại khi nhận đủ giấy tờ bổ sung (tạm dừng tính thời gian từ ")), qPrintable(paper));
    QVERIFY(supplements.open(asked));
    const auto printed = [&] {
        const auto jobs = bench.kinds(asked);
        return jobs.count(QStringLiteral("print-recorded"));
    };
    const auto before = printed();
    QVERIFY(supplements.giveBack());
    QTRY_COMPARE(bench.counter->printing().pending(), 0);
    bench.clock.set(QDate(2026, 11, 23), QTime(10, 0));
    QCOMPARE(printed(), before + 1);
    paper = bench.paper(form, asked).simplified();
    QVERIFY2(paper.contains(QStringLiteral("Giấy này in lại sau khi nhận giấy tờ bổ sung lúc ")), qPrintable(paper));
    QVERIFY2(!paper.contains(QStringLiteral("hẹn lại khi")), qPrintable(paper));
    // One that was withdrawn promises no day any more; what was given can be printed again.
    QVERIFY(bench.counter->withdrawals().hold(asked, QStringLiteral("Không cần nữa")));
    bench.counter->held().settle();
    const auto offered = bench.counter->printing().papersFor(bench.dossier(asked));
    for (const char* each : {"form-01", "form-02"})
        QVERIFY2(std::any_of(offered.begin(), offered.end(), [&](const auto& one) { return one.form == QLatin1String(each); }), each);
    paper = bench.paper(form, asked).simplified();
    QVERIFY2(paper.contains(QStringLiteral("không còn hẹn trả kết quả")), qPrintable(paper));
}

/// Words that were content and reason in one stand once, and no ground is made up; the catalogue's shorthand is no ground.
void tst_LawfulPaper::supplementSaysWhatWasSaidOnce() {
    Counter bench;
    const DossierId id = bench.receiveCopy();
    const QString words = QStringLiteral("Tờ khai thiếu chữ ký");
    QVERIFY(bench.counter->supplements().ask(id, {words}, words, {}));
    const QString paper = bench.paper(QStringLiteral("form-02"), id).simplified();
    QCOMPARE(paper.count(words), 1);
    QVERIFY2(!paper.contains(QStringLiteral("Lý do:")) && !paper.contains(QStringLiteral("chưa đầy đủ theo quy định")), qPrintable(paper));
    QVERIFY2(paper.contains(QStringLiteral("Căn cứ: điểm a khoản 2 Điều 17 Nghị định số 118/2025/NĐ-CP")), qPrintable(paper));
    QVERIFY2(!paper.contains(QStringLiteral("TT ")) && !paper.contains(QStringLiteral("sđ")), qPrintable(paper));
}

/// Nobody holds a paper that never came out.
void tst_LawfulPaper::receiptReplacesNoneThatDidNotComeOut() {
    Counter bench;
    bench.CounterBench::paper.printFailure = {QStringLiteral("print.no-printer")};
    const DossierId id = bench.receiveCopy();
    QTRY_COMPARE(bench.counter->printing().pending(), 0);
    counter::IntakeActs& acts = bench.counter->intake().acts();
    QVERIFY(acts.openCorrection(id));
    bench.counter->intake().form().setFact(QStringLiteral("copies"), 5);
    QVERIFY(acts.correct(QStringLiteral("Gõ nhầm")));
    QVERIFY(!bench.paper(QStringLiteral("form-01"), id).contains(QStringLiteral("in lại")));
}

/// Only the document that copies are asked of bears its name; what else lies there has one of its own.
void tst_LawfulPaper::receiptNamesOnlyTheCopiedDocument() {
    Counter bench;
    bench.fillCopy(QStringLiteral("Học bạ"));
    counter::IntakeForm& form = bench.counter->intake().form();
    form.setPaper(0, domain::PaperKind::Original, 1, false);
    form.addPaper(QStringLiteral("Giấy ủy quyền"));
    form.addPaper(QStringLiteral("Bản chính hợp đồng thuê nhà"));
    const QString cells = test::text(bench.pdf(QStringLiteral("form-01"), bench.received()), {QStringLiteral("-raw")}).simplified();
    QVERIFY2(cells.contains(QStringLiteral("1 Bản chính: Học bạ (để lại) Bản chính 1")), qPrintable(cells));
    QVERIFY2(cells.contains(QStringLiteral("Giấy ủy quyền Bản chính 1")), qPrintable(cells));
    QVERIFY2(cells.contains(QStringLiteral("Bản chính hợp đồng thuê nhà Bản chính 1")), qPrintable(cells));
    QCOMPARE(cells.count(QStringLiteral("(để lại)")), 1);
}

/// A second line begins under the first one's words, and a hung item is set in.
void tst_LawfulPaper::indentsComeOut() {
    Counter bench;
    bench.fillCopy();
    QString reason = QStringLiteral("Bản chính bị tẩy xóa");
    for (int i = 0; i < 20; ++i)
        reason += QStringLiteral(" nhiều chỗ");
    const auto refused = bench.counter->intake().acts().refuse(reason, QStringLiteral("khoản 1 Điều 22 Nghị định số 23/2015/NĐ-CP."));
    QVERIFY(refused);
    const QByteArray pdf = bench.pdf(QStringLiteral("form-03"), refused->dossier);
    QVERIFY(!read(pdf).contains(QStringLiteral("..")));
    static const QRegularExpression word(QStringLiteral("<word xMin=\"([0-9.]+)\"[^>]*>([^<]*)</word>"));
    QMap<QString, qreal> left;
    const QString boxes = test::text(pdf, {QStringLiteral("-bbox")});
    for (auto words = word.globalMatch(boxes); words.hasNext();) {
        const auto match = words.next();
        const qreal x = match.captured(1).toDouble();
        const QString said = match.captured(2);
        if (!left.contains(said) || (said == QStringLiteral("chỗ") && x < left[said]) || (said == QStringLiteral("nhiều") && x < left[said]))
            left[said] = x;
    }
    constexpr qreal pointsPerMm = 72 / 25.4;
    const qreal number = left[QStringLiteral("1.")];
    const qreal second = qMin(left[QStringLiteral("nhiều")], left[QStringLiteral("chỗ")]);
    QVERIFY2(qAbs(number - 32 * pointsPerMm) < 1.5, qPrintable(QString::number(number)));
    QVERIFY2(qAbs(second - 37 * pointsPerMm) < 1.5, qPrintable(QString::number(second)));
}

/// The rules let fees be taken in parts; each slip says what stood when it was paid.
void tst_LawfulPaper::receiptSaysWhatIsStillOwed() {
    Counter bench;
    const DossierId id = bench.receiveCopy();
    const auto paid = bench.counter->runner().run(id, domain::CollectFee{});
    QVERIFY2(paid, qPrintable(paid ? QString() : paid.error().toLogLine()));
    QVERIFY(bench.counter->intake().acts().openCorrection(id));
    bench.counter->intake().form().setFact(QStringLiteral("copies"), 5);
    QVERIFY(bench.counter->intake().acts().correct(QStringLiteral("Công dân cần 5 bản")));
    const QString receipt = bench.paper(QStringLiteral("form-01"), id).simplified();
    QVERIFY2(receipt.contains(QStringLiteral("25.000 đồng (đã nộp 10.000 đồng, còn 15.000 đồng).")), qPrintable(receipt));
    QString slip = bench.paper(QStringLiteral("fee-slip"), id).simplified();
    QVERIFY2(slip.contains(QStringLiteral("Tổng số tiền: 10.000 đồng")), qPrintable(slip));
    QVERIFY2(!slip.contains(QStringLiteral("25.000")), qPrintable(slip));
    QVERIFY(bench.counter->runner().run(id, domain::CollectFee{}));
    slip = bench.paper(QStringLiteral("fee-slip"), id).simplified();
    QVERIFY2(slip.contains(QStringLiteral("Đã nộp trước đó: 10.000 đồng")) && !slip.contains(QStringLiteral("-10.000")), qPrintable(slip));
    QVERIFY2(slip.contains(QStringLiteral("Tổng số tiền: 15.000 đồng")), qPrintable(slip));
}

void tst_LawfulPaper::receiptNeverPromisesADayAboveAnotherDate_data() {
    QTest::addColumn<QDateTime>("received"); // Viet Nam
    QTest::addColumn<QString>("limit");
    QTest::addColumn<QString>("due");
    const auto at = [](int day, int hour, int minute) { return QDateTime(QDate(2026, 11, day), QTime(hour, minute), Qt::OffsetFromUTC, 7 * 3600); };
    QTest::newRow("morning") << at(23, 9, 0) << "trong ngày làm việc."
                             << "ngày 23 tháng 11 năm 2026";
    QTest::newRow("at 15:00") << at(23, 15, 0) << "trong ngày làm việc."
                              << "ngày 23 tháng 11 năm 2026";
    QTest::newRow("after 15:00") << at(25, 15, 1) << "trong ngày làm việc tiếp theo (nhận sau 15 giờ 00 phút)."
                                 << "ngày 26 tháng 11 năm 2026";
    QTest::newRow("on a Saturday") << at(28, 9, 0) << "trong ngày làm việc tiếp theo (nhận vào ngày nghỉ)."
                                   << "ngày 30 tháng 11 năm 2026";
}

void tst_LawfulPaper::receiptNeverPromisesADayAboveAnotherDate() {
    QFETCH(QDateTime, received);
    QFETCH(QString, limit);
    QFETCH(QString, due);
    Counter bench;
    bench.clock.set(received.date(), received.time());
    const QString paper = bench.paper(QStringLiteral("form-01"), bench.receiveCopy()).simplified();
    QVERIFY2(paper.contains(QStringLiteral("theo quy định: ") + limit), qPrintable(paper));
    QVERIFY2(paper.contains(QStringLiteral("Thời gian trả kết quả: 17 giờ 00 phút, ") + due), qPrintable(paper));
}

void tst_LawfulPaper::receiptSaysWhatIsFree() {
    Counter bench;
    counter::IntakeForm& form = bench.counter->intake().form();
    QVERIFY(form.applyCardQr(CounterBench::card()));
    const auto free = std::find_if(bench.archive.published.catalogue.procedures().begin(), bench.archive.published.catalogue.procedures().end(),
        [](const domain::Procedure& row) {
            return row.active && row.feeRule == domain::FeeRule::Free && !domain::lacksOf(row).time && !row.papers.isEmpty();
        });
    QVERIFY(free != bench.archive.published.catalogue.procedures().end());
    form.setProcedure(free->version.code);
    for (int row = 0; row < static_cast<int>(form.content().papers.size()); ++row)
        form.setPaper(row, domain::PaperKind::Original, 1);
    const QString paper = bench.paper(QStringLiteral("form-01"), bench.received());
    QVERIFY2(paper.contains(QStringLiteral("Phí, lệ phí: 0 đồng (không thu).")), qPrintable(paper));
}

void tst_LawfulPaper::receiptSaysWhyOneIsExempt() {
    Counter bench;
    bench.fillCopy();
    bench.counter->intake().form().setExemption(QStringLiteral("Hộ nghèo, theo Sổ hộ nghèo số 12"));
    const DossierId id = bench.received();
    const QString paper = bench.paper(QStringLiteral("form-01"), id);
    QVERIFY2(paper.contains(QStringLiteral("Phí, lệ phí: 0 đồng (được miễn: Hộ nghèo, theo Sổ hộ nghèo số 12).")), qPrintable(paper));
    bench.seatSupervisor();
    QVERIFY(bench.counter->approval().approve(id));
    QCOMPARE(bench.dossier(id).liveEntry()->remark, QStringLiteral("Miễn phí: Hộ nghèo, theo Sổ hộ nghèo số 12"));
}

void tst_LawfulPaper::receiptSaysDeliveryAndSets_data() {
    QTest::addColumn<int>("way");
    QTest::addColumn<QString>("words");
    QTest::newRow("counter") << static_cast<int>(domain::ResultWay::Counter) << "Trung tâm Phục vụ hành chính công phường Bãi Cháy";
    QTest::newRow("post") << static_cast<int>(domain::ResultWay::Post) << "địa chỉ người nộp hồ sơ, qua dịch vụ bưu chính công ích";
    QTest::newRow("online") << static_cast<int>(domain::ResultWay::Online) << "Cổng Dịch vụ công quốc gia (bản điện tử)";
}

void tst_LawfulPaper::receiptSaysDeliveryAndSets() {
    QFETCH(int, way);
    QFETCH(QString, words);
    Counter bench;
    bench.fillCopy();
    bench.counter->intake().form().setSets(3);
    bench.counter->intake().form().setResultWay(static_cast<domain::ResultWay>(way));
    const QString paper = bench.paper(QStringLiteral("form-01"), bench.received()).simplified();
    QVERIFY2(paper.contains(QStringLiteral("Số lượng hồ sơ: 3 (bộ)")), qPrintable(paper));
    QVERIFY2(paper.contains(QStringLiteral("Đăng ký nhận kết quả tại: ") + words), qPrintable(paper));
}

void tst_LawfulPaper::receiptSaysThatPapersAreNotAll() {
    Counter bench;
    const DossierId whole = bench.receiveCopy();
    const QString hint = QStringLiteral("Nguồn danh mục chưa ghi đủ thành phần hồ sơ");
    QVERIFY(!bench.paper(QStringLiteral("form-01"), whole).contains(hint));
    domain::Procedure row = *bench.archive.published.catalogue.find(QStringLiteral("2.000815"));
    row.papersIncomplete = true;
    bench.archive.published.catalogue.put(row);
    const QString paper = bench.paper(QStringLiteral("form-01"), whole).simplified();
    QVERIFY2(paper.contains(hint), qPrintable(paper));
}

void tst_LawfulPaper::everySheetIsNamed() {
    Counter bench;
    bench.fillCopy();
    for (int i = 1; i <= 60; ++i)
        bench.counter->intake().form().addPaper(QStringLiteral("Giấy tờ thứ %1").arg(i));
    const DossierId id = bench.received();
    const QStringList sheets = bench.paper(QStringLiteral("form-01"), id).split(QLatin1Char('\f'), Qt::SkipEmptyParts);
    QVERIFY(sheets.size() >= 2);
    for (int i = 0; i < sheets.size(); ++i)
        QVERIFY2(
            sheets[i].contains(QStringLiteral("%1 · tờ %2/%3").arg(bench.dossier(id).code).arg(i + 1).arg(sheets.size())), qPrintable(sheets[i]));
}

void tst_LawfulPaper::headsStandOnOneLine_data() {
    QTest::addColumn<QString>("form");
    for (const char* form : {"form-01", "form-02", "form-03", "fee-slip"})
        QTest::newRow(form) << QString::fromLatin1(form);
}

/// Number left and date right of one line; the name of the ward whole; no line of one syllable.
void tst_LawfulPaper::headsStandOnOneLine() {
    QFETCH(QString, form);
    Counter bench;
    DossierId id;
    if (form == QLatin1String("form-02") || form == QLatin1String("form-03")) {
        bench.fillCopy();
        counter::IntakeActs& acts = bench.counter->intake().acts();
        const auto outcome = form == QLatin1String("form-02") ? acts.askSupplement({QStringLiteral("Bản chính")}, QStringLiteral("Thiếu"), {})
                                                              : acts.refuse(QStringLiteral("Bản chính bị tẩy xóa."), {});
        QVERIFY(outcome);
        id = outcome->dossier;
    } else {
        id = bench.approvedCopy();
        QVERIFY(bench.counter->handOver().collectFee(id, domain::PaymentMethod::Cash));
    }
    const QString paper = bench.paper(form, id);
    const QStringList lines = paper.left(paper.indexOf(QStringLiteral("ngày")) + 40).split(QLatin1Char('\n'));
    bool numbered = false;
    bool ward = false;
    for (const QString& line : lines) {
        numbered = numbered || (line.contains(QStringLiteral("Số: ")) && line.contains(QStringLiteral("Bãi Cháy, ngày")));
        ward = ward || line.contains(QStringLiteral("PHƯỜNG BÃI CHÁY"));
        QVERIFY2(!QStringList({QStringLiteral("CHÁY"), QStringLiteral("CÔNG")}).contains(line.trimmed()), qPrintable(paper));
    }
    QVERIFY2(numbered && ward, qPrintable(paper));
}

void tst_LawfulPaper::supplementIsFoundByItsCode() {
    Counter bench;
    bench.fillCopy();
    const auto outcome = bench.counter->intake().acts().askSupplement({QStringLiteral("Bản chính")}, QStringLiteral("Thiếu"), {});
    QVERIFY(outcome);
    const QStringList codes = test::codesOn(bench.pdf(QStringLiteral("form-02"), outcome->dossier));
    QCOMPARE(codes.size(), 1);
    QVERIFY(domain::dossierIn(codes.front()) == outcome->dossier);
    // Once it has its code, the code.
    const DossierId later = bench.receiveCopy();
    QVERIFY(bench.counter->supplements().ask(later, {QStringLiteral("Bản chính")}, QStringLiteral("Thiếu"), {}));
    QCOMPARE(test::codesOn(bench.pdf(QStringLiteral("form-02"), later)), QStringList{bench.dossier(later).code});
}

void tst_LawfulPaper::supplementSaysUntilWhenAndWhat() {
    Counter bench;
    bench.fillCopy();
    const QString paperName = bench.archive.published.catalogue.find(QStringLiteral("2.000815"))->papers.front();
    const auto outcome = bench.counter->intake().acts().askSupplement({paperName, QStringLiteral("Tờ khai: chưa có chữ ký")},
        QStringLiteral("Thiếu trang 2.\n Tờ khai ghi sai ngày sinh."), QStringLiteral("Luật Hộ tịch"));
    QVERIFY(outcome);
    const QString paper = bench.paper(QStringLiteral("form-02"), outcome->dossier).simplified();
    for (const QString& words : {QStringLiteral("1. ") + paperName + QStringLiteral(": chưa có trong hồ sơ"),
             QStringLiteral("2. Tờ khai: chưa có chữ ký"), QStringLiteral("1. Thiếu trang 2."), QStringLiteral("2. Tờ khai ghi sai ngày sinh."),
             QStringLiteral("Đề nghị Ông/Bà nộp bổ sung trước 17 giờ 00 phút, ngày "),
             QStringLiteral("Căn cứ: điểm a khoản 2 Điều 17 Nghị định số 118/2025/NĐ-CP")})
        QVERIFY2(paper.contains(words), qPrintable(words + QStringLiteral(" not in ") + paper));
}

void tst_LawfulPaper::refusalNumbersItsReasons() {
    Counter bench;
    bench.fillCopy();
    const auto outcome = bench.counter->intake().acts().refuse(QStringLiteral("Bản chính bị tẩy xóa.\nBản chính bị hư hỏng."), {});
    QVERIFY(outcome);
    const QString paper = bench.paper(QStringLiteral("form-03"), outcome->dossier).simplified();
    QVERIFY2(paper.contains(QStringLiteral("1. Bản chính bị tẩy xóa. 2. Bản chính bị hư hỏng.")), qPrintable(paper));
    QVERIFY2(paper.contains(QStringLiteral("Căn cứ: điểm a khoản 2 Điều 17")), qPrintable(paper));
    QVERIFY2(paper.contains(QStringLiteral("Số điện thoại: ……")), qPrintable(paper));
}

void tst_LawfulPaper::slipsRunOn() {
    Counter bench;
    for (int i = 1; i <= 3; ++i) {
        bench.fillCopy();
        const auto refused = bench.counter->intake().acts().refuse(QStringLiteral("Bản chính bị tẩy xóa."), {});
        QVERIFY(refused);
        QCOMPARE(refused->code, QStringLiteral("02.000%1/TCHS").arg(i));
        QVERIFY(bench.paper(QStringLiteral("form-03"), refused->dossier).contains(QStringLiteral("Số: ") + refused->code));
        const DossierId id = bench.receiveCopy(QStringLiteral("Học bạ số %1").arg(i));
        QVERIFY(bench.counter->supplements().ask(id, {QStringLiteral("Bản chính")}, QStringLiteral("Thiếu"), {}));
        QVERIFY(bench.paper(QStringLiteral("form-02"), id).contains(QStringLiteral("Số: 02.000%1/HDHS").arg(i)));
    }
    // They are no books.
    const auto volumes = bench.counter->books().volumes();
    QVERIFY(volumes && volumes->size() == 1);
}

void tst_LawfulPaper::feeSlipIsNoReceiptOfTax() {
    Counter bench;
    bench.archive.published.settings.taxCode = QStringLiteral("5701234567");
    for (int i = 1; i <= 2; ++i) {
        const DossierId id = bench.approvedCopy();
        QVERIFY(bench.counter->handOver().collectFee(id, domain::PaymentMethod::Cash));
        const QString paper = bench.paper(QStringLiteral("fee-slip"), id);
        QVERIFY2(paper.contains(QStringLiteral("Số: 02.000%1/PT").arg(i)), qPrintable(paper));
        QVERIFY(paper.contains(QStringLiteral("Mã số thuế: 5701234567")));
        // Nothing asks for the payer's number, and half of one is none.
        QVERIFY(!paper.contains(QStringLiteral("0220****1234")));
        QVERIFY(!paper.contains(QStringLiteral("022090001234")));
        QVERIFY(!paper.contains(QStringLiteral("biên lai"), Qt::CaseInsensitive));
        QVERIFY(paper.contains(QStringLiteral("Tổng số tiền: 10.000 đồng")));
    }
}

void tst_LawfulPaper::bookHasItsCover() {
    Counter bench;
    bench.approvedCopy();
    const QStringList open = bench.book().split(QLatin1Char('\f'), Qt::SkipEmptyParts);
    QCOMPARE(open.size(), 2);
    QVERIFY2(open[0].contains(QStringLiteral("Quyển số: 01/2026-SCT/BS")) && open[0].contains(QStringLiteral("Mở sổ: ngày")), qPrintable(open[0]));
    QVERIFY2(open[0].contains(QStringLiteral("Khóa sổ: ngày ……")), qPrintable(open[0]));
    bench.seatSupervisor();
    QVERIFY(bench.counter->books().closeYear(bench.volume()));
    const QStringList closed = bench.book().split(QLatin1Char('\f'), Qt::SkipEmptyParts);
    QVERIFY2(!closed[0].contains(QStringLiteral("……")), qPrintable(closed[0]));
    // A deputy signs for the head, in the column as below the statement.
    QVERIFY2(closed[1].simplified().contains(QStringLiteral("KT. CHỦ TỊCH PHÓ CHỦ TỊCH")), qPrintable(closed[1]));
    QVERIFY2(closed[1].contains(QStringLiteral("KT. Chủ tịch")), qPrintable(closed[1]));
    for (const QString& sheet : closed)
        QVERIFY2(sheet.contains(QStringLiteral("giáp lai")), qPrintable(sheet));
}

void tst_LawfulPaper::monthIsPrintedAlone() {
    Counter bench;
    bench.clock.set(QDate(2026, 10, 30), QTime(9, 0));
    const QString october = bench.dossier(bench.approvedCopy()).liveEntry()->numberLabel;
    bench.clock.set(QDate(2026, 11, 3), QTime(9, 0));
    const QString november = bench.dossier(bench.approvedCopy()).liveEntry()->numberLabel;
    const QString print = bench.book(QDate(2026, 11, 1));
    QVERIFY2(print.contains(QStringLiteral("Bản in tháng 11 năm 2026")), qPrintable(print));
    QVERIFY(print.contains(november) && !print.contains(october));
    QVERIFY(!print.contains(QStringLiteral("Mở sổ")));
    QVERIFY2(print.contains(QStringLiteral("Cộng: 1 số chứng thực; 2 bản sao đã chứng thực; phí chứng thực: 10.000 đồng.")), qPrintable(print));
    QVERIFY(print.contains(QStringLiteral("Các tờ của bản in này được đánh số liên tục và đóng dấu giáp lai")));
    const QString before = bench.book(QDate(2026, 10, 15));
    QVERIFY(before.contains(october));
    // Bound into one book at the year's end: each loose sheet says which month it is of.
    QVERIFY2(print.contains(QStringLiteral("01/2026-SCT/BS, tháng 11 · tờ 1/1")), qPrintable(print));
    QVERIFY2(before.contains(QStringLiteral("01/2026-SCT/BS, tháng 10 · tờ 1/1")), qPrintable(before));
}

void tst_LawfulPaper::bookNotesWhatWasReplacedAndFree() {
    Counter bench;
    const DossierId id = bench.approvedCopy();
    const domain::BookEntry first = *bench.dossier(id).liveEntry();
    QVERIFY(bench.counter->books().spoil(bench.volume(), first.number, QStringLiteral("ghi nhầm tên"), true));
    QCOMPARE(bench.dossier(id).liveEntry()->remark, QStringLiteral("Thay số 00001, quyển số 01/2026-SCT/BS"));
    const QString book = bench.book();
    // No code and no title is broken in its narrow column.
    QVERIFY2(book.count(QStringLiteral("01/2026-SCT/BS")) >= 6 && book.contains(QStringLiteral("Phó Chủ tịch")), qPrintable(book));
    // In a narrow column the words go over lines: the cells are read one by one.
    QString cells = book;
    cells.replace(QLatin1Char('\n'), QLatin1Char(' '));
    // When it was struck out and by whom, with room to sign.
    QVERIFY2(cells.contains(QStringLiteral("(ký)")) && cells.contains(bench.clerk.name.section(QLatin1Char(' '), -1)), qPrintable(book));
    QVERIFY2(cells.contains(QStringLiteral("Hủy: ghi")) && cells.contains(QStringLiteral("thay bằng")) && cells.contains(QStringLiteral("Thay số")),
        qPrintable(book));
}

QTEST_MAIN(tst_LawfulPaper)
#include "tst_LawfulPaper.moc"
