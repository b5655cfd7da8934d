// The layer rule of the architecture: a directory may include and link only what its row below allows, besides base.

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

class tst_Layers : public QObject {
    Q_OBJECT

private slots:
    void includes_data() { addRows(); }
    void includes();
    void links_data() { addRows(); }
    void links();
    void onlyTheSqliteStoreNamesSqlite();

private:
    static void addRows();
    static QString dossierOf(const QString& include);
};

namespace {

struct Layer {
    const char* name;
    const char* directory;
    const char* allowed; ///< besides base and itself
};

constexpr Layer layers[] = {
    {"base", "app/base", ""},
    {"domain", "app/domain", ""},
    {"sqlite", "app/sqlite", ""},
    {"journal", "app/journal", "domain sqlite engine protocol"},
    {"capture", "app/capture", "domain"},
    {"paper", "app/paper", "domain"},
    {"counter", "app/counter", "domain engine protocol"},
    {"ui", "app/ui", "domain counter"},
    {"station", "app/station", "domain sqlite journal capture paper counter engine protocol http"},
    {"protocol", "sync/protocol", ""},
    {"engine", "sync/engine", "protocol"},
    {"http", "sync/http", "engine protocol"},
    {"gateway", "sync/gateway", "domain protocol sqlite"},
};

QStringList allowedNames(const QString& allowed) {
    return allowed.split(QLatin1Char(' '), Qt::SkipEmptyParts) << QStringLiteral("base");
}

}

void tst_Layers::addRows() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("directory");
    QTest::addColumn<QString>("allowed");
    for (const Layer& layer : layers)
        QTest::newRow(layer.name) << layer.name << layer.directory << layer.allowed;
}

QString tst_Layers::dossierOf(const QString& include) {
    for (const Layer& layer : layers)
        if (include.startsWith(QString::fromLatin1(layer.directory) + QLatin1Char('/')))
            return QString::fromLatin1(layer.name);
    return {};
}

void tst_Layers::includes() {
    QFETCH(QString, name);
    QFETCH(QString, directory);
    QFETCH(QString, allowed);
    static const QRegularExpression pattern(QStringLiteral(R"re(^#include "((?:app|sync)/[^"]+)")re"), QRegularExpression::MultilineOption);
    static const QRegularExpression widgets(
        QStringLiteral(R"(^#include <Q(Widget|MainWindow|Dialog|Label|PushButton)>)"), QRegularExpression::MultilineOption);
    const QStringList allowedLayers = allowedNames(allowed) << name;
    QStringList faults;
    QDirIterator files(QStringLiteral(MOTCUA_SOURCE_DIR "/") + directory, {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        auto match = pattern.globalMatch(text);
        while (match.hasNext()) {
            const QString include = match.next().captured(1);
            const QString layer = dossierOf(include);
            if (!allowedLayers.contains(layer))
                faults << file.fileName() + QStringLiteral(" includes ") + include;
        }
        if (name != QLatin1String("ui") && !file.fileName().endsWith(QLatin1String("/main.cpp")) && text.contains(widgets))
            faults << file.fileName() + QStringLiteral(" uses widgets");
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

void tst_Layers::links() {
    QFETCH(QString, name);
    QFETCH(QString, directory);
    QFETCH(QString, allowed);
    QFile file(QStringLiteral(MOTCUA_SOURCE_DIR "/") + directory + QStringLiteral("/CMakeLists.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    static const QRegularExpression pattern(QStringLiteral(R"(motcua_library\((\w+) LINK ([^)]*)\))"));
    const auto match = pattern.match(QString::fromUtf8(file.readAll()));
    QVERIFY(match.hasMatch());
    QCOMPARE(match.captured(1), name);
    QStringList ours;
    for (const Layer& layer : layers)
        ours << QString::fromLatin1(layer.name);
    const QStringList allowedLayers = allowedNames(allowed);
    const QStringList linked = match.captured(2).split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts);
    for (const QString& library : linked)
        QVERIFY2(!ours.contains(library) || allowedLayers.contains(library), qPrintable(name + QStringLiteral(" links ") + library));
}

/// The gateway is written against its store's ports, so that another store can take the place of this one.
void tst_Layers::onlyTheSqliteStoreNamesSqlite() {
    const QString gateway = QStringLiteral(MOTCUA_SOURCE_DIR "/sync/gateway/");
    const QString store = gateway + QStringLiteral("store/sqlite/");
    static const QRegularExpression sql(QStringLiteral(R"("(SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE TABLE)\b)"));
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
