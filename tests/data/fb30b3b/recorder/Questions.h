#pragma once

#include "sync/http/Transport.h"

namespace motcua::recorder {

/// How far a station's chain goes.
struct ChainEnd {
    qint64 seq = 0;
    QByteArray head; ///< 32 bytes
};

/// What the stations' lanes do not ask in three good days, asked with the old client's transport in one station's name:
/// health, a feed in small pages, an upload in two chunks, a repeated batch, and what the gateway refuses, record
/// versions of later programs included. Each waits for its answer; the line writes all of it down.
class Questions {
public:
    explicit Questions(const http::Credentials& credentials);

    /// `lastBatch`: the body that the station sent last.
    void askAll(const ChainEnd& end, const QByteArray& lastBatch);

private:
    using Headers = QList<QPair<QByteArray, QByteArray>>;

    http::Answer ask(const QByteArray& method, const QString& path, const Headers& headers = {}, const QByteArray& body = {});
    void upload();
    /// One record that would follow `end`, but for what is changed in it.
    void pushOne(const ChainEnd& end, qint64 seq, const QByteArray& kind, int version, const QByteArray& payload);

    base::SystemClock m_clock;
    QUuid m_station;
    std::unique_ptr<http::Transport> m_transport;
};

}
