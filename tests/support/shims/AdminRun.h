#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

// Runs the technician's real program, on a machine that does something wrong where a test wants it.
namespace motcua::test {

struct AdminRun {
    int code = -1;
    QString output;
    QString errors;
};

struct Machine {
    QString shim = {};                                           ///< "no_locks", "wrong_clock", "full_disk", "last_words"; empty: a sound machine
    std::initializer_list<std::pair<QString, QString>> set = {}; ///< environment
    QString directory = {};                                      ///< working directory
};

inline AdminRun admin(const QStringList& arguments, const QByteArray& input = {}, const Machine& machine = {}) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!machine.shim.isEmpty()) {
        environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(MOTCUA_SHIMS "/%1.so").arg(machine.shim));
        environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("verify_asan_link_order=0"));
    }
    for (const auto& [name, value] : machine.set)
        environment.insert(name, value);
    process.setProcessEnvironment(environment);
    if (!machine.directory.isEmpty())
        process.setWorkingDirectory(machine.directory);
    process.start(QStringLiteral(MOTCUA_BIN_DIR "/motcua-admin"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

}
