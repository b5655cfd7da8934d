// What the words of the catalogue's papers ask for: by table, and of every row that is shipped (NĐ 118/2025/NĐ-CP; NĐ 309/2026/NĐ-CP, Điều 4).

#include "app/domain/Catalogue.h"
#include "app/domain/PaperNeed.h"
#include "tests/support/catalogue/ShippedCatalogue.h"

#include <QFile>
#include <QTest>

using namespace motcua;
using namespace motcua::domain;

class tst_PaperNeed : public QObject {
    Q_OBJECT

private slots:
    void needs_data();
    void needs();
    void everyShippedRow();
    void notesAreNoPapers();
    void cutNamesAreNotAll();
    void missing();
    void toShow_data();
    void toShow();
    void asBrought_data();
    void asBrought();
};

/// By the words of the shipped rows.
void tst_PaperNeed::needs_data() {
    QTest::addColumn<int>("need");
    const auto rows = [](PaperNeed need, std::initializer_list<const char*> names) {
        for (const char* name : names)
            QTest::newRow(name) << static_cast<int>(need);
    };
    rows(PaperNeed::AsTheCaseMayBe,
        {"văn bản ủy quyền nếu có", "Biên bản tổ chức đối thoại (nếu có)", "01 giấy chứng nhận được hưởng ưu tiên (nếu có).",
            "bản sao cần chứng thực (nếu không có thì cơ quan chụp)", "Bản khai của thân nhân (đối với đối tượng đã từ trần).",
            "bản sao giấy khai sinh/giấy xác nhận khuyết tật tùy trường hợp", "Trường hợp ủy quyền thì nộp văn bản ủy quyền",
            "TRỪ TRƯỜNG HỢP quy định tại khoản 1", "Giấy xác nhận cũ nếu cấp lại",
            "Giấy tờ chứng minh quan hệ nếu không phải người được cấp bản chính", "Giấy tờ tài sản nếu liên quan",
            "Giấy xác nhận khuyết tật/HIV/mang thai nếu thuộc diện",
            "Văn bản ủy quyền theo quy định trong trường hợp ủy quyền thực hiện việc đăng ký…",
            "Giấy ra viện đối với trường hợp điều trị nội trú hoặc bản sao…", "(ii) Trường hợp ủy quyền cho tổ chức thực hiện thủ tục",
            "Thành phần hồ sơ 2 (nếu có): Một hoặc một số giấy tờ", "Giấy ủy quyền (nếu có) - Mẫu số 03",
            "Giấy tờ tham gia (nếu có), gồm một trong các giấy tờ",
            "Giấy chứng tử (bản sao). Trường hợp cơ quan tiếp nhận hồ sơ khai thác được giấy…", "Trích lục bản đồ đất tranh chấp (nếu…",
            "Bản trích sao Nhật ký (01 bản, nếu có)", "Đối với tàu biển: Bản trích sao Nhật ký hàng hải", "Hoặc giấy tờ liên quan",
            "Nếu là thí sinh liên thông có thêm bản sao bằng tốt nghiệp", "Giấy giới thiệu đối với trường hơp ủy quyền nộp hồ sơ",
            "Giấy tờ của chủ xe (bản sao): sử dụng Ứng dụng định danh điện tử"});
    rows(PaperNeed::Always,
        {"Tờ khai", "Giấy báo tử hoặc giấy tờ thay thế", "Sơ đồ vị trí, đính kèm hình ảnh (nếu có), 02 bản", "Tờ khai đăng ký (theo mẫu)",
            "Giấy tờ chứng minh trường hợp được miễn", "Giấy khám sức khỏe có giá trị sử dụng nếu được cấp chưa quá 06 tháng",
            "Bản vẽ (nếu có) hoặc sơ họa mặt bằng", "Tài liệu đáp ứng một (bắt buộc) hoặc nhiều (nếu có) tiêu chí",
            "Hồ sơ trẻ em (giấy chứng sinh, giấy tờ tùy thân nếu có, biên bản nếu trẻ bị bỏ rơi, 02 ảnh)",
            "Tờ khai theo Mẫu 1a (và 2a, 2b tùy trường hợp)", "Tờ khai ghi chú kết hôn", "Phiếu thu thập thông tin dân cư",
            "Đề nghị khai báo tạm vắng", "Bản chính", ""});
    rows(PaperNeed::NoPaper,
        {"Lưu ý: Đối với Chứng minh nhân dân …", "Ghi chú: nộp trực tuyến", "Thông tin chứng minh trong Cơ sở dữ liệu quốc gia, cơ sở dữ liệu…",
            "Thông tin ly hôn/khai tử nếu có", "Dữ liệu Giấy chứng sinh",
            "Phiếu này là biểu mẫu điện tử, công dân kê khai đối với trường hợp nộp trực tuyến", "Phiếu CC01 được tạo lập khi trích xuất thông tin",
            "Trong đó 01 ảnh dán vào Tờ khai", "Nếu trẻ em sinh ra ngoài cơ sở y tế thì giấy chứng sinh được…"});
}

void tst_PaperNeed::needs() {
    QFETCH(int, need);
    QCOMPARE(static_cast<int>(needOf(QString::fromUtf8(QTest::currentDataTag()))), need);
}

