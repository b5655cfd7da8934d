#include <QProcess>
#include <QRegularExpression>
#include <QTest>

/// The programs that ship, read as the linker left them. readelf is asked and not hardening-check: that one wants a fortified function of a list of
/// its own, which motcua-scan has no need of.
class tst_Hardened : public QObject {
    Q_OBJECT

private slots:
    void isHardened_data();
    void isHardened();
    void anUnhardenedProgramIsSeen();
};

namespace {

struct Property {
    const char* name;
    QStringList question;
    const char* pattern;
    bool isThere;
};

const std::vector<Property>& properties() {
    static const std::vector<Property> all{
        {"placed anywhere", {QStringLiteral("-h")}, "Type:\\s+DYN", true},
        {"relocations read-only", {QStringLiteral("-l")}, "GNU_RELRO", true},
        {"bound at the start", {QStringLiteral("-d")}, "\\(FLAGS(_1)?\\).*\\b(BIND_)?NOW\\b", true},
        {"stack holds no code", {QStringLiteral("-l")}, "GNU_STACK.* RW ", true},
        {"no segment is written and run", {QStringLiteral("-l")}, "LOAD.* RWE ", false},
        {"no text relocations", {QStringLiteral("-d")}, "TEXTREL", false},
        {"stack protector", {QStringLiteral("--dyn-syms")}, "UND __stack_chk_fail", true},
        {"fortified functions", {QStringLiteral("--dyn-syms")}, "UND __\\w+_chk@", true},
    };
    return all;
}

QString answer(const QString& program, const QStringList& question) {
    QProcess readelf;
    readelf.start(QStringLiteral("readelf"), QStringList{QStringLiteral("-W")} + question + QStringList{program});
    readelf.waitForFinished();
    return QString::fromUtf8(readelf.readAllStandardOutput());
}

bool holds(const QString& program, const Property& property) {
    return answer(program, property.question).contains(QRegularExpression(QString::fromLatin1(property.pattern))) == property.isThere;
}

#ifdef __x86_64__
/// The first instruction of main, and so of each function that can be jumped to.
bool beginsWithLandingPad(const QString& program) {
    QProcess objdump;
    objdump.start(
        QStringLiteral("objdump"), {QStringLiteral("-d"), QStringLiteral("--no-show-raw-insn"), QStringLiteral("--disassemble=main"), program});
    objdump.waitForFinished();
    return QString::fromUtf8(objdump.readAllStandardOutput()).contains(QRegularExpression(QStringLiteral("<main>:\\s+[0-9a-f]+:\\s+endbr64")));
}
#endif

}

void tst_Hardened::isHardened_data() {
    QTest::addColumn<QString>("program");
    for (const char* name : {"motcua", "motcua-admin", "motcua-gateway", "motcua-scan", "motcua-trial"})
        QTest::newRow(name) << QStringLiteral(MOTCUA_BIN_DIR "/") + QString::fromLatin1(name);
}

void tst_Hardened::isHardened() {
#ifdef __SANITIZE_ADDRESS__
    QSKIP("the sanitizers have their own checked functions");
#endif
    QFETCH(QString, program);
    for (const Property& property : properties())
        QVERIFY2(holds(program, property), property.name);
#ifdef __x86_64__
    QVERIFY2(beginsWithLandingPad(program), "jumps land where they may");
#endif
}

void tst_Hardened::anUnhardenedProgramIsSeen() {
    const QString program = QStringLiteral(MOTCUA_BIN_DIR "/unhardened");
    for (const char* name :
        {"placed anywhere", "relocations read-only", "bound at the start", "stack holds no code", "stack protector", "fortified functions"})
        for (const Property& property : properties())
            if (qstrcmp(property.name, name) == 0)
                QVERIFY2(!holds(program, property), name);
#ifdef __x86_64__
    QVERIFY(!beginsWithLandingPad(program));
#endif
}

QTEST_GUILESS_MAIN(tst_Hardened)
#include "tst_Hardened.moc"
