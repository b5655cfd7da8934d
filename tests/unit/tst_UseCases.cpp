// Every use case that the trial plays must be within reach of somebody at the screens: read from the sources, since a use case that only tests
// and the trial call is a page of the README that nobody can do.

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

class tst_UseCases : public QObject {
    Q_OBJECT

private slots:
    void whatTheTrialPlaysIsOnTheScreens();
    void nothingIsLeftThatNobodyCalls();

private:
    struct UseCase {
        QString type;
        QString name;
    };
    static QString read(const QString& path);
    static QStringList sources(const QString& directory, const QString& ending);
    static std::vector<UseCase> useCases();
    /// How often it is called below a directory: as a member of something, or handed on.
    static qsizetype callsIn(const QString& directory, const QString& name, const QString& besides = {});
};

QString tst_UseCases::read(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression comment(QStringLiteral("//[^\n]*"));
    return QString::fromUtf8(file.readAll()).remove(comment);
}

QStringList tst_UseCases::sources(const QString& directory, const QString& ending) {
    QStringList found;
    QDirIterator files(QStringLiteral(MOTCUA_SOURCE_DIR "/") + directory, {QLatin1Char('*') + ending}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        found << files.next();
    return found;
}

/// The public members of the classes in app/counter that do something: what answers without changing anything is const.
std::vector<tst_UseCases::UseCase> tst_UseCases::useCases() {
    static const QRegularExpression type(QStringLiteral("\nclass (\\w+)[^;{]*\\{(.*?)\n\\};"), QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression act(QStringLiteral("^    (?!static|explicit|return|~)[\\w:<>,&\\* ]+?\\b([a-z]\\w+)\\((.*)$"));
    std::vector<UseCase> found;
    for (const QString& path : sources(QStringLiteral("app/counter"), QStringLiteral(".h"))) {
        const QString text = read(path);
        for (auto types = type.globalMatch(text); types.hasNext();) {
            const auto one = types.next();
            bool isPublic = false;
            for (const QString& line : one.captured(2).split(QLatin1Char('\n'))) {
                if (line.endsWith(QLatin1Char(':')) && !line.startsWith(QLatin1Char(' ')))
                    isPublic = line.startsWith(QLatin1String("public"));
                const auto match = act.match(line);
                const bool isMember = match.captured(1).startsWith(QLatin1String("m_")) || match.captured(1) == QLatin1String("void");
                if (isPublic && match.hasMatch() && !isMember && !line.contains(QLatin1String(") const")) &&
                    !line.contains(QLatin1String(" override")))
                    found.push_back({one.captured(1), match.captured(1)});
            }
        }
    }
    return found;
}

qsizetype tst_UseCases::callsIn(const QString& directory, const QString& name, const QString& besides) {
    static QMap<QString, QString> texts;
    const QRegularExpression call(QStringLiteral("(?:\\.|->|::)%1\\b").arg(name));
    qsizetype calls = 0;
    for (const QString& path : sources(directory, QStringLiteral(".cpp")) + sources(directory, QStringLiteral(".h"))) {
        if (!besides.isEmpty() && path.contains(besides))
            continue;
        if (!texts.contains(path))
            texts.insert(path, read(path));
        calls += texts.value(path).count(call);
    }
    return calls;
}

void tst_UseCases::whatTheTrialPlaysIsOnTheScreens() {
    // Done at the screens by another name: held back for ten seconds, then the same commands (HeldActs.h); what the station does by itself;
    // a book's PDF, which the trial waits for and a screen must not.
    const QMap<QString, QString> byAnotherName{{QStringLiteral("finish"), QStringLiteral("holdFinish")},
        {QStringLiteral("withdraw"), QStringLiteral("withdrawals().hold")}, {QStringLiteral("approve"), QStringLiteral("holdApproval")},
        {QStringLiteral("returnToClerk"), QStringLiteral("holdReturn")}, {QStringLiteral("refuse"), QStringLiteral("holdRefusal")},
        {QStringLiteral("askSupplement"), QStringLiteral("holdSupplement")}, {QStringLiteral("ask"), QStringLiteral("holdAsk")},
        {QStringLiteral("spoil"), QStringLiteral("holdSpoil")}, {QStringLiteral("closeYear"), QStringLiteral("holdClosing")},
        {QStringLiteral("saveBookAsPdf"), QStringLiteral("saveAsPdf")}};
    const auto all = useCases();
    QVERIFY(all.size() > 50);
    QStringList missing;
    int played = 0;
    for (const UseCase& one : all) {
        // How often a spooler is looked at is no use case: the trial's days are short.
        if (one.name == QLatin1String("setLookEvery") || callsIn(QStringLiteral("app/trial"), one.name) == 0)
            continue;
        ++played;
        const QString wanted = QRegularExpression::escape(byAnotherName.value(one.name, one.name)).remove(QStringLiteral("withdrawals\\(\\)\\."));
        if (callsIn(QStringLiteral("app/ui"), wanted) == 0 && callsIn(QStringLiteral("app/counter"), wanted, one.type + QLatin1Char('.')) == 0 &&
            callsIn(QStringLiteral("app/station"), wanted) == 0)
            missing << one.type + QStringLiteral("::") + one.name;
    }
    QVERIFY(played > 15);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char(' '))));
}

void tst_UseCases::nothingIsLeftThatNobodyCalls() {
    // The screens hold these back first (HeldActs.h), and the tests look at a part or set how long that is.
    const QStringList known{QStringLiteral("withdraw"), QStringLiteral("refuse"), QStringLiteral("askSupplement"), QStringLiteral("ask"),
        QStringLiteral("spoil"), QStringLiteral("closeYear"), QStringLiteral("keeper"), QStringLiteral("setDelay"), QStringLiteral("setLookEvery")};
    QStringList left;
    for (const UseCase& one : useCases()) {
        if (known.contains(one.name))
            continue;
        qsizetype calls = 0;
        for (const char* directory : {"app/ui", "app/station", "app/admin"})
            calls += callsIn(QLatin1String(directory), one.name);
        calls += callsIn(QStringLiteral("app/counter"), one.name, one.type + QLatin1Char('.'));
        if (calls == 0)
            left << one.type + QStringLiteral("::") + one.name;
    }
    QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char(' '))));
}

QTEST_APPLESS_MAIN(tst_UseCases)
#include "tst_UseCases.moc"
