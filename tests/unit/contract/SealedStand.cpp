#include "app/journal/keys/Secrets.h"
#include "sync/protocol/MarkSignature.h"
#include "tests/support/sqlite/StationBench.h"
#include "tests/unit/contract/StoreStand.h"

#include <openssl/pem.h>

namespace motcua::test {

namespace {

class SealedStand final : public StoreStand {
public:
    SealedStand() {
        station = m_bench.station;
        clerk = m_bench.clerk;
        supervisor = m_bench.supervisor;
        volume = m_bench.volume;
        if (!m_bench.create() || !m_bench.unlock() || !m_bench.grantVolume(++m_cursor))
            qFatal("no station");
        if (!m_bench.unlocked().secrets().put(journal::Secrets::platformKey, asPem([&](BIO* bio) { PEM_write_bio_PUBKEY(bio, m_platform.get()); })))
            qFatal("no platform");
    }
    domain::ports::Journal& journal() override { return m_bench.unlocked().journal(); }
    const domain::ports::Archive& archive() const override { return m_bench.unlocked().archive(); }
    domain::ports::Projection& projection() override { return m_bench.unlocked().projection(); }
    domain::ports::DraftStore& drafts() override { return m_bench.unlocked().drafts(); }
    domain::ports::BlobStore& blobs() override { return m_bench.unlocked().blobs(); }
    void grant(const domain::Volume& granted) override { take({m_cursor + 1, QStringLiteral("volume"), base::toJson(granted)}); }
    void receive(const domain::Event& event) override { take(StationBench::recordItem(m_cursor + 1, m_cursor + 1, event)); }
    void acknowledge() override {
        const auto signer = protocol::MarkSigner::fromPem(
            asPem([&](BIO* bio) { PEM_write_bio_PrivateKey(bio, m_platform.get(), nullptr, nullptr, 0, nullptr, nullptr); }));
        const auto head = m_bench.unlocked().head();
        const auto mark = signer->sign(station.value(), head->seq, QString::fromLatin1(head->hash.toHex()));
        if (!m_bench.unlocked().syncStore().acknowledge(*mark) || !m_bench.unlocked().projection().refresh())
            qFatal("not acknowledged");
    }
    void restart() override {
        if (!m_bench.open() || !m_bench.unlock())
            qFatal("not opened");
    }

private:
    void take(const protocol::FeedItem& item) {
        m_cursor = item.cursor;
        if (!m_bench.unlocked().syncStore().receive({item}) || !m_bench.unlocked().projection().refresh())
            qFatal("not received");
    }
    template <class Write>
    static QByteArray asPem(Write write) {
        const protocol::BioPointer bio(BIO_new(BIO_s_mem()));
        write(bio.get());
        char* text = nullptr;
        const long size = BIO_get_mem_data(bio.get(), &text);
        return QByteArray(text, static_cast<qsizetype>(size));
    }

    mutable StationBench m_bench;
    protocol::KeyPointer m_platform{EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256")};
    qint64 m_cursor = 0;
};

}

std::unique_ptr<StoreStand> sealedStand() {
    return std::make_unique<SealedStand>();
}

}
