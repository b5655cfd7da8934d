#include "tests/support/screen/Child.h"
#include "tests/support/screen/LongestAnswer.h"

#include <sys/prctl.h>

#include <csignal>

namespace motcua::test {

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
        if (!waitForReadyRead(longestAnswer))
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
    waitForFinished(longestAnswer);
}

}
