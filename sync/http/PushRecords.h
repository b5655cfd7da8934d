#pragma once

#include "sync/engine/BatchSize.h"
#include "sync/engine/Planner.h"
#include "sync/http/BlobDesk.h"
#include "sync/http/LaneWork.h"
#include "sync/http/Link.h"

#include <QTimer>

#include <optional>

namespace motcua::http {

/// The records lane: asks the platform for its mark once, then sends batches from there. One batch is under way at a time; the
/// next is read and encoded while the platform works on it. Owned by the sync worker, in its thread.
class PushRecords final : public LaneWork {
    Q_OBJECT

public:
    PushRecords(const Link& link, BlobDesk& blobs);

    bool hasWork() override;
    void start() override;
    engine::Step step() const override;

    /// The platform's last verified mark; none before the first answer.
    const std::optional<protocol::Mark>& confirmed() const { return m_mark; }
    base::Result<qint64> unsent() const;
    /// The platform said since the start that it has all that is here.
    bool isAllSent() const;
    /// What it said counts no longer.
    void askMarkAgain();

signals:
    void marked();
    /// A record went to the needs-you tray, or one left it.
    void trayChanged();
    void blobsMissed();
    /// There is work again, after hasWork() put it off.
    void worthwhile();
    /// What is here is not what it was: records came back, or it showed that they must.
    void chainChanged();

private:
    struct Batch {
        qint64 after = 0;
        qint64 upTo = 0;
        QByteArray body;
        QByteArray head; ///< the station's signature over its last record, base64
    };

    base::Result<engine::Backlog> backlog() const;
    bool isPutOff(const engine::Backlog& backlog, const engine::RecordsWork& work);
    base::Result<Batch> prepare(qint64 after, int limit) const;
    base::Result<QByteArray> signHead(const protocol::RecordHeader& last) const;
    void prepareNext(qint64 after);
    void askMark();
    /// Tells the platform of a key that was bound here without it: what it signed goes after that.
    void activate(const protocol::ActivationRequest& request);
    void send(Batch batch);
    void answered(const Batch& batch, const base::Result<Answer>& answer);
    base::Outcome accept(const protocol::Mark& mark);
    base::Outcome checkHead(const protocol::Mark& mark) const;
    void refused(const protocol::Refusal& refusal);
    base::Outcome keepRefused(const std::vector<protocol::Refusal>& refused);
    void clearTray(qint64 upTo);
    /// The platform holds more of this station than is here, or other records: they are fetched.
    base::Outcome fallBehind(const protocol::Mark& mark, const base::Error& error);
    void fetchBack();
    void gotBack(const base::Result<Answer>& answer);

    Link m_link;
    BlobDesk& m_blobs;
    engine::BatchSize m_size;
    std::optional<protocol::Mark> m_mark;
    std::optional<Batch> m_next;
    struct Behind {
        protocol::Mark mark;
        qint64 after = 0;
    };
    std::optional<Behind> m_behind;
    qint64 m_sentAt = 0;
    qint64 m_answeredAt = 0;
    QTimer m_pause;
};

}
