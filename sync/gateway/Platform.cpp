#include "sync/gateway/Platform.h"

#include "sync/gateway/store/OpenStore.h"

namespace motcua::gateway {

namespace {

/// Questions for the feed that wait at one time; each keeps a connection and no thread.
constexpr int mostWaiting = 4096;

}

Platform::Platform(const QString& directory, const base::Clock& clock, Opened opened)
    : m_clock(clock), m_vault(std::move(opened.vault)), m_store(std::move(opened.store)), m_authority(std::move(opened.authority)),
      m_room(std::move(opened.room)), m_bell(*m_store, mostWaiting), m_stations(*m_store, clock), m_ledger({*m_store, *m_authority, clock, m_bell}),
      m_heard(*m_store, clock), m_feed({*m_store, clock, m_bell, m_heard}), m_claims(*m_store, clock, m_bell),
      m_books({*m_store, m_authority->marks(), clock, m_bell}), m_blobs({*m_store, clock, m_room, m_vault, directory}),
      m_uploads({*m_store, m_blobs, clock, m_room, m_vault, directory}), m_enrolment({*m_store, m_stations, *m_authority, clock}),
      m_activations({*m_store, *m_authority, clock, m_bell}) {}

Platform::~Platform() = default;

base::Result<std::unique_ptr<Platform>> Platform::open(
    const QString& directory, const vault::KeySource& key, const base::Clock& clock, const PageBounds& bounds) {
    return vault::openVault(directory, key).and_then([&](std::shared_ptr<const vault::Vault> vault) {
        return openBy(directory, std::move(vault), clock, bounds);
    });
}

base::Result<std::unique_ptr<Platform>> Platform::openBy(
    const QString& directory, std::shared_ptr<const vault::Vault> vault, const base::Clock& clock, const PageBounds& bounds) {
    auto store = openStore(directory, vault);
    if (!store)
        return base::fail(store.error());
    auto authority = Authority::open(directory, *vault);
    if (!authority)
        return base::fail(authority.error());
    std::unique_ptr<Platform> platform(
        new Platform(directory, clock, {std::move(vault), std::move(*store), std::move(*authority), PageRoom(directory, bounds)}));
    if (auto sealed = platform->m_blobs.sealFiles(); !sealed)
        return base::fail(sealed.error());
    return platform;
}

}
