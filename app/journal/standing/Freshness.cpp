#include "app/journal/standing/Freshness.h"

#include "app/base/Logging.h"
#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"

namespace motcua::journal {

Freshness::Freshness(sqlite::Connection& connection, Standing& standing, std::unique_ptr<TpmCounter> counter)
    : m_connection(connection), m_standing(standing), m_counter(std::move(counter)) {
    m_thread.setMaxThreadCount(1);
}

/// What is copied while nobody works is older from the next unlock on, and what was copied before from now on.
Freshness::~Freshness() {
    if (m_begun && write())
        raise();
    m_thread.waitForDone();
}

base::Outcome Freshness::begin() {
    if (!m_counter)
        return base::done();
    const auto now = m_counter->value();
    if (!now) {
        qCWarning(base::lcJournal).noquote() << "the TPM's counter cannot be read:" << now.error().toLogLine();
        m_counter.reset();
        return base::done();
    }
    auto transaction = sqlite::Transaction::begin(m_connection);
    if (!transaction)
        return base::fail(transaction.error());
    const auto here = m_standing.counter();
    if (!here)
        return base::fail(here.error());
    // One that was there and is not in the file was taken out of it.
    const bool isOld = !m_counter->isNew() && here->value_or(0) < *now;
    const auto doubted = isOld ? m_standing.doubt({{QStringLiteral("journal.copy-seen")}}) : base::done();
    m_value = *now;
    const auto done = doubted.and_then([&](base::Done) { return write(); }).and_then([&](base::Done) { return transaction->commit(); });
    if (done) {
        m_begun = true;
        raise();
    }
    return done;
}

base::Outcome Freshness::write() {
    return m_standing.writeCounter(m_value + 1).map([&](base::Done) {
        ++m_value;
        return base::Done();
    });
}

base::Outcome Freshness::writing() {
    if (!m_begun || ++m_since < often)
        return base::done();
    m_due = true;
    return m_standing.writeCounter(m_value + 1);
}

void Freshness::written() {
    if (!m_due)
        return;
    m_due = false;
    m_since = 0;
    ++m_value;
    raise();
}

void Freshness::raise() {
    m_thread.start([counter = m_counter.get()] {
        if (const auto raised = counter->raise(); !raised)
            qCWarning(base::lcJournal).noquote() << "the TPM's counter did not rise:" << raised.error().toLogLine();
    });
}

}
