// SIGKILL at 300 random moments of a working station: what it promised is there, once, and the book has no gap.

#include "app/journal/log/Verify.h"
#include "tests/support/job/JobDesk.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace motcua;
using test::JobDesk;

namespace {

constexpr int kills = 300;

/// Whoever was at the desk when the lights went out, else the next one.
int nextCitizen(JobDesk& desk) {
    int last = 0;
    bool isServed = true;
    domain::ports::DossierFilter page;
    page.limit = 1000;
    for (;; page.offset += page.limit) {
        const auto rows = desk.counter().dossiers().list(page);
        if (!rows || rows->empty())
            return isServed ? last + 1 : last;
        for (const domain::ports::DossierRow& row : *rows)
            if (const int number = row.personalId.right(6).toInt(); number > last) {
                last = number;
                isServed = row.closed;
            }
    }
}

/// The station: serves citizens one after the other from where the dossier stands, and says each it has served.
int work(const QString& dossier) {
    JobDesk desk(dossier);
    if (const auto opened = desk.open(); !opened) {
        std::fprintf(stderr, "open: %s\n", qPrintable(opened.error().toLogLine()));
        return 1;
    }
    std::puts("open");
    std::fflush(stdout);
    for (int number = nextCitizen(desk);; ++number) {
        if (const auto served = desk.serve(number); !served) {
            std::fprintf(stderr, "serve %d: %s\n", number, qPrintable(served.error().toLogLine()));
            return 1;
        }
        std::printf("served %d\n", number);
        std::fflush(stdout);
    }
}

}

class tst_KillStation : public QObject {
    Q_OBJECT

private slots:
    void nothingIsLost();
};

void tst_KillStation::nothingIsLost() {
    QTemporaryDir directory;
    const QString data = directory.filePath(QStringLiteral("station"));
    {
        JobDesk desk(data);
        QVERIFY(desk.create().has_value());
    }
    QRandomGenerator random(20261123);
    int promised = 0;
    for (int i = 0; i < kills; ++i) {
        QProcess station;
        station.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        station.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--work"), data});
        QVERIFY2(station.waitForReadyRead(30'000), qPrintable(QStringLiteral("start %1 said nothing").arg(i)));
        // Not waiting for anything in particular: the moment is what is random.
        station.waitForFinished(random.bounded(60));
        QVERIFY2(station.state() == QProcess::Running, qPrintable(QStringLiteral("start %1 ended by itself").arg(i)));
        station.kill();
        QVERIFY(station.waitForFinished());
        for (const QByteArray& line : station.readAllStandardOutput().split('\n'))
            if (line.startsWith("served "))
                promised = std::max(promised, line.mid(7).toInt());
    }
    QVERIFY2(promised > 20, qPrintable(QString::number(promised)));

    JobDesk desk(data);
    QVERIFY(desk.open().has_value());
    for (int citizen = 1; citizen <= promised; ++citizen) {
        const auto rows = desk.dossiersOf(citizen);
        QVERIFY2(rows && rows->size() == 1 && rows->front().closed,
            qPrintable(QStringLiteral("citizen %1: %2 dossiers").arg(citizen).arg(rows ? rows->size() : 0)));
    }
    const auto entries = desk.book();
    QVERIFY(entries.has_value());
    QVERIFY(static_cast<int>(entries->size()) >= promised);
    for (size_t i = 0; i < entries->size(); ++i)
        QCOMPARE(entries->at(i).number, static_cast<int>(i) + 1);
    desk.close();
    const auto checked = journal::verify(data);
    QVERIFY(checked.has_value());
    QVERIFY2(checked->faults.empty(), checked->faults.empty() ? "" : qPrintable(checked->faults.front().place));
}

int main(int argc, char* argv[]) {
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == QLatin1String("--work"))
        return work(application.arguments().value(2));
    tst_KillStation test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_KillStation.moc"
