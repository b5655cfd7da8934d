#include "tests/support/sane/ScannerBench.h"

#include <QDir>
#include <QFile>

namespace motcua::capture::test {

ScannerBench::ScannerBench() {
    QDir(m_directory.path()).mkpath(QStringLiteral("sane.d"));
    write(QStringLiteral("sane.d/dll.conf"), "test\npnm\nscripted\n");
    // A4 does not fit the backend's own 200 mm.
    write(QStringLiteral("sane.d/test.conf"), "number_of_devices 1\ngeometry_max 300.0\ntest-picture \"Grid\"\n");
}

HelperSettings ScannerBench::settings() const {
    HelperSettings settings{.program = QStringLiteral(MOTCUA_BIN_DIR "/motcua-scan")};
    settings.environment.insert(QStringLiteral("SANE_CONFIG_DIR"), m_directory.filePath(QStringLiteral("sane.d")));
    settings.environment.insert(QStringLiteral("LD_LIBRARY_PATH"), QStringLiteral(MOTCUA_SCRIPTED_DIR));
    settings.graceMs = 2'000;
    return settings;
}

HelperSettings ScannerBench::scripted(const QString& script) const {
    HelperSettings scripted = settings();
    scripted.environment.insert(QStringLiteral("MOTCUA_SCANNER_SCRIPT"), script);
    return scripted;
}

QString ScannerBench::write(const QString& name, const QByteArray& content) const {
    QFile file(m_directory.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

}
