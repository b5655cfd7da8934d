// From the start of the process to the settled login screen of an enrolled station, offscreen. The baseline is the least a Qt
// program can show: one window with two fields. Prints "name value unit baseline ratio goal met|missed".

#include <QApplication>
#include <QElapsedTimer>
#include <QFormLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

constexpr int runs = 11;
constexpr double goal = 250;

int bare(int argc, char** argv) {
    QApplication application(argc, argv);
    QWidget window;
    auto* form = new QFormLayout(&window);
    form->addRow(QStringLiteral("Login"), new QLineEdit(&window));
    form->addRow(QStringLiteral("Password"), new QLineEdit(&window));
    window.show();
    QTimer::singleShot(0, [] {
        std::puts("ready");
        std::fflush(stdout);
    });
    return QApplication::exec();
}

QString programOf(const char* name) {
    return QStringLiteral(MOTCUA_BIN_DIR "/") + QLatin1String(name);
}

bool endsWell(QProcess& process) {
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

/// A station in `directory` as a technician leaves it: its login screen waits for the password of whoever enrolled.
bool enrol(const QString& directory, const QString& gatewayDirectory) {
    QProcess founding;
    founding.start(programOf("motcua-gateway"), {QStringLiteral("init"), QStringLiteral("--training"), QStringLiteral("--data"), gatewayDirectory});
    if (!endsWell(founding))
        return false;
    const QJsonArray codes = QJsonDocument::fromJson(founding.readAllStandardOutput()).object().value(QLatin1String("codes")).toArray();
    QProcess gateway;
    gateway.start(programOf("motcua-gateway"), {QStringLiteral("serve"), QStringLiteral("--data"), gatewayDirectory, QStringLiteral("--listen"),
                                                   QStringLiteral("127.0.0.1:0"), QStringLiteral("--enrol-port"), QStringLiteral("0")});
    while (!gateway.canReadLine())
        if (!gateway.waitForReadyRead())
            return false;
    const QString address = QString::fromUtf8(gateway.readLine()).simplified().section(QLatin1Char(' '), -1);
    QProcess admin;
    admin.start(programOf("motcua-admin"), {QStringLiteral("enrol"), QStringLiteral("--data"), directory, QStringLiteral("--gateway"), address,
                                               QStringLiteral("--code"), codes.first().toObject().value(QLatin1String("code")).toString(),
                                               QStringLiteral("--user"), QStringLiteral("lan.nt"), QStringLiteral("--password-stdin")});
    admin.write("đò dọc sông sâu nước lặng\n");
    admin.closeWriteChannel();
    const bool enrolled = endsWell(admin);
    if (!enrolled)
        std::fprintf(stderr, "not enrolled: %s", admin.readAllStandardError().constData());
    gateway.terminate();
    return gateway.waitForFinished() && enrolled;
}

/// Milliseconds until the program prints "ready"; negative when it does not.
double timeOf(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer clock;
    clock.start();
    process.start(program, arguments);
    double found = -1;
    while (process.waitForReadyRead(10'000))
        if (process.readAllStandardOutput().contains("ready")) {
            found = static_cast<double>(clock.nsecsElapsed()) / 1e6;
            break;
        }
    process.kill();
    process.waitForFinished();
    return found;
}

double median(const QString& program, const QStringList& arguments) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i)
        times.push_back(timeOf(program, arguments));
    std::sort(times.begin(), times.end());
    return times.front() < 0 ? -1 : times[times.size() / 2];
}

}

int main(int argc, char** argv) {
    if (argc > 1 && qstrcmp(argv[1], "--bare") == 0)
        return bare(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir directory;
    const QString data = directory.filePath(QStringLiteral("station"));
    const QString settings = directory.filePath(QStringLiteral("look.ini"));
    if (!enrol(data, directory.filePath(QStringLiteral("gateway"))))
        return 1;
    const double baseline = median(QString::fromLocal8Bit(argv[0]), {QStringLiteral("--bare")});
    const double found =
        median(programOf("motcua"), {QStringLiteral("--data"), data, QStringLiteral("--settings"), settings, QStringLiteral("--print-ready")});
    if (found < 0 || baseline < 0)
        return 1;
    std::printf("start-to-login\t%.0f\tms\t%.0f\t%.2f\t%.0f\t%s\n", found, baseline, found / baseline, goal, found <= goal ? "met" : "missed");
    return 0;
}
