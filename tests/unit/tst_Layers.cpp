// The layer rule of the architecture: a library or program may include and link only what its row below allows, besides base.

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

class tst_Layers : public QObject {
    Q_OBJECT

private slots:
    void includes_data() { addRows(); }
    void includes();
    void links_data() { addRows(); }
    void links();
    void everyTargetHasARow();
    void onlyTheSqliteStoreNamesSqlite();

private:
    static void addRows();
    static QString layerOf(const QString& include);
};

namespace {

/// How much of Qt a layer may include.
enum class Reach { CoreAlone, NoWidgets, All };

struct Layer {
    const char* name;
    const char* directory; ///< or the one file of a program
    const char* allowed;   ///< besides base and itself
    Reach reach = Reach::NoWidgets;
};

constexpr Layer layers[] = {
    {"base", "app/base", "", Reach::CoreAlone},
    {"forms", "app/forms", "", Reach::CoreAlone},
    {"domain", "app/domain", "forms", Reach::CoreAlone},
    {"sqlite", "app/sqlite", ""},
    {"journal", "app/journal", "domain sqlite engine protocol"},
    {"pictures", "app/pictures", ""},
    {"confine", "app/confine", "", Reach::CoreAlone},
    {"capture", "app/capture", "domain"},
    {"paper", "app/paper", "domain forms"},
    {"counter", "app/counter", "domain engine protocol", Reach::CoreAlone},
    {"words", "app/ui/text", "domain counter", Reach::CoreAlone},
    {"ui", "app/ui", "domain counter words", Reach::All},
    {"station", "app/station", "domain sqlite journal capture paper counter engine protocol http"},
    {"protocol", "sync/protocol", "", Reach::CoreAlone},
    {"engine", "sync/engine", "protocol", Reach::CoreAlone},
    {"http", "sync/http", "engine protocol"},
    {"vault", "sync/vault", "", Reach::CoreAlone},
    {"gateway", "sync/gateway", "domain protocol sqlite vault"},
    {"admin", "app/admin", "domain journal capture paper station http words"},
    {"trial", "app/trial", "domain sqlite journal counter station vault"},
    {"motcua-scan", "app/capture/helper", "domain capture pictures confine"},
    {"motcua", "app/main.cpp", "domain counter ui words station", Reach::All},
};

QString contentOf(const QString& path) {
    QFile file(QStringLiteral(MOTCUA_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The C++ files of a directory, or the one file, from the root of the tree.
QStringList sourcesOf(const QString& directory) {
    const QString root = QStringLiteral(MOTCUA_SOURCE_DIR "/");
    if (directory.endsWith(QLatin1String(".cpp")))
        return {directory};
    QStringList paths;
    QDirIterator files(root + directory, {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        paths << files.next().mid(root.size());
    return paths;
}

/// Every header of Qt's modules that a layer must do without, as this machine's Qt has them.
QSet<QString> forbiddenHeaders(Reach reach) {
    QStringList modules;
    if (reach != Reach::All)
        modules << QStringLiteral("QtWidgets");
    if (reach == Reach::CoreAlone)
        modules << QStringLiteral("QtGui") << QStringLiteral("QtNetwork");
    QSet<QString> headers;
    for (const QString& module : modules)
        for (const QString& header : QDir(QLibraryInfo::path(QLibraryInfo::HeadersPath) + QLatin1Char('/') + module).entryList(QDir::Files))
            headers.insert(header);
    return headers;
}

QStringList allowedNames(const QString& allowed) {
    return allowed.split(QLatin1Char(' '), Qt::SkipEmptyParts) << QStringLiteral("base");
}

}

void tst_Layers::addRows() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("directory");
    QTest::addColumn<QString>("allowed");
    QTest::addColumn<Reach>("reach");
    for (const Layer& layer : layers)
        QTest::newRow(layer.name) << layer.name << layer.directory << layer.allowed << layer.reach;
}

/// The innermost one.
QString tst_Layers::layerOf(const QString& include) {
    QString name;
    qsizetype longest = 0;
    for (const Layer& layer : layers) {
        const QString directory = QString::fromLatin1(layer.directory);
        const bool fits = include == directory || include.startsWith(directory + QLatin1Char('/'));
        if (fits && directory.size() > longest) {
            name = QString::fromLatin1(layer.name);
            longest = directory.size();
        }
    }
    return name;
}

void tst_Layers::includes() {
    QFETCH(QString, name);
    QFETCH(QString, directory);
    QFETCH(QString, allowed);
    QFETCH(Reach, reach);
    static const QRegularExpression ours(QStringLiteral(R"re(^#include "((?:app|sync)/[^"]+)")re"), QRegularExpression::MultilineOption);
    static const QRegularExpression theirs(QStringLiteral(R"re(^#include <(?:Qt\w+/)?(Q\w+)>)re"), QRegularExpression::MultilineOption);
    const QStringList allowedLayers = allowedNames(allowed) << name;
    const QSet<QString> forbidden = forbiddenHeaders(reach);
    QStringList faults;
    for (const QString& path : sourcesOf(directory)) {
        if (layerOf(path) != name)
            continue;
        const QString text = contentOf(path);
        for (const auto& match : ours.globalMatch(text))
            if (!allowedLayers.contains(layerOf(match.captured(1))))
                faults << path + QStringLiteral(" includes ") + match.captured(1);
        for (const auto& match : theirs.globalMatch(text))
            if (forbidden.contains(match.captured(1)))
                faults << path + QStringLiteral(" includes ") + match.captured(1);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

void tst_Layers::links() {
    QFETCH(QString, name);
    QFETCH(QString, directory);
    QFETCH(QString, allowed);
    QFETCH(Reach, reach);
    const QString where = directory.endsWith(QLatin1String(".cpp")) ? directory.section(QLatin1Char('/'), 0, -2) : directory;
    const QRegularExpression pattern(
        QStringLiteral(R"((?:motcua_library|motcua_program|target_link_libraries)\(%1 (?:LINK|PUBLIC|PRIVATE) ([^)]*)\))").arg(name));
    QStringList linked;
    for (const auto& match : pattern.globalMatch(contentOf(where + QStringLiteral("/CMakeLists.txt"))))
        linked += match.captured(1).split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts);
    QVERIFY(!linked.isEmpty());
    const QStringList allowedLayers = allowedNames(allowed);
    for (const QString& library : linked) {
        const bool isOurs =
            std::any_of(std::begin(layers), std::end(layers), [&](const Layer& layer) { return library == QLatin1String(layer.name); });
        QVERIFY2(!isOurs || allowedLayers.contains(library), qPrintable(name + QStringLiteral(" links ") + library));
        const bool isQt = library.startsWith(QLatin1String("Qt6::"));
        QVERIFY2(reach != Reach::CoreAlone || !isQt || library == QLatin1String("Qt6::Core"), qPrintable(name + QStringLiteral(" links ") + library));
        QVERIFY2(reach == Reach::All || !library.contains(QLatin1String("Widgets")), qPrintable(name + QStringLiteral(" links ") + library));
    }
}

/// Every directory with a program or library of its own has its row.
void tst_Layers::everyTargetHasARow() {
    static const QRegularExpression pattern(QStringLiteral(R"((?:motcua_library|motcua_program|add_executable)\(([\w-]+) )"));
    QStringList missing;
    for (const char* tree : {"app", "sync"}) {
        QDirIterator files(
            QStringLiteral(MOTCUA_SOURCE_DIR "/") + QLatin1String(tree), {"CMakeLists.txt"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString directory = QFileInfo(file).path().mid(QStringLiteral(MOTCUA_SOURCE_DIR "/").size());
            for (const auto& match : pattern.globalMatch(QString::fromUtf8(file.readAll())))
                if (layerOf(directory).isEmpty() && layerOf(directory + QStringLiteral("/main.cpp")).isEmpty())
                    missing << match.captured(1);
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char(' '))));
}

/// The gateway is written against its store's ports, so that another store can take the place of this one.
void tst_Layers::onlyTheSqliteStoreNamesSqlite() {
    const QString gateway = QStringLiteral(MOTCUA_SOURCE_DIR "/sync/gateway/");
    const QString store = gateway + QStringLiteral("store/sqlite/");
    // "DELETE" alone is a method of HTTP.
    static const QRegularExpression sql(QStringLiteral(R"("(SELECT|INSERT|UPDATE|DELETE FROM|PRAGMA|CREATE TABLE)\b)"));
    QStringList faults;
    int inside = 0;
    QDirIterator files(gateway, {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        const bool names = text.contains(QLatin1String("sqlite"), Qt::CaseInsensitive) || text.contains(sql);
        const bool isStore = file.fileName().startsWith(store);
        inside += names && isStore ? 1 : 0;
        if (names && !isStore)
            faults << file.fileName();
    }
    QVERIFY2(inside > 10, "the search found the store");
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

QTEST_APPLESS_MAIN(tst_Layers)
#include "tst_Layers.moc"
