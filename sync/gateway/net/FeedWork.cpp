#include "sync/gateway/net/FeedWork.h"

#include "sync/gateway/net/Reply.h"
#include "sync/protocol/Address.h"

namespace motcua::gateway {

namespace {

/// The newest record version that the station reads; 0: malformed.
int readsIn(const Request& request) {
    if (!request.has(protocol::header::reads))
        return 1;
    constexpr int most = 1000;
    bool good = false;
    const int value = request.header(protocol::header::reads).toInt(&good);
    return good && value >= 1 && value <= most ? value : 0;
}

std::optional<FeedQuery> queryIn(const Request& request) {
    constexpr qint64 most = Q_INT64_C(1) << 53;
    const auto after = request.number("after", 0, most);
    const auto count = request.number("limit", 200, protocol::limit::feedItems);
    const auto wait = request.number("wait", 0, protocol::limit::feedWaitSeconds);
    const bool saysWritten = request.parameter("written").has_value();
    const auto written = saysWritten ? request.number("written", 0, most) : std::optional<qint64>();
    const int reads = readsIn(request);
    if (!after || !count || *count == 0 || !wait || (saysWritten && !written) || reads == 0)
        return std::nullopt;
    return FeedQuery{*after, static_cast<int>(*count), std::chrono::seconds(*wait), written, reads};
}

/// RFC 9110, §12.5.3, of the one coding that is made here.
bool takesGzip(const Request& request) {
    for (const QByteArray& one : request.header("Accept-Encoding").split(',')) {
        const QByteArrayList parts = one.simplified().replace(' ', QByteArray()).toLower().split(';');
        if (parts[0] == "gzip")
            return parts.size() == 1 || !parts[1].startsWith("q=") || parts[1].mid(2).toDouble() > 0;
    }
    return false;
}

class WaitingPage final : public Later, public std::enable_shared_from_this<WaitingPage> {
public:
    WaitingPage(std::unique_ptr<Feed::Question> question, bool packs) : m_question(std::move(question)), m_packs(packs) {}

    std::chrono::steady_clock::time_point until() const override { return m_question->until(); }
    void notify(std::function<void()> call) override { m_question->notify(std::move(call)); }

    Answer look() override {
        const auto page = m_question->look();
        if (!page)
            return reply::error(page.error());
        if (*page)
            return m_packs ? reply::packedJson(200, **page) : reply::jsonText(200, **page);
        Answer later;
        later.later = shared_from_this();
        return later;
    }

private:
    std::unique_ptr<Feed::Question> m_question;
    bool m_packs;
};

}

std::optional<Answer> FeedWork::begun() {
    const auto query = queryIn(request());
    if (!query)
        return reply::error("request.malformed");
    auto question = platform().feed().ask(peer(), *query);
    if (!question)
        return reply::error(question.error());
    return std::make_shared<WaitingPage>(std::move(*question), takesGzip(request()))->look();
}

}
