#include "tests/support/counter/MemoryArchive.h"
#include "tests/support/counter/MemoryBlobs.h"
#include "tests/unit/contract/StoreStand.h"

namespace motcua::test {

namespace {

class MemoryStand final : public StoreStand {
public:
    MemoryStand() {
        m_archive.published.range.station = station;
        m_archive.published.volumes = {volumeOf(station, volume)};
        m_journal.station = station;
    }
    domain::ports::Journal& journal() override { return m_journal; }
    const domain::ports::Archive& archive() const override { return m_archive; }
    domain::ports::Projection& projection() override { return m_archive; }
    domain::ports::DraftStore& drafts() override { return m_drafts; }
    domain::ports::BlobStore& blobs() override { return m_blobs; }
    void grant(const domain::Volume& granted) override { m_archive.published.volumes.push_back(granted); }
    void receive(const domain::Event& event) override { m_journal.receive(event); }
    void acknowledge() override { m_journal.acknowledged = m_journal.lastSeq(); }
    void restart() override {}

private:
    MemoryDrafts m_drafts;
    MemoryBlobs m_blobs;
    MemoryJournal m_journal{m_drafts};
    MemoryArchive m_archive{m_journal};
};

}

std::unique_ptr<StoreStand> memoryStand() {
    return std::make_unique<MemoryStand>();
}

}
