#include "app/paper/PrinterReasons.h"

#include <QTest>

/// Every keyword of RFC 8011 §5.4.12 and PWG 5100.9 that printers at counters use, bare and with each severity.
class tst_PrinterReasons : public QObject {
    Q_OBJECT

private slots:
    void stops_data();
    void stops();
};

void tst_PrinterReasons::stops_data() {
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("expected");
    for (const char* keyword : {"cover-open", "developer-empty", "door-open", "fuser-over-temp", "fuser-under-temp", "input-tray-missing",
             "interlock-open", "interpreter-resource-unavailable", "marker-supply-empty", "marker-waste-full", "media-empty", "media-jam",
             "media-needed", "opc-life-over", "output-area-full", "output-tray-missing", "spool-area-full", "timed-out", "toner-empty", "other",
             "offline", "paused", "shutdown", "input-media-supply-empty", "cover-interlock-open", "power-down", "stopped-partly", "fuser-failure"}) {
        const QString name = QString::fromLatin1(keyword);
        QTest::addRow("%s", keyword) << name << true;
        QTest::addRow("%s-error", keyword) << name + QStringLiteral("-error") << true;
        QTest::addRow("%s-warning", keyword) << name + QStringLiteral("-warning") << false;
        QTest::addRow("%s-report", keyword) << name + QStringLiteral("-report") << false;
    }
    for (const char* keyword : {"none", "", "connecting-to-device", "cups-waiting-for-job-completed", "cups-remote-pending", "toner-low-report",
             "marker-supply-low-warning", "media-low-report", "identify-printer-requested"})
        QTest::addRow("harmless: %s", keyword) << QString::fromLatin1(keyword) << false;
}

void tst_PrinterReasons::stops() {
    QFETCH(QString, reason);
    QFETCH(bool, expected);
    QCOMPARE(motcua::paper::stopsPrinting(reason), expected);
}

QTEST_GUILESS_MAIN(tst_PrinterReasons)
#include "tst_PrinterReasons.moc"
