#include "tests/support/screen/Child.h"

#include <sys/prctl.h>

#include <csignal>

namespace motcua::test {

namespace {

constexpr int patience = 20'000;

}

Child::Child() {
    setProcessChannelMode(QProcess::SeparateChannels);
    setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

Child::~Child() {
    end();
}

QByteArray Child::firstLine(const QString& program, const QStringList& arguments) {
    start(program, arguments);
    while (!canReadLine())
        if (!waitForReadyRead(patience))
            return {};
    return readLine().trimmed();
}

void Child::end() {
    constexpr int politely = 3'000;
    if (state() == QProcess::NotRunning)
        return;
    terminate();
    if (waitForFinished(politely))
        return;
    kill();
    waitForFinished(patience);
}

}
