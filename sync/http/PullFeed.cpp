#include "sync/http/PullFeed.h"

#include "sync/http/Answers.h"
#include "sync/protocol/Address.h"

#include <algorithm>

namespace motcua::http {

namespace {

constexpr int pageItems = 200;
constexpr qint64 mostPageBytes = 16 * 1024 * 1024;
constexpr int pauseMs = 5000;
constexpr std::chrono::seconds pageDeadline{60};

}

PullFeed::PullFeed(const Link& link, std::chrono::seconds wait) : m_link(link), m_wait(wait) {
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &PullFeed::ask);
}

engine::Step PullFeed::step() const {
    if (!m_heard)
        return engine::Step::Connecting;
    return m_more ? engine::Step::Receiving : engine::Step::Idle;
}

void PullFeed::start() {
    const bool platformDidNotWait = m_heard && m_mayWait && !m_more && m_askedAt != 0 && m_link.clock.monotonic() - m_askedAt < pauseMs;
    // An empty answer that came at once: too many stations wait there. Asking again at once would make it worse.
    if (platformDidNotWait)
        m_pause.start(pauseMs);
    else
        ask();
}

void PullFeed::ask() {
    const auto after = m_link.store.feedCursor();
    const auto written = after ? m_link.store.lastSeq() : after;
    if (!written)
        return failed(written.error());
    const bool mayWait = m_mayWait && !m_more;
    const int wait = mayWait ? std::min(static_cast<int>(m_wait.count()), protocol::limit::feedWaitSeconds) : 0;
    Request request{"GET", QStringLiteral("%1?after=%2&limit=%3&wait=%4&written=%5")
                               .arg(QString::fromLatin1(protocol::address::feed))
                               .arg(*after)
                               .arg(pageItems)
                               .arg(wait)
                               .arg(*written)};
    request.headers = {{protocol::header::reads, QByteArray::number(m_link.store.reads())}};
    request.deadline = pageDeadline;
    request.mostBytes = mostPageBytes;
    m_askedAt = mayWait ? m_link.clock.monotonic() : 0;
    m_link.transport.send(request, [this, cursor = *after](const base::Result<Answer>& answer) { answered(cursor, answer); });
}

void PullFeed::answered(qint64 after, const base::Result<Answer>& answer) {
    const auto page = answer ? answers::feed(answer->body, after) : base::Result<protocol::FeedPage>(base::fail(answer.error()));
    if (!page) {
        m_mayWait = false;
        m_more = false;
        return failed(page.error());
    }
    m_heard = true;
    m_mayWait = true;
    m_more = page->more;
    if (const auto kept = keep(*page); !kept) {
        m_more = false;
        return failed(kept.error());
    }
    succeeded();
}

base::Outcome PullFeed::keep(const protocol::FeedPage& page) {
    const bool news = m_reads != page.reads;
    if (news)
        if (auto heard = m_link.store.heard(page.reads); !heard)
            return heard;
    m_reads = page.reads;
    if (!page.items.empty()) {
        m_askedAt = 0;
        if (auto received = m_link.store.receive(page.items); !received)
            return received;
    }
    if (news || !page.items.empty())
        emit received();
    for (const protocol::FeedItem& item : page.items)
        if (item.kind == QLatin1String("claim-refused"))
            emit claimRefused(item.body.value(QLatin1String("dossier")).toString());
    return base::done();
}

}
