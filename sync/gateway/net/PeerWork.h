#pragma once

#include "sync/gateway/Platform.h"
#include "sync/gateway/net/RequestLimit.h"
#include "sync/gateway/net/Work.h"

#include <optional>

namespace motcua::gateway {

/// A request of a station: who it is is found first, and how much it has under way is counted.
class PeerWork : public Work {
public:
    struct Parts {
        Platform& platform;
        RequestLimit& limit;
    };
    PeerWork(const Parts& parts, const Request& request) : m_parts(parts), m_request(request) {}

    std::optional<Answer> begin() final;

protected:
    /// As begin(), with peer() known.
    virtual std::optional<Answer> begun() { return std::nullopt; }
    const Peer& peer() const { return *m_peer; }
    const Request& request() const { return m_request; }
    Platform& platform() const { return m_parts.platform; }

private:
    Parts m_parts;
    const Request& m_request;
    std::optional<Peer> m_peer;
    std::optional<RequestLimit::Pass> m_pass;
};

/// One that has its answer by the head alone.
class HeadWork final : public PeerWork {
public:
    using Function = std::function<Answer(const Peer&, const Request&)>;
    HeadWork(const Parts& parts, const Request& request, const Function& function) : PeerWork(parts, request), m_function(function) {}
    Answer finish(const QByteArray&) override { return m_function(peer(), request()); }

protected:
    std::optional<Answer> begun() override { return request().hasBody() ? std::nullopt : std::optional(m_function(peer(), request())); }

private:
    const Function& m_function;
};

/// One that needs its whole body, which is small.
class BodyWork final : public PeerWork {
public:
    using Function = std::function<Answer(const Peer&, const Request&, const QByteArray& body)>;
    BodyWork(const Parts& parts, const Request& request, const Function& function) : PeerWork(parts, request), m_function(function) {}
    Answer finish(const QByteArray& body) override { return m_function(peer(), request(), body); }

private:
    const Function& m_function;
};

}
