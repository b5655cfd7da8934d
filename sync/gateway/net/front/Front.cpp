#include "sync/gateway/net/front/Front.h"

#include "sync/gateway/net/front/Session.h"

#include "app/base/Logging.h"

#include <utility> // which Boost 1.74 forgets

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/strand.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <list>
#include <thread>

namespace motcua::gateway {

namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using local = asio::local::stream_protocol;
using ErrorCode = boost::system::error_code;

/// More gain nothing: what they do takes microseconds.
constexpr unsigned mostThreads = 4;
/// Of all bodies that are being gathered.
constexpr qint64 gatheredBytes = 512LL * 1024 * 1024;
/// Until the next try to take a connection, when there are no descriptors left.
constexpr std::chrono::milliseconds breath{50};

QByteArray addressOf(const tcp::socket& socket) {
    ErrorCode error;
    const auto peer = socket.remote_endpoint(error);
    return error ? QByteArray() : QByteArray::fromStdString(peer.address().to_string());
}

QByteArray addressOf(const local::socket&) {
    return {};
}

}

class Front::Loop {
public:
    explicit Loop(const Parts& parts) : m_parts(parts), m_guard(asio::make_work_guard(m_context)) {}
    ~Loop() { stop({}); }

    base::Result<int> listen(const Listening& listening);
    void start();
    void stop(std::chrono::milliseconds patience);

private:
    template <class Protocol>
    struct Gate {
        Gate(asio::io_context& context, Threshold& behind)
            : acceptor(asio::make_strand(context)), timer(acceptor.get_executor()), threshold(behind) {}
        typename Protocol::acceptor acceptor;
        asio::steady_timer timer;
        Threshold& threshold;
    };

    Threshold* add(const Listening& listening);
    ErrorCode open(Gate<tcp>& gate, const Listening& listening);
    static ErrorCode open(Gate<local>& gate, const Listening& listening);
    template <class Protocol>
    void accept(Gate<Protocol>& gate);
    template <class Protocol>
    static void close(std::list<Gate<Protocol>>& gates);

    Parts m_parts;
    // What the sessions that the context holds to its end refer to.
    std::list<asio::ssl::context> m_contexts;
    std::list<Threshold> m_thresholds;
    asio::io_context m_context;
    asio::executor_work_guard<asio::io_context::executor_type> m_guard;
    std::list<Gate<tcp>> m_ports;
    std::list<Gate<local>> m_paths;
    std::vector<std::thread> m_threads;
};

Threshold* Front::Loop::add(const Listening& listening) {
    asio::ssl::context* tls = nullptr;
    if (listening.socket.isEmpty()) {
        tls = &m_contexts.emplace_back(asio::ssl::context::tls_server);
        if (!setUp(*tls->native_handle(), m_parts.authority, listening.trust, m_parts.revoked))
            return nullptr;
    }
    return &m_thresholds.emplace_back(listening, m_parts, tls, gatheredBytes);
}

ErrorCode Front::Loop::open(Gate<tcp>& gate, const Listening& listening) {
    ErrorCode error;
    tcp::resolver resolver(m_context);
    const auto found = resolver.resolve(listening.host, std::to_string(listening.port), tcp::resolver::passive, error);
    if (error || found.empty())
        return error ? error : ErrorCode(asio::error::host_not_found);
    const tcp::endpoint endpoint = found.begin()->endpoint();
    gate.acceptor.open(endpoint.protocol(), error);
    if (!error)
        gate.acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        gate.acceptor.bind(endpoint, error);
    if (!error)
        gate.acceptor.listen(asio::socket_base::max_listen_connections, error);
    return error;
}

ErrorCode Front::Loop::open(Gate<local>& gate, const Listening& listening) {
    const std::string path = QFile::encodeName(listening.socket).toStdString();
    struct stat lying {};
    // One that a program left which is gone; whoever serves the data directory is alone with it.
    if (::lstat(path.c_str(), &lying) == 0 && S_ISSOCK(lying.st_mode))
        ::unlink(path.c_str());
    ErrorCode error;
    gate.acceptor.open(local(), error);
    if (!error)
        gate.acceptor.bind(local::endpoint(path), error);
    // The proxy's group, to which the folder belongs, and nobody else.
    constexpr mode_t ownerAndGroup = 0660;
    if (!error && ::chmod(path.c_str(), ownerAndGroup) != 0)
        error = ErrorCode(errno, boost::system::system_category());
    if (!error)
        gate.acceptor.listen(asio::socket_base::max_listen_connections, error);
    return error;
}

base::Result<int> Front::Loop::listen(const Listening& listening) {
    const auto refused = [&](const std::string& why) {
        qCWarning(base::lcGateway) << "cannot listen:" << why.c_str();
        return base::fail(QStringLiteral("platform.cannot-listen"));
    };
    Threshold* threshold = add(listening);
    if (!threshold)
        return refused("the keys do not fit together");
    if (!listening.socket.isEmpty()) {
        auto& gate = m_paths.emplace_back(m_context, *threshold);
        const ErrorCode error = open(gate, listening);
        return error ? base::Result<int>(refused(error.message())) : 0;
    }
    auto& gate = m_ports.emplace_back(m_context, *threshold);
    ErrorCode error = open(gate, listening);
    const int port = error ? 0 : gate.acceptor.local_endpoint(error).port();
    return error ? base::Result<int>(refused(error.message())) : port;
}

template <class Protocol>
void Front::Loop::accept(Gate<Protocol>& gate) {
    gate.acceptor.async_accept(asio::make_strand(m_context), [this, &gate](const ErrorCode& error, auto socket) {
        if (error == asio::error::operation_aborted || !gate.acceptor.is_open())
            return;
        if (error) {
            gate.timer.expires_after(breath);
            gate.timer.async_wait([this, &gate](const ErrorCode& ended) {
                if (!ended)
                    accept(gate);
            });
            return;
        }
        typename Protocol::socket taken(std::move(socket));
        const QByteArray address = addressOf(taken);
        const auto session = std::make_shared<Session>(Session::Socket(std::move(taken)), address, gate.threshold);
        session->begin();
        accept(gate);
    });
}

void Front::Loop::start() {
    for (auto& gate : m_ports)
        accept(gate);
    for (auto& gate : m_paths)
        accept(gate);
    const unsigned threads = std::clamp(std::thread::hardware_concurrency(), 2U, mostThreads);
    for (unsigned i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { m_context.run(); });
}

template <class Protocol>
void Front::Loop::close(std::list<Gate<Protocol>>& gates) {
    for (auto& gate : gates)
        asio::post(gate.acceptor.get_executor(), [&gate] {
            ErrorCode ignored;
            gate.acceptor.close(ignored);
            gate.timer.cancel();
        });
}

void Front::Loop::stop(std::chrono::milliseconds patience) {
    if (m_threads.empty())
        return;
    close(m_ports);
    close(m_paths);
    const auto until = std::chrono::steady_clock::now() + patience;
    for (Threshold& threshold : m_thresholds)
        threshold.connections.endAll();
    for (Threshold& threshold : m_thresholds)
        threshold.connections.waitForNone(until);
    m_guard.reset();
    m_context.stop();
    for (std::thread& thread : m_threads)
        thread.join();
    m_threads.clear();
}

Front::Front(const Parts& parts) : m_loop(std::make_unique<Loop>(parts)) {}
Front::~Front() = default;

base::Result<int> Front::listen(const Listening& listening) {
    return m_loop->listen(listening);
}

void Front::start() {
    m_loop->start();
}

void Front::stop(std::chrono::milliseconds patience) {
    m_loop->stop(patience);
}

}
