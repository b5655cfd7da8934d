#include "sync/gateway/Platform.h"

#include "sync/gateway/store/OpenStore.h"

namespace motcua::gateway {

namespace {

/// Long polls at one time; each keeps a thread, and the other threads must be enough for the rest.
constexpr int mostWaiting = 64;

}

Platform::Platform(const QString& directory, const base::Clock& clock, std::unique_ptr<PlatformStore> store, std::unique_ptr<Authority> authority)
    : m_clock(clock), m_store(std::move(store)), m_authority(std::move(authority)), m_bell(*m_store, mostWaiting), m_stations(*m_store, clock),
      m_ledger({*m_store, *m_authority, clock, m_bell}), m_heard(*m_store, clock), m_feed(*m_store, m_bell, m_heard),
      m_claims(*m_store, clock, m_bell), m_blobs({*m_store, clock, directory}), m_uploads(*m_store, m_blobs, clock, directory),
      m_enrolment({*m_store, m_stations, *m_authority, clock}), m_activations({*m_store, *m_authority, clock, m_bell}) {}

Platform::~Platform() = default;

base::Result<std::unique_ptr<Platform>> Platform::open(const QString& directory, const base::Clock& clock) {
    auto store = openStore(directory);
    if (!store)
        return base::fail(store.error());
    auto authority = Authority::open(directory);
    if (!authority)
        return base::fail(authority.error());
    return std::unique_ptr<Platform>(new Platform(directory, clock, std::move(*store), std::move(*authority)));
}

}
