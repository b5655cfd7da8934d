#pragma once

#include "app/domain/ports/Paper.h"
#include "app/paper/CupsConnection.h"

namespace motcua::paper {

/// Looks for a job by the ticket that its title ends with, in all that the spooler remembers. Lives on the worker thread of its request.
///
/// CUPS tells a job's name to its owner only, and forgets the oldest of what has ended first, or all at once (PreserveJobHistory). So a job that
/// is not found was never there only where every job since shows its name and one that ended before is still remembered.
class TicketSearch {
public:
    TicketSearch(const CupsConnection& connection, const domain::ports::SoughtJob& sought) : m_connection(connection), m_sought(sought) {}

    base::Result<domain::ports::JobState> state();

private:
    struct Job;

    /// Looks through the jobs from a number on; whether there may be more after them.
    base::Result<bool> look(int from);
    void consider(const Job& job);
    /// Nothing of one whose document has not arrived comes out, and it is not to be held open for what never comes.
    void discardUnlessSent(const Job& job);

    const CupsConnection& m_connection;
    const domain::ports::SoughtJob& m_sought;
    domain::ports::JobState m_found;
    int m_last = 0;                ///< the highest number that was looked at
    bool m_isNameless = false;     ///< one that was made since does not show its name
    bool m_remembersOlder = false; ///< one that ended before is still there
};

}
