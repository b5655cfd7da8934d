#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

/// The contract says what the platform does: what can be read off the sources and off openapi.yaml is compared.
class tst_Contract : public QObject {
    Q_OBJECT

private slots:
    void namesEveryRefusal();
    void namesEveryDetail();
    void namesEveryFeedParameter();
    void namesWhatIsRead();

private:
    static QString read(const QString& file);
    static QStringList captured(const QString& text, const char* pattern);
    static QString contract() { return read(QStringLiteral("sync/protocol/openapi.yaml")); }
};

QString tst_Contract::read(const QString& file) {
    QFile source(QStringLiteral(MOTCUA_SOURCE_DIR "/") + file);
    return source.open(QIODevice::ReadOnly) ? QString::fromUtf8(source.readAll()) : QString();
}

QStringList tst_Contract::captured(const QString& text, const char* pattern) {
    QSet<QString> found;
    for (const auto& match : QRegularExpression(QLatin1String(pattern)).globalMatch(text))
        found.insert(match.captured(1));
    return found.values();
}

void tst_Contract::namesEveryRefusal() {
    QString sources;
    for (const char* file : {"sync/gateway/ledger/LedgerBatch.cpp", "sync/gateway/ledger/Judge.cpp", "sync/gateway/ledger/LedgerWaiting.cpp",
             "sync/gateway/ledger/ActSignatures.cpp", "app/domain/Admit.cpp", "app/domain/AdmitSigner.cpp", "app/domain/jobs/JobFit.cpp"})
        sources += read(QLatin1String(file));
    const QStringList codes = captured(sources, R"re("((?:record|event|book|dossier|job)\.[a-z-]+)")re");
    QVERIFY(codes.size() > 20);
    const QString text = contract();
    for (const QString& code : codes)
        QVERIFY2(text.contains(QLatin1Char('`') + code + QLatin1Char('`')), qPrintable(code));
}

void tst_Contract::namesEveryDetail() {
    const QString list = captured(read(QStringLiteral("sync/protocol/RefusalDetail.cpp")), "names\\{([^}]+)\\}").value(0);
    const QStringList names = captured(list, "\"([a-z]+)\"");
    QVERIFY(names.size() > 5);
    const QString text = contract();
    for (const QString& name : names)
        QVERIFY2(text.contains(name + QStringLiteral(": {$ref: \"#/components/schemas/PlainText\"}")), qPrintable(name));
}

void tst_Contract::namesEveryFeedParameter() {
    const QString question = captured(read(QStringLiteral("sync/http/PullFeed.cpp")), "QStringLiteral\\(\"(%1\\?[^\"]+)\"").value(0);
    const QStringList names = captured(question, "([a-z]+)=");
    QVERIFY(names.contains(QStringLiteral("written")));
    const QString text = contract();
    for (const QString& name : names)
        QVERIFY2(QRegularExpression(QStringLiteral("name: %1,? *(?:\n +)?in: query").arg(name)).match(text).hasMatch(), qPrintable(name));
}

/// The header and the fields by which both sides say what they read.
void tst_Contract::namesWhatIsRead() {
    const QString text = contract();
    const QString header = captured(read(QStringLiteral("sync/protocol/Address.h")), "reads\\[\\] = \"([^\"]+)\"").value(0);
    QVERIFY(!header.isEmpty());
    QVERIFY2(QRegularExpression(QStringLiteral("name: %1,? *\n +in: header").arg(header)).match(text).hasMatch(), qPrintable(header));
    const QString body = captured(read(QStringLiteral("sync/protocol/Messages.h")), "struct ReadVersions \\{([^~]+?)\\n\\};").value(0);
    const QStringList names = captured(body, "field\\(\"([A-Za-z]+)\"");
    QCOMPARE(names.size(), 3);
    for (const QString& name : names)
        QVERIFY2(text.contains(QStringLiteral("        %1: {type: ").arg(name)), qPrintable(name));
    QCOMPARE(text.count(QStringLiteral("reads: {$ref: \"#/components/schemas/ReadVersions\"}")), 2);
}

QTEST_GUILESS_MAIN(tst_Contract)
#include "tst_Contract.moc"
