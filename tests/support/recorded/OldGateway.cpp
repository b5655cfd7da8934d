#include "tests/support/recorded/OldGateway.h"

#include "sync/protocol/RecordCodec.h"

#include <QStringList>

#include <algorithm>

namespace motcua::test {

namespace {

QByteArray bytesOf(const std::string& text) {
    return QByteArray::fromStdString(text);
}

/// "215" of "/v1/feed?after=215&limit=200".
QByteArray afterIn(const QByteArray& target) {
    for (const QByteArray& part : target.mid(target.indexOf('?') + 1).split('&'))
        if (part.startsWith("after="))
            return part.mid(6);
    return {};
}

}

OldGateway::OldGateway(const QString& keys, std::vector<Exchange> exchanges)
    : m_http((keys + QStringLiteral("/server.pem")).toUtf8().constData(), (keys + QStringLiteral("/server.key")).toUtf8().constData()) {
    for (Exchange& exchange : exchanges)
        m_played.push_back({std::move(exchange)});
    const auto handler = [this](const httplib::Request& request, httplib::Response& response) { answer(request, response); };
    m_http.Get(".*", handler);
    m_http.Post(".*", handler);
    m_http.Patch(".*", handler);
    m_http.Options(".*", handler);
    m_port = m_http.bind_to_any_port("127.0.0.1");
    m_thread = std::thread([this] { m_http.listen_after_bind(); });
}

OldGateway::~OldGateway() {
    m_http.stop();
    m_thread.join();
}

bool OldGateway::isSame(const Exchange& exchange, const httplib::Request& request) {
    const QByteArray target = bytesOf(request.target);
    if (bytesOf(request.method) != exchange.method || target.split('?').first() != exchange.path())
        return false;
    if (exchange.path() == "/v1/feed")
        return afterIn(target) == afterIn(exchange.target);
    if (exchange.path() == "/v1/blobs")
        return bytesOf(request.get_header_value("Upload-Metadata")) == exchange.headers.value("upload-metadata");
    if (exchange.path() != "/v1/records")
        return true;
    const auto sent = protocol::decodeBatch(bytesOf(request.body));
    const auto recorded = protocol::decodeBatch(exchange.body);
    return sent && recorded && *sent == *recorded;
}

/// The recorded batches that are still to come and that this one begins with, in their order: the station had less of them together then.
std::vector<OldGateway::Played*> OldGateway::partsOf(const std::vector<protocol::Record>& sent, size_t& covered) {
    std::vector<Played*> parts;
    covered = 0;
    for (bool found = true; found && covered < sent.size();) {
        found = false;
        for (Played& played : m_played) {
            const auto recorded = played.asked ? base::fail(base::Error()) : protocol::decodeBatch(played.exchange.body);
            if (!recorded || played.exchange.path() != "/v1/records" || recorded->empty() || !(recorded->front() == sent[covered]))
                continue;
            const size_t common = qMin(recorded->size(), sent.size() - covered);
            if (!std::equal(recorded->begin(), recorded->begin() + static_cast<qsizetype>(common), sent.begin() + static_cast<qsizetype>(covered)))
                continue;
            if (common == recorded->size())
                parts.push_back(&played);
            covered += common;
            found = common == recorded->size();
            break;
        }
    }
    return parts;
}

/// A batch that was put together otherwise: of several recorded ones, as when the line was slower then, or the beginning of one, from before
/// the pages were up that a later record of it names. The last whole one's answer acknowledges all before it; asked to come again, the
/// station comes with the rest.
bool OldGateway::answerParts(const httplib::Request& request, httplib::Response& response) {
    const auto sent = request.path == "/v1/records" ? protocol::decodeBatch(bytesOf(request.body)) : base::fail(base::Error());
    if (!sent || sent->empty())
        return false;
    size_t covered = 0;
    const auto parts = partsOf(*sent, covered);
    if (covered < sent->size())
        return false;
    if (parts.empty()) {
        response.status = 503;
        return true;
    }
    for (Played* part : parts)
        part->asked = true;
    give(parts.back()->exchange, response);
    return true;
}

void OldGateway::give(const Exchange& exchange, httplib::Response& response) {
    response.status = exchange.status;
    // Without its date, which would make the station doubt its clock.
    for (auto it = exchange.answerHeaders.cbegin(); it != exchange.answerHeaders.cend(); ++it)
        if (it.key() != "date" && it.key() != "content-type")
            response.set_header(it.key().toStdString(), it.value().toStdString());
    response.set_content(exchange.answer.toStdString(), exchange.answerHeaders.value("content-type", "application/json").toStdString());
}

void OldGateway::answer(const httplib::Request& request, httplib::Response& response) {
    const std::lock_guard lock(m_mutex);
    for (Played& played : m_played) {
        if (played.asked || !isSame(played.exchange, request))
            continue;
        played.asked = true;
        give(played.exchange, response);
        return;
    }
    if (request.path == "/v1/feed") {
        response.set_content(R"({"items":[],"more":false})", "application/json");
        return;
    }
    if (answerParts(request, response))
        return;
    m_unheard << QString::fromStdString(request.method + ' ' + request.target);
    response.status = 500;
}

QStringList OldGateway::unheard() const {
    const std::lock_guard lock(m_mutex);
    return m_unheard;
}

QStringList OldGateway::unasked() const {
    const std::lock_guard lock(m_mutex);
    QStringList unasked;
    for (const Played& played : m_played)
        if (!played.asked)
            unasked << QString::fromLatin1(played.exchange.method + ' ' + played.exchange.target);
    return unasked;
}

}
