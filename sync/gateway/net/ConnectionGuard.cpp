#include "sync/gateway/net/ConnectionGuard.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace motcua::gateway {

namespace {

int guardIndex() {
    static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return index;
}

std::string addressOf(int socket) {
    sockaddr_storage peer{};
    socklen_t length = sizeof peer;
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (getpeername(socket, reinterpret_cast<sockaddr*>(&peer), &length) != 0)
        return {};
    const void* address = peer.ss_family == AF_INET6 ? static_cast<const void*>(&reinterpret_cast<const sockaddr_in6*>(&peer)->sin6_addr)
                                                     : static_cast<const void*>(&reinterpret_cast<const sockaddr_in*>(&peer)->sin_addr);
    return inet_ntop(peer.ss_family, address, text.data(), text.size()) ? text.data() : std::string();
}

}

ConnectionGuard::ConnectionGuard(const Bounds& bounds) : m_bounds(bounds), m_patrol([this] { patrol(); }) {}

ConnectionGuard::~ConnectionGuard() {
    {
        const std::lock_guard lock(m_mutex);
        m_over = true;
    }
    m_wake.notify_all();
    m_patrol.join();
    for (const auto& [thread, connection] : m_connections)
        close(connection.socket);
}

void ConnectionGuard::watch(SSL_CTX* context) {
    SSL_CTX_set_ex_data(context, guardIndex(), this);
    SSL_CTX_set_info_callback(context, &ConnectionGuard::hear);
}

void ConnectionGuard::hear(const SSL* ssl, int where, int) {
    auto* guard = static_cast<ConnectionGuard*>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), guardIndex()));
    if ((where & SSL_CB_HANDSHAKE_START) != 0)
        guard->enter(ssl);
    else if ((where & SSL_CB_HANDSHAKE_DONE) != 0)
        guard->shaken();
}

ConnectionGuard::Connection* ConnectionGuard::mine() {
    const auto found = m_connections.find(std::this_thread::get_id());
    return found == m_connections.end() ? nullptr : &found->second;
}

void ConnectionGuard::enter(const SSL* ssl) {
    const int socket = SSL_get_fd(ssl);
    const std::string address = addressOf(socket);
    const std::lock_guard lock(m_mutex);
    if (mine())
        return;
    const auto sameAddress =
        std::count_if(m_connections.begin(), m_connections.end(), [&](const auto& entry) { return entry.second.address == address; });
    if (m_stopped || sameAddress >= m_bounds.perAddress)
        shutdown(socket, SHUT_RDWR);
    m_connections[std::this_thread::get_id()] = {
        fcntl(socket, F_DUPFD_CLOEXEC, 0), address, std::chrono::steady_clock::now() + m_bounds.handshake, false};
}

void ConnectionGuard::shaken() {
    const std::lock_guard lock(m_mutex);
    if (Connection* connection = mine())
        connection->deadline = std::chrono::steady_clock::now() + m_bounds.idle;
}

void ConnectionGuard::reading() {
    const std::lock_guard lock(m_mutex);
    if (Connection* connection = mine())
        connection->deadline = std::chrono::steady_clock::now() + m_bounds.request;
}

void ConnectionGuard::answering() {
    const std::lock_guard lock(m_mutex);
    if (Connection* connection = mine())
        connection->isAnswering = true;
}

void ConnectionGuard::answered() {
    const std::lock_guard lock(m_mutex);
    if (Connection* connection = mine()) {
        connection->isAnswering = false;
        // When stopping, a moment is left for the answer to be written.
        connection->deadline = std::chrono::steady_clock::now() + (m_stopped ? std::chrono::seconds(1) : m_bounds.idle);
    }
}

void ConnectionGuard::leave() {
    const std::lock_guard lock(m_mutex);
    if (const Connection* connection = mine()) {
        close(connection->socket);
        m_connections.erase(std::this_thread::get_id());
    }
}

void ConnectionGuard::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        for (auto& [thread, connection] : m_connections)
            if (!connection.isAnswering)
                shutdown(connection.socket, SHUT_RDWR);
    }
    m_wake.notify_all();
}

void ConnectionGuard::patrol() {
    std::unique_lock lock(m_mutex);
    while (!m_over) {
        m_wake.wait_for(lock, std::chrono::milliseconds(500));
        const Moment now = std::chrono::steady_clock::now();
        for (auto& [thread, connection] : m_connections)
            if (!connection.isAnswering && connection.deadline <= now)
                shutdown(connection.socket, SHUT_RDWR);
    }
}

}
