#pragma once

#include "sync/engine/Store.h"
#include "sync/http/HttpExchange.h"
#include "sync/http/Link.h"

#include <QObject>

#include <functional>

namespace motcua::http {

/// How the next blob should travel.
struct UploadManner {
    /// A blob up to this size goes whole in the creating request; 0: create first, so that what arrives can be resumed.
    qint64 wholeUpTo = 0;
    qint64 chunk = 0;
};

/// Brings one blob to the platform by tus 1.0: creates or resumes, sends pieces with their checksums, asks again where to go on
/// when in doubt. Reports once. Owned by PushBlobs, in the sync worker's thread.
class BlobUpload : public QObject {
    Q_OBJECT

public:
    /// Errors besides the transport's: the store's.
    using DoneHandler = std::function<void(base::Outcome)>;

    BlobUpload(const Link& link, const engine::PendingBlob& blob, UploadManner manner, DoneHandler done);
    void start();

private:
    void create();
    void created(const Answer& answer);
    void askOffset();
    void offsetCame(const Answer& answer);
    void sendChunk();
    void chunkAnswered(const Answer& answer);
    void forgetAndCreate();
    void finish(base::Outcome outcome);
    void exchange(const Request& request, void (BlobUpload::*then)(const Answer&));
    bool takeOffset(const Answer& answer);

    Link m_link;
    engine::PendingBlob m_blob;
    UploadManner m_manner;
    DoneHandler m_done;
    QByteArray m_content;
    QString m_address;
    qint64 m_offset = 0;
    int m_stepsLeft = 0;
};

}
