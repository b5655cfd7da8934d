// motcua-trial: plays counter days. `run` is the runner; `station` is one desk of it, started by the runner; `judge` looks again at
// what a day has left.

#include "app/base/ProgramGuard.h"
#include "app/base/Secret.h"
#include "app/trial/Runner.h"
#include "app/trial/StationActor.h"
#include "app/trial/Training.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>

#include <cstdio>

using namespace motcua;

namespace {

int run(const QCommandLineParser& parser) {
    const auto scenario = trial::Scenario::read(parser.positionalArguments().value(1));
    if (!scenario) {
        std::fprintf(stderr, "motcua-trial: %s\n", qPrintable(scenario.error().toLogLine()));
        return 2;
    }
    trial::Runner runner(
        {*scenario, QDir::cleanPath(QDir().absoluteFilePath(parser.value(QStringLiteral("out")))), parser.value(QStringLiteral("seed")).toUInt()});
    QObject::connect(
        &runner, &trial::Runner::finished, &runner, [](int code) { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    QMetaObject::invokeMethod(&runner, &trial::Runner::begin, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

int judge(const QCommandLineParser& parser) {
    const auto scenario = trial::Scenario::read(parser.positionalArguments().value(1));
    const auto judgement = scenario ? trial::judgeDay(parser.value(QStringLiteral("out")), *scenario, parser.value(QStringLiteral("seed")).toUInt())
                                    : base::fail(scenario.error());
    if (!judgement) {
        std::fprintf(stderr, "motcua-trial: %s\n", qPrintable(judgement.error().toLogLine()));
        return 2;
    }
    for (const QString& remark : judgement->verdict.remarks)
        trial::tell(QStringLiteral("remark\t") + remark);
    trial::tell(judgement->verdict.line());
    return judgement->verdict.isClean() ? 0 : 1;
}

}

int main(int argc, char* argv[]) {
    base::guardProgram();
    base::guardSecrets();
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("motcua-trial"));
    QCoreApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Plays a counter day against a real gateway: motcua-trial run SCENARIO.json --out DIR [--seed N]. "
                       "Judges a day that is over anew: motcua-trial judge SCENARIO.json --out DIR [--seed N]"));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("command"), QStringLiteral("run or judge"));
    parser.addPositionalArgument(QStringLiteral("scenario"), QStringLiteral("The scenario file."));
    parser.addOptions({{QStringLiteral("out"), QStringLiteral("Where the day's data, papers and summary go."), QStringLiteral("DIR")},
        {QStringLiteral("seed"), QStringLiteral("Chooses the citizens and the moments of the faults."), QStringLiteral("N"), QStringLiteral("1")},
        {QStringLiteral("data"), QStringLiteral("station: the data folder."), QStringLiteral("DIR")},
        {QStringLiteral("paper"), QStringLiteral("station: where PDFs go."), QStringLiteral("DIR")},
        {QStringLiteral("queue"), QStringLiteral("station: the spooler's queue that is printed to instead."), QStringLiteral("NAME")},
        {QStringLiteral("tray"), QStringLiteral("station: where that queue's printer puts its sheets."), QStringLiteral("DIR")}});
    parser.process(application);
    const QString command = parser.positionalArguments().value(0);
    if (command == QLatin1String("run") && parser.isSet(QStringLiteral("out")))
        return run(parser);
    if (command == QLatin1String("judge") && parser.isSet(QStringLiteral("out")))
        return judge(parser);
    if (command == QLatin1String("station") && parser.isSet(QStringLiteral("data"))) {
        trial::StationActor actor({parser.value(QStringLiteral("data")), parser.value(QStringLiteral("paper")), parser.value(QStringLiteral("queue")),
            parser.value(QStringLiteral("tray"))});
        actor.begin();
        return QCoreApplication::exec();
    }
    std::fputs(qPrintable(parser.helpText()), stderr);
    return 2;
}
