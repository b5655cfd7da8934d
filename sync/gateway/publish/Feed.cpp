#include "sync/gateway/publish/Feed.h"

#include "app/domain/EventCodec.h"
#include "sync/gateway/publish/Stations.h"
#include "sync/gateway/store/FeedCursor.h"
#include "sync/gateway/store/FeedTable.h"
#include "sync/gateway/store/StationTable.h"
#include "sync/protocol/RecordCodec.h"

#include <QJsonDocument>

namespace motcua::gateway {

namespace {

constexpr qsizetype pageBytes = 4 * 1024 * 1024;

void appendEntry(QByteArray& json, const FeedEntry& entry) {
    const auto* item = std::get_if<FeedEntry::Item>(&entry.content);
    json.append("{\"cursor\":").append(QByteArray::number(entry.cursor));
    json.append(",\"kind\":\"").append(item ? item->kind : QByteArray("record")).append("\",\"body\":");
    // A damaged row costs that row alone: the station passes over an item that says nothing.
    if (item)
        json.append(QJsonDocument::fromJson(item->body).isObject() ? item->body : QByteArray("{}"));
    else
        protocol::appendJson(json, std::get<protocol::Record>(entry.content));
    json.append('}');
}

/// A new kind of record begins at the version that is then the newest: a station that says which it reads copes with all that follow. Kinds of job
/// say by themselves what they ask of it.
bool readsFirstAlone(int reads) {
    return reads < 2;
}

base::Result<protocol::ReadVersions> readsIn(const Tables& tables, const Peer& peer) {
    const auto desks = tables.stations().ofUnit(peer.unit);
    if (!desks)
        return base::fail(desks.error());
    protocol::ReadVersions reads{domain::newestRecordVersion, domain::newestRecordVersion, {}};
    for (const StationRow& desk : *desks)
        if (desk.isEnrolled && !desk.isRevoked && desk.reads < reads.oldestDesk) {
            reads.oldestDesk = desk.reads;
            reads.oldestDeskName = plainDeskName(desk.name); // one of before may be any text
        }
    return reads;
}

}

base::Result<protocol::ReadVersions> Feed::reads(const Peer& peer) const {
    return m_store.read([&](const Tables& tables) { return readsIn(tables, peer); });
}

base::Outcome Feed::noteReads(const Peer& peer, const FeedQuery& query) {
    const auto rowIn = [&](const Tables& tables) { return tables.stations().find(peer.id); };
    const auto known = m_store.read(rowIn);
    if (!known || !*known || (*known)->reads == query.reads)
        return known ? base::done() : base::fail(known.error());
    return m_store.write([&](Tables& tables) -> base::Outcome {
        const auto row = rowIn(tables);
        if (!row || !*row || (*row)->reads == query.reads)
            return row ? base::done() : base::fail(row.error());
        const bool before = readsFirstAlone((*row)->reads);
        const bool now = readsFirstAlone(query.reads);
        if ((*row)->reads < query.reads)
            if (auto given = tables.feed().giveBack(peer, {(*row)->heldFrom, query.after}, {(*row)->reads, query.reads}); !given)
                return given;
        return tables.stations().setReads(peer.key, query.reads, now && !before ? query.after : (*row)->heldFrom);
    });
}

base::Result<std::unique_ptr<Feed::Question>> Feed::ask(const Peer& peer, const FeedQuery& query) {
    if (const auto noted = m_heard.confirm(peer, query.after, query.written); !noted)
        return base::fail(noted.error());
    if (const auto noted = noteReads(peer, query); !noted)
        return base::fail(noted.error());
    return std::make_unique<Question>(*this, peer, query);
}

Feed::Question::Question(Feed& feed, const Peer& peer, const FeedQuery& query)
    : m_feed(feed), m_peer(peer), m_query(query), m_until(std::chrono::steady_clock::now() + query.wait), m_waiter(feed.m_bell, peer.unit, peer.key) {
}

base::Result<std::optional<QByteArray>> Feed::Question::look() {
    // What rings from here on is not in the page.
    m_waiter.takeRing();
    auto page = m_feed.read(m_peer, m_query);
    if (!page)
        return base::fail(page.error());
    if (page->count == 0 && std::chrono::steady_clock::now() < m_until && !m_waiter.isOver())
        return std::nullopt;
    // Whether the station says that it came, or not.
    if (page->count > 0)
        if (const auto noted = m_feed.m_heard.note(m_peer, page->end, m_query.written); !noted)
            return base::fail(noted.error());
    return std::optional(std::move(page->json));
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
        page.end = entry.cursor;
        return true;
    };
    const auto reads = m_store.read([&](const Tables& tables) {
        return tables.feed().each({peer, query.after, query.limit + 1, query.reads}, take).and_then([&](base::Done) {
            return readsIn(tables, peer);
        });
    });
    if (!reads)
        return base::fail(reads.error());
    page.json.append(more ? "],\"more\":true,\"reads\":" : "],\"more\":false,\"reads\":");
    page.json.append(QJsonDocument(base::toJson(*reads)).toJson(QJsonDocument::Compact)).append('}');
    return page;
}

}
