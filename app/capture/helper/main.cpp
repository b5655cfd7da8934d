// motcua-scan: reads scanners and foreign files for the counter, so that a driver or a hostile file can only bring this down, shut into a
// room where there is nothing to be had.
// Asked once through standard input, answers through standard output (app/capture/Message.h).

#include "app/base/ProgramGuard.h"
#include "app/capture/helper/DrawTask.h"
#include "app/capture/helper/HelperLink.h"
#include "app/capture/helper/ImportTask.h"
#include "app/capture/helper/Room.h"
#include "app/capture/helper/ScanTask.h"

#include <QCoreApplication>

#include <leptonica/allheaders.h>
#include <sane/sane.h>

#include <exception>
#include <unistd.h>

using namespace motcua;
using namespace motcua::capture;
using namespace motcua::capture::helper;

namespace {

base::Outcome withSane(const HelperRequest& request, Link& link) {
    if (sane_init(nullptr, nullptr) != SANE_STATUS_GOOD)
        return base::fail(QStringLiteral("scan.io-error"), {{QStringLiteral("reason"), QStringLiteral("sane")}});
    return request.task == HelperTask::Scan ? scan(request, link) : findDevices(link);
}

base::Outcome done(const HelperRequest& request, Link& link) {
    try {
        switch (request.task) {
        case HelperTask::Import:
            return importFiles(request, link);
        case HelperTask::Draw:
            return drawPages(link);
        default:
            return withSane(request, link);
        }
    } catch (const std::bad_alloc&) {
        return base::fail(QString::fromLatin1(isReader(request.task) ? "import.too-complex" : "scan.io-error"),
            {{QStringLiteral("reason"), QStringLiteral("memory")}});
    }
}

}

int main(int argc, char** argv) {
    base::guardProgram();
    setMsgSeverity(L_SEVERITY_NONE);
    Link link;
    const QCoreApplication application(argc, argv);
    const auto request = link.request();
    if (!request)
        return 1;
    shutRoom(*request, link);
    // A drawer hears orders until the last.
    if (request->task != HelperTask::Draw)
        link.listen();
    const base::Outcome outcome = done(*request, link);
    if (outcome)
        link.finished();
    else
        link.failed(outcome.error());
    if (!isReader(request->task))
        sane_exit();
    // Not by way of the destructors of drivers and of a thread that is still listening.
    ::_exit(0);
}
