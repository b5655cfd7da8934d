#include "sync/gateway/net/front/RequestParser.h"

#include <utility> // which Boost 1.74 forgets

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/field.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

namespace motcua::gateway {

namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;

/// What the platform reads, or what frames a message.
constexpr std::array once{"accept-encoding", "connection", "content-encoding", "content-length", "content-type", "expect", "host", "if-range",
    "motcua-address", "motcua-certificate", "motcua-head", "motcua-reads", "motcua-refused", "motcua-verified", "range", "transfer-encoding",
    "tus-resumable", "upload-checksum", "upload-length", "upload-metadata", "upload-offset", "x-http-method-override"};

bool comesOnce(const QByteArray& name) {
    return std::any_of(once.begin(), once.end(), [&](const char* one) { return name.compare(one, Qt::CaseInsensitive) == 0; });
}

QByteArray bytesOf(beast::string_view text) {
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

bool isVisible(beast::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char sign) { return sign > ' ' && sign <= '~'; });
}

}

class RequestParser::Beast final : public http::basic_parser<true> {
public:
    Beast() {
        header_limit(mostHead);
        // Counted by whoever knows what it is a body of. None at all is less than any length to Boost 1.74.
        body_limit(std::numeric_limits<std::uint64_t>::max());
    }

    Request request;
    QByteArray body;
    qint64 bodyBytes = 0;
    const char* fault = nullptr;
    std::string_view input; ///< what is being read

private:
    /// Goes on in the next line, which nobody does any more (RFC 9112 5.2).
    bool isFolded(beast::string_view name) const {
        const std::string_view rest = input.substr(static_cast<size_t>(name.data() - input.data()));
        const size_t next = rest.find('\n') + 1;
        return next > 0 && next < rest.size() && (rest[next] == ' ' || rest[next] == '\t');
    }

    void refuse(const char* code, beast::error_code& ec) {
        fault = code;
        ec = http::error::bad_value;
    }

    void on_request_impl(http::verb, beast::string_view method, beast::string_view target, int version, beast::error_code& ec) override {
        if (target.size() > mostAddress)
            return refuse("request.long-address", ec);
        if ((version != 11 && version != 10) || !isVisible(target))
            return refuse("request.malformed", ec);
        request.method = bytesOf(method);
        const QByteArray address = bytesOf(target);
        const qsizetype question = address.indexOf('?');
        request.path = question < 0 ? address : address.left(question);
        request.query = question < 0 ? QByteArray() : address.mid(question + 1);
    }

    void on_response_impl(int, beast::string_view, int, beast::error_code&) override {}

    void on_field_impl(http::field, beast::string_view name, beast::string_view value, beast::error_code& ec) override {
        const QByteArray known = bytesOf(name);
        if (isFolded(name))
            return refuse("request.malformed", ec);
        // In a trailer nobody would look for it, or would take it for a header.
        if (is_header_done())
            return refuse("request.malformed", ec);
        if (request.fields.size() == mostFields)
            return refuse("request.large-head", ec);
        if (comesOnce(known) && request.has(known.constData()))
            return refuse("request.malformed", ec);
        request.fields.push_back({known, bytesOf(value)});
    }

    void on_header_impl(beast::error_code& ec) override {
        // One word and no other: what it is together with others is read differently by different programs.
        if (request.has("transfer-encoding") && request.header("transfer-encoding").compare("chunked", Qt::CaseInsensitive) != 0)
            return refuse("request.malformed", ec);
        request.isChunked = request.has("transfer-encoding");
        if (!request.has("host") || (request.isChunked && request.has("content-length")))
            return refuse("request.malformed", ec);
        if (!request.has("content-length"))
            return;
        const QByteArray length = request.header("content-length");
        bool good = false;
        request.length = length.toLongLong(&good);
        if (!good || !std::all_of(length.begin(), length.end(), [](char sign) { return sign >= '0' && sign <= '9'; }))
            refuse("request.malformed", ec);
    }

    void on_body_init_impl(const boost::optional<std::uint64_t>&, beast::error_code&) override {}

    std::size_t on_body_impl(beast::string_view bytes, beast::error_code&) override {
        body.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
        bodyBytes += static_cast<qint64>(bytes.size());
        return bytes.size();
    }

    void on_chunk_header_impl(std::uint64_t, beast::string_view, beast::error_code&) override {}

    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view bytes, beast::error_code& ec) override { return on_body_impl(bytes, ec); }

    void on_finish_impl(beast::error_code&) override {}
};

RequestParser::RequestParser() : m_beast(std::make_unique<Beast>()) {}
RequestParser::~RequestParser() = default;

RequestParser::Fed RequestParser::feed(const char* bytes, size_t size) {
    Fed fed;
    const bool hadHead = hasHead();
    beast::error_code ec;
    m_beast->input = {bytes, size};
    while (!ec && !isWhole() && hasHead() == hadHead && (fed.used < size || !hadHead))
        fed.used += m_beast->put(boost::asio::buffer(bytes + fed.used, size - fed.used), ec);
    if (ec && ec != http::error::need_more) {
        const bool isLarge = ec == http::error::header_limit;
        return {Step::Fault, fed.used, m_beast->fault ? m_beast->fault : isLarge ? "request.large-head" : "request.malformed"};
    }
    if (hasHead() && !hadHead)
        fed.step = Step::Head;
    else if (isWhole())
        fed.step = Step::Whole;
    return fed;
}

const Request& RequestParser::request() const {
    return m_beast->request;
}

Request& RequestParser::request() {
    return m_beast->request;
}

bool RequestParser::hasHead() const {
    return m_beast->is_header_done();
}

bool RequestParser::isWhole() const {
    return m_beast->is_done();
}

bool RequestParser::wantsWord() const {
    return request().header("expect").compare("100-continue", Qt::CaseInsensitive) == 0;
}

bool RequestParser::isLast() const {
    return !m_beast->keep_alive();
}

QByteArray& RequestParser::body() {
    return m_beast->body;
}

qint64 RequestParser::bodyBytes() const {
    return m_beast->bodyBytes;
}

}
