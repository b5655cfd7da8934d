// A register as a workbook, read back by another program than wrote it.

#include "app/paper/XlsxBook.h"
#include "app/paper/ZipPart.h"

#include <QDate>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace motcua;
using domain::ports::BookTable;

class tst_XlsxBook : public QObject {
    Q_OBJECT

private slots:
    void cellsAreWhatTheyAre();
    void fiveThousandRows();
    void aFullDiskLeavesWhatWasThere_data();
    void aFullDiskLeavesWhatWasThere();
    void aPartOfATornArchiveIsNone();

private:
    static BookTable table();
    /// Rows of [type, value, struck] for each cell, by python's zipfile and XML reader.
    static QJsonArray readBack(const QString& path);
};

BookTable tst_XlsxBook::table() {
    BookTable table;
    table.name = QStringLiteral("SCT/BS 2026");
    table.head = {QStringLiteral("SỔ CHỨNG THỰC BẢN SAO"), QStringLiteral("Quyển số: 01/2026-SCT/BS; năm 2026")};
    table.columns = {
        {QStringLiteral("Số chứng thực"), 8, true}, {QStringLiteral("Ngày"), 10}, {QStringLiteral("Họ tên"), 20}, {QStringLiteral("Phí"), 8}};
    table.rows = {{{42, QDate(2026, 11, 30), QStringLiteral("Nguyễn Thị Hòa & <con>"), qint64(10'000)}, false},
        {{43, QDate(2026, 11, 30), QStringLiteral("=1+1"), QVariant()}, true}, {{44, QDate(), QStringLiteral("+84 912 345 678"), 0}, false},
        {{QStringLiteral("00045–00050"), QDate(2026, 12, 1), QStringLiteral("-SUM(A1)"), QVariant()}, true},
        {{51, QDate(2026, 12, 1), QStringLiteral("@lan\x01"), 5}, false}, {{52, QDate(2026, 12, 1), QStringLiteral("0022090001234"), 5}, false}};
    table.foot = {QStringLiteral("Cộng: 6 số.")};
    return table;
}

QJsonArray tst_XlsxBook::readBack(const QString& path) {
    QProcess python;
    python.start(QStringLiteral("python3"), {QStringLiteral("-c"), QStringLiteral(R"py(
import json, sys, zipfile, xml.etree.ElementTree as xml
n = {'x': 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'}
book = zipfile.ZipFile(sys.argv[1])
assert book.testzip() is None
styles = xml.fromstring(book.read('xl/styles.xml'))
fonts = [f.find('x:strike', n) is not None for f in styles.find('x:fonts', n)]
struck = [fonts[int(x.get('fontId', 0))] for x in styles.find('x:cellXfs', n)]
out = []
for row in xml.fromstring(book.read('xl/worksheets/sheet1.xml')).iter('{%s}row' % n['x']):
    cells = []
    for c in row:
        assert c.find('x:f', n) is None, 'a formula'
        text = ''.join(t.text or '' for t in c.iter('{%s}t' % n['x'])) if c.get('t') == 'inlineStr' else (c.findtext('x:v', None, n))
        cells.append([c.get('t') or 'n', text, struck[int(c.get('s', 0))]])
    out.append(cells)
print(json.dumps(out))
)py"),
                                                path});
    python.waitForFinished();
    if (python.exitCode() != 0)
        qWarning("%s", python.readAllStandardError().constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput()).array();
}

void tst_XlsxBook::cellsAreWhatTheyAre() {
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("so.xlsx"));
    paper::XlsxBook book;
    QVERIFY(book.write(table(), path).result());
    const QJsonArray rows = readBack(path);
    QCOMPARE(rows.size(), 10); // two lines of head, the columns, six rows, one of foot
    const auto cell = [&](int row, int column) { return rows[row].toArray()[column].toArray(); };
    const auto words = [&](int row, int column) { return cell(row, column)[1].toString(); };
    QCOMPARE(words(0, 0), QStringLiteral("SỔ CHỨNG THỰC BẢN SAO"));
    QCOMPARE(words(2, 2), QStringLiteral("Họ tên"));
    QCOMPARE(cell(3, 0)[0].toString(), QStringLiteral("n"));
    QCOMPARE(words(3, 0), QStringLiteral("42"));
    QCOMPARE(cell(3, 1)[0].toString(), QStringLiteral("n"));
    QCOMPARE(words(3, 1), QString::number(QDate(1899, 12, 30).daysTo(QDate(2026, 11, 30))));
    QCOMPARE(words(3, 2), QStringLiteral("Nguyễn Thị Hòa & <con>"));
    QCOMPARE(words(3, 3), QStringLiteral("10000"));
    QVERIFY(!cell(3, 2)[2].toBool() && cell(4, 2)[2].toBool());
    for (const auto& [row, text] : {std::pair(4, "=1+1"), {5, "+84 912 345 678"}, {6, "-SUM(A1)"}, {7, "@lan"}, {8, "0022090001234"}}) {
        QCOMPARE(cell(row, 2)[0].toString(), QStringLiteral("inlineStr"));
        QCOMPARE(words(row, 2), QString::fromLatin1(text));
    }
    QCOMPARE(words(6, 0), QStringLiteral("00045–00050"));
    QCOMPARE(words(9, 0), QStringLiteral("Cộng: 6 số."));
}

void tst_XlsxBook::fiveThousandRows() {
    BookTable large = table();
    large.rows.assign(5'000, large.rows.front());
    for (int i = 0; i < 5'000; ++i)
        large.rows[static_cast<size_t>(i)].cells[0] = i + 1;
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("so.xlsx"));
    paper::XlsxBook book;
    QVERIFY(book.write(large, path).result());
    const QJsonArray rows = readBack(path);
    QCOMPARE(rows.size(), 5'004);
    QCOMPARE(rows[5'002].toArray()[0].toArray()[1].toString(), QStringLiteral("5000"));
}

void tst_XlsxBook::aFullDiskLeavesWhatWasThere_data() {
    QTest::addColumn<int>("room");
    // The workbook's own parts, its archive, and the file in the end.
    for (const int room : {0, 1'000, 5'000, 20'000, 60'000})
        QTest::addRow("%d bytes", room) << room;
}

void tst_XlsxBook::aFullDiskLeavesWhatWasThere() {
    QFETCH(int, room);
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("so.xlsx"));
    QFile before(path);
    QVERIFY(before.open(QIODevice::WriteOnly) && before.write("trước") > 0);
    before.close();
    BookTable large = table();
    large.rows.assign(20'000, large.rows.front());
    for (int i = 0; i < 20'000; ++i)
        large.rows[static_cast<size_t>(i)].cells[2] = QString::number(qHash(i));
    // Nothing on this machine can be filled up in a test, but a file may be forbidden to grow.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit was{};
    getrlimit(RLIMIT_FSIZE, &was);
    const rlimit now{static_cast<rlim_t>(room), was.rlim_max};
    setrlimit(RLIMIT_FSIZE, &now);
    const base::Outcome outcome = paper::XlsxBook().write(large, path).result();
    setrlimit(RLIMIT_FSIZE, &was);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, QStringLiteral("file.write-failed"));
    QFile after(path);
    QVERIFY(after.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(after.readAll()), QStringLiteral("trước"));
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files).size(), 1);
}

void tst_XlsxBook::aPartOfATornArchiveIsNone() {
    const auto whole = paper::XlsxBook::workbookOf(table());
    QVERIFY(whole);
    QVERIFY(paper::zipPart(*whole, "xl/worksheets/sheet1.xml"));
    QVERIFY(!paper::zipPart(*whole, "xl/worksheets/sheet2.xml"));
    for (qsizetype size = 0; size < whole->size(); size += 97)
        QVERIFY(!paper::zipPart(whole->first(size), "xl/worksheets/sheet1.xml"));
}

QTEST_APPLESS_MAIN(tst_XlsxBook)
#include "tst_XlsxBook.moc"
