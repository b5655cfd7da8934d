#include "tests/support/sqlite/StationBench.h"

#include "app/domain/EventCodec.h"
#include "sync/protocol/RecordCodec.h"

namespace motcua::test {

StationBench::StationBench() = default;

journal::StationOptions StationBench::options() const {
    journal::StationOptions options;
    options.clock = &clock;
    options.disk = disk;
    options.vfs = vfs;
    options.cost = {1, 64, 1};
    options.snapshotEvery = snapshotEvery;
    return options;
}

journal::NewStation StationBench::newStation() const {
    return {station, {}, QString::fromUtf8(login), QString::fromUtf8(password)};
}

base::Outcome StationBench::create() {
    auto made = journal::StationData::create(directory(), newStation(), options());
    if (!made)
        return base::fail(made.error());
    m_data = std::move(*made);
    return base::done();
}

base::Outcome StationBench::open() {
    close();
    auto opened = journal::StationData::open(directory(), options());
    if (!opened)
        return base::fail(opened.error());
    m_data = std::move(*opened);
    return base::done();
}

base::Outcome StationBench::unlock(journal::UnlockMode mode) {
    auto unlocked = m_data->unlock(QString::fromUtf8(login), QString::fromUtf8(password), mode);
    if (!unlocked)
        return base::fail(unlocked.error());
    m_unlocked = std::move(*unlocked);
    return base::done();
}

void StationBench::close() {
    m_unlocked.reset();
    m_data.reset();
}

base::Result<qint64> StationBench::append(const std::vector<domain::Event>& events) {
    auto last = m_unlocked->journal().append(events);
    if (last)
        if (const auto applied = m_unlocked->projection().apply(events); !applied)
            return base::fail(applied.error());
    return last;
}

CopyJob StationBench::job(int number) const {
    CopyJob job{station, clerk, supervisor, volume, number};
    job.at = clock.now().addSecs(60 * number);
    return job;
}

base::Outcome StationBench::grantVolume(qint64 cursor) {
    return m_unlocked->syncStore().receive({{cursor, QStringLiteral("volume"), base::toJson(volumeOf(station, volume))}}).and_then([&](base::Done) {
        return m_unlocked->projection().refresh();
    });
}

protocol::FeedItem StationBench::recordItem(qint64 cursor, qint64 seq, const domain::Event& event) {
    protocol::Record record;
    record.salt = QByteArray(16, 's');
    const domain::EncodedBody encoded = domain::encodeBody(event.body);
    record.payload = encoded.json;
    record.header.station = event.station.value();
    record.header.seq = seq;
    const QLatin1String kind = domain::kindOf(event.body);
    record.header.kind = QByteArray(kind.data(), kind.size());
    record.header.version = encoded.version;
    record.header.dossier = event.dossier.value();
    record.header.dossierVersion = event.dossierVersion;
    record.header.actor = event.actor.value();
    record.header.at = event.at.toMSecsSinceEpoch();
    record.header.previous = QByteArray(32, '\0');
    record.header.payloadDigest = protocol::payloadDigestOf(record.salt, record.payload);
    record.header.sealedDigest = QByteArray(32, '\0');
    return {cursor, QStringLiteral("record"), protocol::toJson(record)};
}

}
