#pragma once

#include "app/base/Clock.h"
#include "sync/engine/Service.h"
#include "sync/http/AskNumbers.h"
#include "sync/http/BlobDesk.h"
#include "sync/http/LaneDriver.h"
#include "sync/http/PullBlobs.h"
#include "sync/http/PullFeed.h"
#include "sync/http/PushBlobs.h"
#include "sync/http/PushRecords.h"
#include "sync/http/SyncOptions.h"

#include <memory>
#include <optional>
#include <vector>

namespace motcua::http {

/// The station's synchronisation: lanes that do not wait for each other (records, several for blobs, the feed, received blobs).
/// Owned by SyncService; lives in its own thread, where begin() makes everything and end() takes it down.
class SyncWorker : public QObject {
    Q_OBJECT

public:
    SyncWorker(Credentials credentials, StoreFactory openStore, SyncOptions options);
    ~SyncWorker() override;

    void begin();
    void end();
    void wake();
    void tryNow();
    void lineCame();
    void lineWent();
    void claim(const QString& dossier);
    void askNumbers(const std::vector<protocol::NumberWish>& wishes);

signals:
    void numbersAnswered(const motcua::protocol::LeaseAnswer& answer);
    void statusChanged(const motcua::engine::Status& status);
    void received();
    void claimAnswered(const QString& dossier, const motcua::base::Error& error);

private:
    /// With the records, the feed, received blobs and a claim fewer than the platform answers one station at a time.
    static constexpr size_t blobLanes = 6;
    enum Place { Records, FirstBlobs, Feed = FirstBlobs + blobLanes, Fetch, Numbers };

    base::Outcome open();
    void makeLanes();
    LaneDriver* addLane(LaneWork& work);
    void tellAll(engine::Occasion occasion);
    void gotThrough(const LaneDriver* lane);
    void lineLost();
    void claimed(const QString& dossier, const base::Result<Answer>& answer);
    void reportMark();
    void scheduleReport();
    void report();
    engine::Step pushStep() const;
    engine::Step pullStep() const;
    void addWaits(engine::Status& status) const;

    Credentials m_credentials;
    StoreFactory m_openStore;
    SyncOptions m_options;
    base::SystemClock m_clock;
    engine::Store* m_store = nullptr; ///< borrowed between begin() and end()
    std::unique_ptr<protocol::MarkVerifier> m_verifier;
    protocol::KeyPointer m_key; ///< the station's
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<BlobDesk> m_desk;
    std::unique_ptr<PushRecords> m_records;
    std::unique_ptr<PushBlobs> m_blobs[blobLanes];
    std::unique_ptr<PullFeed> m_feed;
    std::unique_ptr<PullBlobs> m_fetch;
    std::unique_ptr<AskNumbers> m_numbers;
    std::optional<std::vector<protocol::NumberWish>> m_wishes; ///< that were told before begin()
    std::vector<std::unique_ptr<LaneDriver>> m_lanes;          ///< records, blobs, feed, fetch, numbers
    QTimer m_report;
    engine::Status m_status;
};

}
