#include "sync/gateway/Platform.h"

namespace motcua::gateway {

namespace {

/// Long polls at one time; each keeps a thread, and the other threads must be enough for the rest.
constexpr int mostWaiting = 64;

}

Platform::Platform(const QString& directory, const base::Clock& clock, std::unique_ptr<Database> database, std::unique_ptr<Authority> authority)
    : m_clock(clock), m_database(std::move(database)), m_authority(std::move(authority)), m_bell(mostWaiting), m_stations(*m_database, clock),
      m_ledger({*m_database, *m_authority, clock, m_bell}), m_heard(*m_database, clock), m_feed(*m_database, m_bell, m_heard),
      m_claims(*m_database, clock, m_bell), m_blobs({*m_database, clock, directory}), m_uploads(*m_database, m_blobs, clock, directory),
      m_enrolment({m_stations, *m_authority, clock}) {}

Platform::~Platform() = default;

base::Result<std::unique_ptr<Platform>> Platform::open(const QString& directory, const base::Clock& clock) {
    auto database = Database::open(directory);
    if (!database)
        return base::fail(database.error());
    auto authority = Authority::open(directory);
    if (!authority)
        return base::fail(authority.error());
    return std::unique_ptr<Platform>(new Platform(directory, clock, std::move(*database), std::move(*authority)));
}

base::Outcome Platform::ringIfChangedElsewhere() {
    return m_database->wasChangedElsewhere().map([this](bool changed) {
        if (changed)
            m_bell.ringAll();
        return base::Done();
    });
}

}
