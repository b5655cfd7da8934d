#include "app/counter/SupplementMerge.h"
#include "app/domain/Ids.h"

#include <QTest>

using namespace motcua;
using domain::Paper;
using domain::PaperKind;

/// What was gathered on a checklist that changed meanwhile.
class tst_SupplementMerge : public QObject {
    Q_OBJECT

private slots:
    void laidOn_data();
    void laidOn();
    void oneOfAnEarlierProgram();

private:
    /// "A 1 xy|B 0": the papers' names, quantities, and one letter a page.
    static std::vector<Paper> papers(const QString& text);
    static QString text(const std::vector<Paper>& papers);
};

std::vector<Paper> tst_SupplementMerge::papers(const QString& text) {
    std::vector<Paper> list;
    for (const QString& each : text.split(QLatin1Char('|'), Qt::SkipEmptyParts)) {
        const QStringList parts = each.split(QLatin1Char(' '));
        Paper paper{parts.at(0), PaperKind::Original, parts.at(1).toInt(), true, false, {}};
        for (const QChar page : parts.value(2))
            paper.pages.push_back({domain::blobHashOf(QByteArray(32, page.toLatin1())), QStringLiteral("image/jpeg"), 1, page.unicode(), 1, {}});
        list.push_back(paper);
    }
    return list;
}

QString tst_SupplementMerge::text(const std::vector<Paper>& papers) {
    QStringList list;
    for (const Paper& paper : papers) {
        QString one = QStringLiteral("%1 %2").arg(paper.name).arg(paper.quantity);
        for (size_t i = 0; i < paper.pages.size(); ++i)
            one += (i == 0 ? QStringLiteral(" ") : QString()) + QChar(static_cast<char16_t>(paper.pages[i].width));
        list << one;
    }
    return list.join(QLatin1Char('|'));
}

void tst_SupplementMerge::laidOn_data() {
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("gathered");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing came") << "A 1 x|B 0"
                                  << "A 1 x|B 0"
                                  << "A 1 xy|B 1"
                                  << "A 1 xy|B 1";
    QTest::newRow("a paper came") << "A 1 x|B 0|C 1 c"
                                  << "A 1 x|B 0"
                                  << "A 1 xy|B 0"
                                  << "A 1 xy|B 0|C 1 c";
    QTest::newRow("a page came") << "A 1 xc|B 0"
                                 << "A 1 x|B 0"
                                 << "A 1 xy|B 0"
                                 << "A 1 xcy|B 0";
    QTest::newRow("both added one") << "A 1|C 1 c"
                                    << "A 1"
                                    << "A 1|D 1 d"
                                    << "A 1|C 1 c|D 1 d";
    QTest::newRow("both of the same name") << "A 1|C 1 c"
                                           << "A 1"
                                           << "A 1|C 1 d"
                                           << "A 1|C 1 c|C 1 d";
    QTest::newRow("both counted") << "A 3"
                                  << "A 0"
                                  << "A 1"
                                  << "A 3";
    QTest::newRow("taken away here") << "A 2"
                                     << "A 2"
                                     << "A 1"
                                     << "A 1";
    QTest::newRow("a page taken out here") << "A 1 xyc"
                                           << "A 1 xy"
                                           << "A 1 y"
                                           << "A 1 yc";
    QTest::newRow("another order") << "B 0|A 1 x"
                                   << "A 1 x|B 0"
                                   << "A 1 xy|B 1"
                                   << "B 1|A 1 xy";
    QTest::newRow("renamed there, scanned here") << "Z 1"
                                                 << "A 1"
                                                 << "A 1 x"
                                                 << "Z 1|A 1 x";
    QTest::newRow("renamed there, untouched here") << "Z 1"
                                                   << "A 1"
                                                   << "A 1"
                                                   << "Z 1";
    QTest::newRow("the same page on both") << "A 1 xy"
                                           << "A 1 x"
                                           << "A 1 xy"
                                           << "A 1 xy";
}

void tst_SupplementMerge::laidOn() {
    QFETCH(QString, now);
    QFETCH(QString, before);
    QFETCH(QString, gathered);
    QTEST(text(counter::laidOn(papers(now), papers(before), papers(gathered))), "expected");
}

/// It did not note what it was begun on: nothing of what stands there goes.
void tst_SupplementMerge::oneOfAnEarlierProgram() {
    const auto now = papers(QStringLiteral("A 1 xc|B 0|C 1 d"));
    const auto gathered = papers(QStringLiteral("A 1 xy|B 1"));
    const auto begun = counter::begunOn(now, gathered);
    QVERIFY(counter::differ(begun, now));
    QCOMPARE(text(counter::laidOn(now, begun, gathered)), QStringLiteral("A 1 xcy|B 1|C 1 d"));
}

QTEST_APPLESS_MAIN(tst_SupplementMerge)
#include "tst_SupplementMerge.moc"