/// Whoever reads the list can say of each of them: nobody is received without it.
void tst_PaperNeed::everyShippedRow() {
    QStringList always;
    int conditional = 0;
    int notes = 0;
    const Catalogue shipped = test::shippedCatalogue();
    for (const Procedure& procedure : shipped.procedures())
        for (const QString& paper : procedure.papers) {
            const PaperNeed need = needOf(paper);
            conditional += need == PaperNeed::AsTheCaseMayBe ? 1 : 0;
            notes += need == PaperNeed::NoPaper ? 1 : 0;
            if (need == PaperNeed::Always)
                always << procedure.version.code + QLatin1Char('\t') + paper;
        }
    QCOMPARE(conditional, 202); // 110 by the words "(nếu có)" at the end alone
    QCOMPARE(notes, 27);        // 0
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/catalogue/papers-asked-always.tsv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList read = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < qMin(always.size(), read.size()); ++i)
        QCOMPARE(always[i], read[i]);
    QCOMPARE(always.size(), read.size());
}

void tst_PaperNeed::notesAreNoPapers() {
    const Catalogue catalogue = test::shippedCatalogue();
    const Procedure* residence = catalogue.find(QStringLiteral("1.010039"));
    QCOMPARE(papersToHandIn(*residence),
        QStringList{QStringLiteral("Tờ khai thay đổi thông tin cư trú (Mẫu CT01 ban hành kèm theo Thông tư số 53/2025/TT-BCA)")});
    QCOMPARE(notesOnPapers(*residence).size(), 2);
    // A row of an older gateway's feed is read the same way.
    const auto sent = Catalogue::fromJson(catalogue.toJson());
    QVERIFY(sent);
    QCOMPARE(papersToHandIn(*sent->find(QStringLiteral("1.010039"))).size(), 1);
}

void tst_PaperNeed::cutNamesAreNotAll() {
    Procedure row;
    row.papers = {QStringLiteral("Tờ khai")};
    QVERIFY(!arePapersIncomplete(row));
    row.papers << QStringLiteral("Giấy chứng nhận do cơ quan có…");
    QVERIFY(arePapersIncomplete(row));
    QVERIFY(lacksOf(row).papers);
    row.papers = {QStringLiteral("Lưu ý: không nộp gì")};
    QVERIFY(lacksOf(row).papers);
    QVERIFY(!row.papersIncomplete);
}

/// What an older desk recorded as asked for always keeps no dossier back any more where its words say otherwise.
void tst_PaperNeed::missing() {
    Paper paper{QStringLiteral("Tờ khai"), PaperKind::Original, 0, true};
    QVERIFY(isMissing(paper));
    paper.quantity = 1;
    QVERIFY(!isMissing(paper));
    paper = {QStringLiteral("Giấy xác nhận cũ nếu cấp lại"), PaperKind::Original, 0, true};
    QVERIFY(!isMissing(paper));
    paper = {QStringLiteral("Lưu ý: công dân không phải nộp"), PaperKind::Original, 0, true};
    QVERIFY(!isMissing(paper));
    paper = {QStringLiteral("Tờ khai"), PaperKind::Original, 0, false};
    QVERIFY(!isMissing(paper));
}

void tst_PaperNeed::toShow_data() {
    QTest::addColumn<bool>("shown");
    QTest::addColumn<QString>("name");
    QTest::newRow("Giấy tờ tùy thân (căn cước) xuất trình") << true << "Giấy tờ tùy thân (căn cước)";
    QTest::newRow("Hộ chiếu, xuất trình") << true << "Hộ chiếu";
    QTest::newRow("Xuất trình giấy tờ hợp lệ") << true << "Giấy tờ hợp lệ";
    QTest::newRow("Bản sao xuất trình bản chính để đối chiếu") << false << "Bản sao xuất trình bản chính để đối chiếu";
}

void tst_PaperNeed::toShow() {
    QFETCH(bool, shown);
    QFETCH(QString, name);
    const QString paper = QString::fromUtf8(QTest::currentDataTag());
    QCOMPARE(isPaperToShow(paper), shown);
    QCOMPARE(withoutToShow(paper), name);
}

void tst_PaperNeed::asBrought_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("Văn bản ủy quyền nếu có") << "Văn bản ủy quyền";
    QTest::newRow("Giấy xác nhận cũ nếu cấp lại") << "Giấy xác nhận cũ";
    QTest::newRow("Biên bản (nếu có)") << "Biên bản";
    QTest::newRow("Biên bản (nếu có).") << "Biên bản";
    QTest::newRow("Giấy thông hành đã được cấp, nếu còn giá trị sử dụng") << "Giấy thông hành đã được cấp";
    QTest::newRow("Văn bản ủy quyền (được chứng thực) trong trường hợp ủy quyền đăng ký giám hộ…") << "Văn bản ủy quyền (được chứng thực)";
    QTest::newRow("Giấy báo tử do cơ quan có thẩm quyền cấp. Trường hợp đã nộp bản điện tử…") << "Giấy báo tử do cơ quan có thẩm quyền cấp";
    QTest::newRow("Giấy khám sức khỏe có giá trị sử dụng nếu được cấp chưa quá 06 tháng")
        << "Giấy khám sức khỏe có giá trị sử dụng nếu được cấp chưa quá 06 tháng";
    QTest::newRow("Trường hợp ủy quyền thì nộp văn bản ủy quyền") << "Trường hợp ủy quyền thì nộp văn bản ủy quyền";
    QTest::newRow("Tờ khai") << "Tờ khai";
}

void tst_PaperNeed::asBrought() {
    QFETCH(QString, name);
    QCOMPARE(withoutCondition(QString::fromUtf8(QTest::currentDataTag())), name);
}

QTEST_GUILESS_MAIN(tst_PaperNeed)
#include "tst_PaperNeed.moc"
