#include "tests/support/sane/JobRecord.h"

#include <QTest>

namespace motcua::capture::test {

using domain::ports::ScanJob;

JobRecord::JobRecord(std::unique_ptr<ScanJob> job) : m_job(std::move(job)) {
    connect(m_job.get(), &ScanJob::pageRead, this, [this](const domain::ports::ScannedPage& page) {
        pages.push_back(page);
        if (onPage)
            onPage();
    });
    connect(m_job.get(), &ScanJob::blankDropped, this, [this](int number) { blanks.push_back(number); });
    connect(m_job.get(), &ScanJob::finished, this, [this](const base::Error& ending) {
        error = ending;
        ++endings;
    });
}

bool JobRecord::wait(int deadlineMs) {
    return QTest::qWaitFor([this] { return endings > 0; }, deadlineMs);
}

}
