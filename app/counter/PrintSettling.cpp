#include "app/base/Logging.h"
#include "app/counter/OwedPapers.h"
#include "app/counter/Printing.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <utility>

// What became of papers that were on their way: jobs that stopped at their printer, and what a program that is no more had wanted to print.

namespace motcua::counter {

using domain::ports::JobFate;
using domain::ports::JobState;
using domain::ports::PrintJob;

namespace {

/// Where the digest is the same, it is the paper.
JobState stateOfFile(const PrintIntention& left) {
    QFile file(left.path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const bool isThere = file.open(QIODevice::ReadOnly) && hash.addData(&file) && QString::fromLatin1(hash.result().toHex()) == left.sha256;
    return {isThere ? JobFate::CameOut : JobFate::Gone, {}, 0};
}

bool isSame(const std::vector<PrintIntention>& left, const WantedPaper& paper) {
    return std::any_of(left.begin(), left.end(), [&](const PrintIntention& each) { return each.paper.isSameAs(paper); });
}

PrintIntention intentionOf(const WantedPaper& paper, const StoppedJob& job) {
    PrintIntention intention = job.intention;
    intention.paper = paper;
    intention.sha256 = job.sha256;
    intention.copies = job.copies;
    return intention;
}

}

void Printing::restore() {
    const auto settle = [this](const PrintIntention& left) {
        if (left.path.isEmpty())
            seek(left);
        else
            answered(left, stateOfFile(left));
    };
    if (std::exchange(m_isRestored, true)) {
        for (const PrintIntention& left : std::exchange(m_unrecorded, {}))
            settle(left);
        return;
    }
    for (const UnprintedPaper& paper : m_onDisk.load())
        m_unprinted.restore(paper);
    m_settling = ++m_attempts;
    const std::vector<PrintIntention> left = m_intentions.left();
    for (const PrintIntention& each : left)
        settle(each);
    // Of what is not on disk as an intention nothing came out.
    for (const WantedPaper& paper : owed())
        if (!m_onDisk.isLetGo(paper) && !isSame(left, paper))
            m_unprinted.restore({paper, 0, {QStringLiteral("print.not-begun")}, 0, 0, {}, {}});
    if (m_unprinted.hasJobs())
        m_look.start();
    if (!m_unprinted.all().empty())
        emit unprintedChanged();
}

/// Between a record and its paper lie milliseconds, so the last records are enough.
std::vector<WantedPaper> Printing::owed() const {
    constexpr int lastRecords = 16;
    std::vector<WantedPaper> papers;
    const auto records = m_ports.journal.latest(lastRecords);
    if (!records)
        return papers;
    const auto formOf = [this](const OwedPaper& each) {
        const auto dossier = m_runner.dossier(each.dossier);
        const auto paper = dossier ? paperFor(*dossier, each.offered.data()) : std::nullopt;
        return paper ? paper->form : QString();
    };
    for (const OwedPaper& each : owedPapers(*records, formOf))
        papers.push_back(wanted(formOf(each), each.dossier, 0));
    return papers;
}

Printing::Sheet Printing::sheetOf(const PrintIntention& left) {
    return {left.paper, {}, {}, left.copies, 0, left, false};
}

void Printing::seek(const PrintIntention& left) {
    ++m_pending;
    m_ports.printer.find({left.ticket, left.since}).then(this, [this, left](const base::Result<JobState>& found) {
        --m_pending;
        answered(left, found);
    });
}

void Printing::answered(PrintIntention left, const base::Result<JobState>& found) {
    const JobState state = found.value_or(JobState());
    // Where the computer fell, the spooler may have forgotten what it was doing.
    const bool isForgotten = left.path.isEmpty() && state.fate == JobFate::Gone && state.job.number == 0 && !PrintIntentions::isOfThisStart(left);
    const bool wasListed = m_unprinted.forgetSought(left);
    const auto list = [&](const base::Error& why) {
        if (wasListed)
            m_unprinted.blame(left.paper, why);
        else
            m_unprinted.failed(left.paper, left.copies, m_settling, why);
    };
    if (state.fate == JobFate::Unknown || isForgotten) {
        left.isAnswered = found.has_value();
        list({QStringLiteral("print.interrupted")});
        m_unprinted.asked(left.paper, left);
        if (!found && !m_look.isActive())
            m_look.start();
    } else if (state.fate == JobFate::Waits) {
        const PrintJob& job = state.job;
        list({QStringLiteral("print.stopped"), {{QStringLiteral("queue"), job.queue}, {QStringLiteral("job"), QString::number(job.number)}}});
        if (!m_unprinted.hasJob(left.paper, job))
            m_unprinted.stopped(left.paper, {job, left.copies, left.sha256, left});
        m_look.start();
    } else {
        Sheet sheet = sheetOf(left);
        sheet.attempt = m_settling;
        sheet.isListed = wasListed;
        if (state.fate == JobFate::Gone) {
            list({QStringLiteral("print.not-begun")});
            sheet.isListed = true;
        }
        settleJob(sheet, state);
    }
    emit unprintedChanged();
}

int Printing::settleJob(const Sheet& sheet, const JobState& state) {
    const bool isOut = state.fate == JobFate::CameOut;
    const int out = isOut ? sheet.intention.copiesOf(state.sides) : sheet.intention.wholeCopiesOf(state.sides);
    if (out > 0 && !isOnRecord(sheet, state.job)) {
        settle(sheet, out, {state.job.queue, state.job.number, sheet.intention.sha256});
        return out;
    }
    if (out > 0) {
        Sheet some = sheet;
        some.copies = out;
        cameOut(some);
    } else
        keepList();
    m_intentions.end(sheet.intention);
    return out;
}

/// A desk may have been killed after the record and before its list.
bool Printing::isOnRecord(const Sheet& sheet, const PrintJob& job) const {
    const auto history = job.number > 0 && !sheet.paper.dossier.isNull() ? m_ports.journal.history(sheet.paper.dossier)
                                                                         : base::Result<std::vector<domain::Event>>(std::vector<domain::Event>());
    return history && std::any_of(history->begin(), history->end(), [&](const domain::Event& event) {
        const auto* print = std::get_if<domain::PrintRecorded>(&event.body);
        return print && print->queue == job.queue && print->job == job.number && print->sha256 == sheet.intention.sha256;
    });
}

void Printing::confirm(const UnprintedPaper& what) {
    auto missing = takeInHand(what.paper);
    if (!missing)
        return;
    // Of a list that a program before wrote nothing else is known.
    if (missing->sought.empty()) {
        PrintIntention unknown;
        unknown.paper = missing->paper;
        unknown.copies = std::max(missing->copies, 1);
        missing->sought.push_back(unknown);
    }
    for (const PrintIntention& left : missing->sought) {
        const QString queue = left.queue.isEmpty() ? m_queues.value(0, QStringLiteral("default")) : left.queue;
        settle(sheetOf(left), left.copies, {queue, 0, left.sha256});
        missing->copies -= left.copies;
    }
    missing->sought.clear();
    missing->error = {QStringLiteral("print.not-begun")};
    if (missing->copies > 0)
        m_unprinted.putBack(*missing);
    putDown(missing->paper);
    emit unprintedChanged();
}

std::optional<UnprintedPaper> Printing::takeInHand(const WantedPaper& paper) {
    auto missing = m_unprinted.take(paper);
    if (missing) {
        m_inHand.push_back(*missing);
        emit unprintedChanged();
    }
    return missing;
}

void Printing::putDown(const WantedPaper& paper) {
    if (std::erase_if(m_inHand, [&](const UnprintedPaper& each) { return each.paper.isSameAs(paper); }) > 0)
        keepList();
}

void Printing::withdraw(UnprintedPaper missing, const Then& then) {
    if (!missing.sought.empty()) {
        withdrawSought(std::move(missing), then);
        return;
    }
    if (missing.jobs.empty()) {
        then(missing);
        return;
    }
    ++m_pending;
    m_ports.printer.withdraw(missing.jobs.back().job).then(this, [this, missing, then](const base::Result<JobState>& state) mutable {
        --m_pending;
        if (!state) {
            notWithdrawn(std::move(missing), state.error());
            return;
        }
        const StoppedJob job = missing.jobs.back();
        missing.jobs.pop_back();
        Sheet sheet = sheetOf(intentionOf(missing.paper, job));
        sheet.isListed = true;
        const int out = settleJob(sheet, *state);
        emit jobEnded(missing.paper, state->fate);
        withdrawn(std::move(missing), out, then);
    });
}

/// Whether it is there nobody could tell; if it is in the queue after all, it is taken out as any other.
void Printing::withdrawSought(UnprintedPaper missing, const Then& then) {
    const PrintIntention left = missing.sought.back();
    ++m_pending;
    m_ports.printer.find({left.ticket, left.since}).then(this, [this, missing, left, then](const base::Result<JobState>& state) mutable {
        --m_pending;
        if (!state) {
            notWithdrawn(std::move(missing), state.error());
            return;
        }
        missing.sought.pop_back();
        int out = 0;
        if (state->fate == JobFate::Waits) {
            missing.jobs.push_back({state->job, left.copies, left.sha256, left});
        } else {
            Sheet sheet = sheetOf(left);
            sheet.isListed = true;
            out = settleJob(sheet, *state);
            if (state->fate == JobFate::CameOut)
                emit jobEnded(missing.paper, state->fate);
        }
        withdrawn(std::move(missing), out, then);
    });
}

void Printing::withdrawn(UnprintedPaper missing, int out, const Then& then) {
    missing.copies -= out;
    if (out > 0 && missing.copies <= 0 && missing.jobs.empty() && missing.sought.empty())
        putDown(missing.paper);
    else
        withdraw(std::move(missing), then);
}

void Printing::notWithdrawn(UnprintedPaper missing, const base::Error& error) {
    missing.error = error;
    m_unprinted.putBack(missing);
    putDown(missing.paper);
    emit failed(missing.paper.form, missing.paper.dossier, error);
    emit unprintedChanged();
}

void Printing::stoppedJobEnded(const WantedPaper& paper, const StoppedJob& job, const JobState& state) {
    Sheet sheet = sheetOf(intentionOf(paper, job));
    sheet.isListed = true;
    const int out = settleJob(sheet, state);
    if (state.fate == JobFate::CameOut)
        emit jobEnded(paper, JobFate::CameOut);
    if (out < job.copies) {
        m_unprinted.blame(paper, {state.fate == JobFate::CameOut ? QStringLiteral("print.fewer-copies") : QStringLiteral("print.not-begun"),
                                     {{QStringLiteral("printed"), QString::number(out)}, {QStringLiteral("copies"), QString::number(job.copies)}}});
        emit unprintedChanged();
    }
}

/// Who puts paper in has done all that is needed: what comes out then leaves the list by itself.
void Printing::lookAfterStopped() {
    if (!m_unprinted.hasJobs() && !m_unprinted.hasUnanswered())
        m_look.stop();
    // A copy: an answer may change the list.
    const std::vector<UnprintedPaper> all = m_unprinted.all();
    for (const UnprintedPaper& missing : all) {
        for (const StoppedJob& stopped : missing.jobs)
            m_ports.printer.fateOf(stopped.job).then(this, [this, paper = missing.paper, stopped](const base::Result<JobState>& state) {
                if (state && state->fate != JobFate::Waits && m_unprinted.forgetJob(paper, stopped.job))
                    stoppedJobEnded(paper, stopped, *state);
            });
        for (const PrintIntention& left : missing.sought)
            if (!left.isAnswered)
                m_ports.printer.find({left.ticket, left.since}).then(this, [this, left](const base::Result<JobState>& state) {
                    if (state && m_unprinted.isSought(left))
                        answered(left, state);
                });
    }
}

}
