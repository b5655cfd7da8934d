// motcua-scan: reads scanners and foreign files for the counter, so that a driver or a hostile file can only bring this down.
// Asked once through standard input, answers through standard output (app/capture/Message.h).

#include "app/base/ProgramGuard.h"
#include "app/capture/helper/HelperLink.h"
#include "app/capture/helper/ImportTask.h"
#include "app/capture/helper/ScanTask.h"

#include <QCoreApplication>

#include <leptonica/allheaders.h>
#include <sane/sane.h>

#include <csignal>
#include <exception>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace motcua;
using namespace motcua::capture;
using namespace motcua::capture::helper;

namespace {

void limit(__rlimit_resource resource, rlim_t value) {
    const rlimit both{value, value};
    ::setrlimit(resource, &both);
}

/// No more memory than the largest page needs, no new rights.
void confine() {
    ::signal(SIGPIPE, SIG_IGN);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#ifndef __SANITIZE_ADDRESS__
    limit(RLIMIT_AS, rlim_t(3) * 1024 * 1024 * 1024);
#endif
}

base::Outcome withSane(const HelperRequest& request, Link& link) {
    if (sane_init(nullptr, nullptr) != SANE_STATUS_GOOD)
        return base::fail(QStringLiteral("scan.io-error"), {{QStringLiteral("reason"), QStringLiteral("sane")}});
    return request.task == HelperTask::Scan ? scan(request, link) : findDevices(link);
}

base::Outcome import(const HelperRequest& request, Link& link) {
    // Decoding a file writes none.
    ::signal(SIGXFSZ, SIG_IGN);
    limit(RLIMIT_FSIZE, 0);
    return importFiles(request, link);
}

base::Outcome done(const HelperRequest& request, Link& link) {
    try {
        return request.task == HelperTask::Import ? import(request, link) : withSane(request, link);
    } catch (const std::bad_alloc&) {
        return base::fail(QString::fromLatin1(request.task == HelperTask::Import ? "import.too-large" : "scan.io-error"),
            {{QStringLiteral("reason"), QStringLiteral("memory")}});
    }
}

}

int main(int argc, char** argv) {
    base::guardProgram();
    confine();
    setMsgSeverity(L_SEVERITY_NONE);
    Link link;
    const QCoreApplication application(argc, argv);
    const auto request = link.request();
    if (!request)
        return 1;
    link.listen();
    const base::Outcome outcome = done(*request, link);
    if (outcome)
        link.finished();
    else
        link.failed(outcome.error());
    if (request->task != HelperTask::Import)
        sane_exit();
    // Not by way of the destructors of drivers and of a thread that is still listening.
    ::_exit(0);
}
