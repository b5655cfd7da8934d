#include "app/journal/model/ReadModel.h"

#include "app/base/Logging.h"
#include "app/domain/Decide.h"
#include "app/domain/RefusedRow.h"
#include "app/domain/Replay.h"
#include "app/journal/keys/DataKey.h"
#include "app/journal/log/JournalErrors.h"
#include "app/journal/log/RefusedRecords.h"
#include "app/journal/log/Schema.h"
#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"
#include "sync/protocol/Messages.h"

#include <QJsonDocument>

namespace motcua::journal {

namespace {

base::Error readFailed(const base::Error& inner) {
    return journalError(inner, QStringLiteral("journal.read-failed"));
}

template <class T>
base::Result<T> asRead(base::Result<T> result) {
    if (!result)
        return base::fail(readFailed(result.error()));
    return result;
}

}

ReadModel::ReadModel(const Parts& parts)
    : m_parts(parts), m_history(parts.journal, parts.station, parts.key, parts.onDamage),
      m_feed(parts.journal, parts.station.value(), Sealer(parts.key)), m_snapshot(parts.snapshotFile, parts.station.value(), parts.key, parts.disk),
      m_numbers(parts.journal, parts.station, parts.key) {}

ReadModel::~ReadModel() = default;

base::Outcome ReadModel::load() {
    m_fromSnapshot = startFromSnapshot();
    if (!m_fromSnapshot)
        if (const auto started = startEmpty(); !started)
            return base::fail(readFailed(started.error()));
    return refresh();
}

base::Outcome ReadModel::startEmpty() {
    auto memory = sqlite::Connection::inMemory();
    if (!memory)
        return base::fail(memory.error());
    m_memory = std::move(*memory);
    m_dossiers = std::make_unique<DossierTable>(*m_memory);
    m_wishes = std::make_unique<WishTable>(*m_memory);
    m_volumes = {};
    m_lists = {};
    m_ownSeq = m_cursor = 0;
    m_head = OwnLog::Head{}.hash;
    m_publishedRead = false;
    return m_dossiers->create().and_then([&](base::Done) { return m_wishes->create(); }).and_then([&](base::Done) {
        return m_memory->execute("CREATE TABLE fact(name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID");
    });
}

bool ReadModel::startFromSnapshot() {
    const QByteArray image = m_snapshot.load();
    if (image.isEmpty())
        return false;
    auto memory = sqlite::Connection::inMemory();
    if (!memory || !(*memory)->deserialize(image))
        return false;
    const auto ownSeq = factNumber(**memory, QStringLiteral("own-seq"));
    const auto head = fact(**memory, QStringLiteral("head"));
    const auto cursor = factNumber(**memory, QStringLiteral("cursor"));
    const auto volumes = fact(**memory, QStringLiteral("volumes"));
    const auto lists = fact(**memory, QStringLiteral("lists"));
    const auto feedCursor = m_feed.cursor();
    const auto hash = OwnLog(m_parts.journal, m_parts.station, Sealer(m_parts.key)).hashAt(ownSeq.value_or(-1));
    // A copy of an older dossier, or a snapshot of a newer one: it does not belong to this journal.
    if (!ownSeq || !head || !cursor || !volumes || !lists || lists->isEmpty() || !feedCursor || !hash || *hash != *head || *cursor > *feedCursor)
        return false;
    m_memory = std::move(*memory);
    m_dossiers = std::make_unique<DossierTable>(*m_memory);
    m_wishes = std::make_unique<WishTable>(*m_memory);
    m_volumes = VolumeTable::fromJson(QJsonDocument::fromJson(*volumes).array());
    m_lists = domain::PersonLists::fromJson(QJsonDocument::fromJson(*lists).array());
    m_ownSeq = *ownSeq;
    m_head = *head;
    m_cursor = *cursor;
    return true;
}

base::Outcome ReadModel::saveSnapshot(bool wait) {
    const auto image = rememberMarks().and_then([&](base::Done) { return m_memory->serialize(); });
    if (!image)
        return base::fail(readFailed(image.error()));
    m_snapshot.save(*image);
    m_sinceSnapshot = 0;
    if (wait)
        m_snapshot.finish();
    return base::done();
}

base::Outcome ReadModel::rememberMarks() {
    const auto head = OwnLog(m_parts.journal, m_parts.station, Sealer(m_parts.key)).hashAt(m_ownSeq);
    if (!head)
        return base::fail(head.error());
    const QByteArray volumes = QJsonDocument(m_volumes.toJson()).toJson(QJsonDocument::Compact);
    return setFact(*m_memory, QStringLiteral("own-seq"), QByteArray::number(m_ownSeq))
        .and_then([&](base::Done) { return setFact(*m_memory, QStringLiteral("head"), *head); })
        .and_then([&](base::Done) { return setFact(*m_memory, QStringLiteral("cursor"), QByteArray::number(m_cursor)); })
        .and_then([&](base::Done) { return setFact(*m_memory, QStringLiteral("volumes"), volumes); })
        .and_then(
            [&](base::Done) { return setFact(*m_memory, QStringLiteral("lists"), QJsonDocument(m_lists.toJson()).toJson(QJsonDocument::Compact)); });
}

base::Outcome ReadModel::apply(const std::vector<domain::Event>&) {
    return refresh();
}

base::Outcome ReadModel::refresh() {
    const auto caughtUp = catchUp();
    if (!caughtUp)
        return base::fail(readFailed(caughtUp.error()));
    if (m_sinceSnapshot >= m_parts.snapshotEvery && m_parts.onDamage == OnDamage::Report)
        return saveSnapshot(false);
    return base::done();
}

base::Outcome ReadModel::catchUp() {
    const auto reading = sqlite::Transaction::beginReading(m_parts.journal);
    if (!reading)
        return base::fail(reading.error());
    const auto acknowledged = factNumber(m_parts.journal, QStringLiteral("acknowledged"));
    if (!acknowledged)
        return base::fail(acknowledged.error());
    m_acknowledged = *acknowledged;
    // Records that were set aside, as they were made on an older copy, are in what was folded already.
    const auto head = OwnLog(m_parts.journal, m_parts.station, Sealer(m_parts.key)).hashAt(m_ownSeq);
    if (const auto anew = !head ? base::Outcome(base::fail(head.error())) : *head == m_head ? base::done() : startEmpty(); !anew)
        return anew;
    Tail tail{m_ownSeq, m_head, m_cursor};
    if (const auto read = ownTail(tail).and_then([&](base::Done) { return receivedTail(tail); }); !read)
        return read;
    if (tail.published || !m_publishedRead) {
        auto published = Published::from(m_feed, m_parts.station);
        if (!published)
            return base::fail(published.error());
        m_published = std::move(*published);
        m_publishedRead = true;
    }
    if (tail.writtenOff || m_offCursor == 0)
        if (const auto off = readWrittenOff(); !off)
            return off;
    if (const auto replayed = replayAll(tail); !replayed)
        return replayed;
    for (const domain::Volume& volume : tail.grants)
        m_volumes.grant(volume);
    for (const auto& [volume, number] : tail.taken)
        m_volumes.take(volume, number);
    for (const domain::Event& closing : tail.closings) {
        m_volumes.apply(closing);
        m_lists.apply(closing);
    }
    m_ownSeq = tail.ownSeq;
    m_head = tail.head;
    m_cursor = tail.cursor;
    m_sinceSnapshot += tail.events;
    return base::done();
}

base::Outcome ReadModel::ownTail(Tail& tail) const {
    auto statement = m_parts.journal.prepare(QByteArray("SELECT seq, kind, dossier, volume, number, seq IN ") + refusedrecords::numbers +
                                             ", hash FROM record WHERE seq > ?1 ORDER BY seq");
    statement.bind(tail.ownSeq);
    return statement.each([&]() -> base::Outcome {
        tail.ownSeq = statement.integer(0);
        tail.head = statement.bytes(6);
        ++tail.events;
        tail.add(statement.uuid(2));
        const QByteArray kind = statement.bytes(1);
        if (kind == "folder-released")
            tail.released.emplace_back(statement.uuid(2), tail.ownSeq);
        if (const auto number = static_cast<int>(statement.integer(4)); number > 0)
            tail.taken.emplace_back(statement.uuid(3), number);
        const bool stands = statement.integer(5) == 0;
        const bool isWanted = kind == "volume-closed" || kind == "numbers-written-off" || kind == "person-listed";
        return isWanted && stands ? tail.addClosing(m_history.own(tail.ownSeq), m_parts.onDamage) : base::done();
    });
}

base::Outcome ReadModel::Tail::addClosing(base::Result<domain::Event> event, OnDamage onDamage) {
    // What is about no dossier, closes no volume and writes no number off changes no book.
    if (event && (std::holds_alternative<domain::VolumeClosed>(event->body) || std::holds_alternative<domain::NumbersWrittenOff>(event->body) ||
                     std::holds_alternative<domain::PersonListed>(event->body)))
        closings.push_back(std::move(*event));
    else if (event)
        return base::done();
    else if (onDamage == OnDamage::Report && event.error().code != QLatin1String("journal.payload-erased"))
        return base::fail(event.error());
    return base::done();
}

base::Outcome ReadModel::receivedTail(Tail& tail) const {
    const qint64 before = tail.cursor;
    auto statement = m_parts.journal.prepare("SELECT cursor, kind, dossier, seq FROM received WHERE cursor > ?1 ORDER BY cursor");
    statement.bind(tail.cursor);
    bool granted = false;
    bool claimed = false;
    const auto read = statement.each([&]() -> base::Outcome {
        tail.cursor = statement.integer(0);
        ++tail.events;
        const QString kind = statement.text(1);
        const bool readable = kind == QLatin1String("record") && statement.integer(3) > 0;
        if (readable && statement.uuid(2).isNull())
            return tail.addClosing(m_history.received(tail.cursor), m_parts.onDamage);
        const bool refused = kind == QLatin1String(refusedrecords::feedKind) && statement.integer(3) > 0;
        if (readable || refused)
            tail.add(statement.uuid(2));
        if (refused)
            tail.refused.push_back(statement.integer(3));
        granted = granted || kind == QLatin1String("volume");
        claimed = claimed || kind == QLatin1String("claim");
        tail.writtenOff = tail.writtenOff || kind == QLatin1String("written-off");
        tail.published = tail.published || Published::holds(kind);
        return base::done();
    });
    if (!read)
        return base::fail(read.error());
    if (claimed) {
        auto claims = m_feed.items(QStringLiteral("claim"), before);
        if (!claims)
            return base::fail(claims.error());
        tail.claims = std::move(*claims);
    }
    if (!granted)
        return base::done();
    const auto items = m_feed.items(QStringLiteral("volume"), before);
    if (!items)
        return base::fail(items.error());
    for (const FeedLog::Item& item : *items)
        if (auto volume = base::fromJson<domain::Volume>(item.body); !volume.id.isNull())
            tail.grants.push_back(std::move(volume));
    return base::done();
}

base::Outcome ReadModel::readWrittenOff() {
    const auto items = m_feed.items(QStringLiteral("written-off"), m_offCursor);
    if (!items)
        return base::fail(items.error());
    for (const FeedLog::Item& item : *items) {
        m_off.push_back(base::fromJson<domain::NumbersOff>(item.body));
        m_offCursor = item.cursor;
    }
    return base::done();
}

base::Outcome ReadModel::replayAll(const Tail& tail) {
    if (tail.dossiers.empty() && tail.claims.empty() && tail.refused.empty())
        return base::done();
    auto transaction = sqlite::Transaction::begin(*m_memory);
    if (!transaction)
        return base::fail(transaction.error());
    for (const domain::DossierId id : tail.dossiers)
        if (const auto replayed = replay(id); !replayed)
            return replayed;
    for (const qint64 seq : tail.refused)
        if (const auto leftOut = leaveOut(seq); !leftOut)
            return leftOut;
    for (const auto& [dossier, seq] : tail.released)
        if (const auto met = m_wishes->met(dossier, seq); !met)
            return met;
    for (const FeedLog::Item& claim : tail.claims)
        if (const auto added = addWish(claim); !added)
            return added;
    return transaction->commit();
}

/// What stays of a record that does not stand: a row of the book is a spoiled one, a code is not given again, a volume is open as it was.
base::Outcome ReadModel::leaveOut(qint64 refused) {
    const auto event = m_history.own(refused);
    if (!event)
        return m_parts.onDamage == OnDamage::Report && event.error().code != QLatin1String("journal.payload-erased")
                   ? base::Outcome(base::fail(event.error()))
                   : base::done();
    if (const auto* registered = std::get_if<domain::EntryRegistered>(&event->body))
        return m_dossiers->putEntry(domain::notTaken(registered->entry), event->dossier);
    if (const auto* received = std::get_if<domain::DossierReceived>(&event->body))
        return m_dossiers->spendSerial(m_parts.station, received->code);
    if (const auto* closed = std::get_if<domain::VolumeClosed>(&event->body); closed && refused <= m_ownSeq)
        m_volumes.reopen(closed->volume);
    if (refused <= m_ownSeq)
        m_lists.takeBack(*event);
    return base::done();
}

base::Outcome ReadModel::addWish(const FeedLog::Item& claim) {
    const auto said = base::fromJson<protocol::Claim>(claim.body);
    const domain::ports::DossierWish wish{domain::DossierId::fromString(said.dossier), domain::StationId::fromString(said.station)};
    if (wish.dossier.isNull() || wish.asker.isNull() || wish.asker == m_parts.station)
        return base::done();
    auto statement = m_parts.journal.prepare("SELECT 1 FROM record WHERE dossier = ?1 AND seq > ?2 AND kind = 'folder-released'");
    const auto released = statement.bind(wish.dossier.value(), claim.ownSeq).next();
    if (!released)
        return base::fail(released.error());
    return *released ? base::done() : m_wishes->add(wish, claim.cursor, claim.ownSeq);
}

base::Outcome ReadModel::replay(domain::DossierId id) {
    const auto entries = m_history.of(id);
    if (!entries) {
        // What a newer program wrote is read as far as it goes. This one is damaged, and must not keep the others from being shown.
        qCWarning(base::lcJournal).noquote() << "dossier left out:" << id.toString() << entries.error().toLogLine();
        return entries.error().code.startsWith(QLatin1String("event.")) ? base::done() : base::Outcome(base::fail(entries.error()));
    }
    const domain::Dossier dossier = domain::replay(id, *entries, &History::Entry::event);
    qint64 lastSeq = 0;
    for (const History::Entry& entry : *entries)
        lastSeq = qMax(lastSeq, entry.ownSeq);
    if (dossier.version == 0 && dossier.unread == 0)
        return m_dossiers->drop(id);
    return m_dossiers->put(dossier, entries->front().event.at, lastSeq);
}

base::Result<std::vector<domain::ports::DossierRow>> ReadModel::dossiers(const domain::ports::DossierFilter& filter) const {
    return asRead(m_dossiers->dossiers(filter, m_acknowledged));
}

base::Result<std::vector<domain::ports::DossierRow>> ReadModel::search(const QString& text, int limit) const {
    return asRead(m_dossiers->search(text, limit, m_acknowledged));
}

base::Result<domain::Dossier> ReadModel::dossier(domain::DossierId id) const {
    const auto entries = m_history.of(id);
    if (!entries)
        return base::fail(readFailed(entries.error()));
    domain::Dossier dossier = domain::replay(id, *entries, &History::Entry::event);
    if (dossier.version == 0 && dossier.unread == 0)
        return base::fail(QStringLiteral("dossier.unknown"));
    return dossier;
}

base::Result<domain::Event> ReadModel::ownEvent(qint64 seq) const {
    return asRead(m_history.own(seq));
}

base::Result<domain::Event> ReadModel::asideEvent(qint64 number) const {
    return asRead(m_history.aside(number));
}

base::Result<std::vector<domain::Volume>> ReadModel::volumes() const {
    std::vector<domain::Volume> volumes;
    for (const domain::Volume& volume : m_volumes.all()) {
        auto counted = withCounts(volume);
        if (!counted)
            return base::fail(counted.error());
        volumes.push_back(std::move(*counted));
    }
    return volumes;
}

base::Result<domain::Volume> ReadModel::volume(domain::VolumeId id) const {
    return m_volumes.find(id).and_then([&](const domain::Volume& volume) { return withCounts(volume); });
}

base::Result<domain::Volume> ReadModel::withCounts(domain::Volume volume) const {
    return asRead(m_dossiers->countEntries(volume.id)).map([&](const DossierTable::EntryCounts& counts) {
        volume.lastNumber = qMax(volume.lastNumber, counts.lastNumber);
        volume.spoiled = volume.closed ? volume.spoiled : counts.spoiled;
        if (volume.isUnits()) {
            volume.taken = counts.rows;
            for (const domain::NumbersOff& off : m_off)
                if (off.volume == volume.id)
                    volume = domain::without(std::move(volume), off.range());
        }
        return volume;
    });
}

base::Result<std::vector<domain::HeldLease>> ReadModel::numbers() const {
    return asRead(m_numbers.all(m_off));
}

base::Result<std::vector<domain::DayUse>> ReadModel::numberUse(domain::VolumeId volume) const {
    // Days of Viet Nam, seven hours ahead.
    auto statement = m_parts.journal.prepare("SELECT (at + 25200000) / 86400000 AS day, count(*) FROM record WHERE volume = ?1 AND number > 0 "
                                             "GROUP BY day ORDER BY day DESC LIMIT 10");
    statement.bind(volume.value());
    std::vector<domain::DayUse> days;
    const auto read = statement.each([&] {
        days.push_back({QDate(1970, 1, 1).addDays(statement.integer(0)), static_cast<int>(statement.integer(1))});
    });
    return read ? base::Result<std::vector<domain::DayUse>>(std::move(days)) : base::fail(readFailed(read.error()));
}

base::Result<std::vector<domain::NumbersOff>> ReadModel::writtenOff(domain::VolumeId volume) const {
    std::vector<domain::NumbersOff> off = m_off;
    std::erase_if(off, [&](const domain::NumbersOff& each) { return each.volume != volume; });
    return off;
}

base::Result<std::vector<domain::BookEntry>> ReadModel::entries(domain::VolumeId volume) const {
    return asRead(m_dossiers->entries(volume));
}

base::Result<std::vector<domain::ports::BookLine>> ReadModel::lines(domain::VolumeId volume) const {
    return asRead(m_dossiers->lines(volume));
}

base::Result<domain::BookEntry> ReadModel::entry(domain::VolumeId volume, int number) const {
    return asRead(m_dossiers->entry(volume, number));
}

base::Result<domain::DossierId> ReadModel::dossierOfEntry(domain::VolumeId volume, int number) const {
    return asRead(m_dossiers->dossierOfEntry(volume, number));
}

base::Result<int> ReadModel::lastSerial(QDate day) const {
    return asRead(m_dossiers->lastSerial(m_parts.station, day));
}

base::Result<std::map<domain::State, int>> ReadModel::countsByState() const {
    return asRead(m_dossiers->countsByState());
}

}
