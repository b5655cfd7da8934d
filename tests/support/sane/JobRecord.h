#pragma once

#include "app/domain/ports/Scanner.h"

#include <functional>

namespace motcua::capture::test {

/// All that a job said.
class JobRecord : public QObject {
public:
    explicit JobRecord(std::unique_ptr<domain::ports::ScanJob> job);

    /// Lets the job run until it has ended; false if it does not within `deadlineMs`.
    bool wait(int deadlineMs = 60'000);
    domain::ports::ScanJob& job() { return *m_job; }

    std::vector<domain::ports::ScannedPage> pages;
    std::vector<int> blanks;
    base::Error error;
    int endings = 0;
    std::function<void()> onPage; ///< called after each page

private:
    std::unique_ptr<domain::ports::ScanJob> m_job;
};

}
