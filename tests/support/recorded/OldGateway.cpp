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

/// Whether it is the beginning of a recorded batch that is still to come: it was put together before the pages were up that a later record
/// of the batch names. Asked to come again, the station comes with all of it.
bool OldGateway::isBeginning(const httplib::Request& request) const {
    const auto sent = request.path == "/v1/records" ? protocol::decodeBatch(bytesOf(request.body)) : base::fail(base::Error());
    if (!sent || sent->empty())
        return false;
    return std::any_of(m_played.begin(), m_played.end(), [&](const Played& played) {
        const auto recorded = played.asked ? base::fail(base::Error()) : protocol::decodeBatch(played.exchange.body);
        return recorded && sent->size() < recorded->size() && std::equal(sent->begin(), sent->end(), recorded->begin());
    });
}

void OldGateway::answer(const httplib::Request& request, httplib::Response& response) {
    const std::lock_guard lock(m_mutex);
    for (Played& played : m_played) {
        if (played.asked || !isSame(played.exchange, request))
            continue;
        played.asked = true;
        response.status = played.exchange.status;
        // Without its date, which would make the station doubt its clock.
        for (auto it = played.exchange.answerHeaders.cbegin(); it != played.exchange.answerHeaders.cend(); ++it)
            if (it.key() != "date" && it.key() != "content-type")
                response.set_header(it.key().toStdString(), it.value().toStdString());
        response.set_content(
            played.exchange.answer.toStdString(), played.exchange.answerHeaders.value("content-type", "application/json").toStdString());
        return;
    }
    if (request.path == "/v1/feed") {
        response.set_content(R"({"items":[],"more":false})", "application/json");
        return;
    }
    if (isBeginning(request)) {
        response.status = 503;
        return;
    }
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
