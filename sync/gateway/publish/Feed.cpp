#include "sync/gateway/publish/Feed.h"

#include "sync/gateway/store/FeedTable.h"
#include "sync/protocol/RecordCodec.h"

namespace motcua::gateway {

namespace {

constexpr qsizetype pageBytes = 4 * 1024 * 1024;

void appendEntry(QByteArray& json, const FeedEntry& entry) {
    const auto* item = std::get_if<FeedEntry::Item>(&entry.content);
    json.append("{\"cursor\":").append(QByteArray::number(entry.cursor));
    json.append(",\"kind\":\"").append(item ? item->kind : QByteArray("record")).append("\",\"body\":");
    if (item)
        json.append(item->body);
    else
        protocol::appendJson(json, std::get<protocol::Record>(entry.content));
    json.append('}');
}

}

base::Result<QByteArray> Feed::page(const Peer& peer, const FeedQuery& query) {
    if (const auto noted = m_heard.note(peer, query.after, query.written); !noted)
        return base::fail(noted.error());
    const auto until = std::chrono::steady_clock::now() + query.wait;
    FeedBell::Waiter waiter(m_bell, peer.unit, peer.key);
    for (;;) {
        auto page = read(peer, query);
        if (!page)
            return base::fail(page.error());
        if (page->count > 0 || query.wait.count() == 0 || waiter.isTurnedAway() || !waiter.wait(until))
            return std::move(page->json);
    }
}

base::Result<Feed::Page> Feed::read(const Peer& peer, const FeedQuery& query) const {
    Page page;
    bool more = false;
    page.json.append("{\"items\":[");
    const auto take = [&](const FeedEntry& entry) -> base::Result<bool> {
        more = page.count == query.limit || page.json.size() > pageBytes;
        if (more)
            return false;
        if (page.count++ > 0)
            page.json.append(',');
        appendEntry(page.json, entry);
        return true;
    };
    const auto read = m_store.read([&](const Tables& tables) { return tables.feed().each({peer, query.after, query.limit + 1}, take); });
    if (!read)
        return base::fail(read.error());
    page.json.append(more ? "],\"more\":true}" : "],\"more\":false}");
    return page;
}

}
