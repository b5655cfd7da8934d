#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <chrono>
#include <functional>

namespace motcua::http {

/// One question to the platform.
struct Request {
    QByteArray method;
    QString path; ///< from the root, with the query
    QList<QPair<QByteArray, QByteArray>> headers = {};
    QByteArray body = {};
    /// From first to last byte, whatever dribbles in between.
    std::chrono::milliseconds deadline{30'000};
    /// An answer that grows beyond this is cut off: "sync.bad-answer".
    qint64 mostBytes = 1024 * 1024;
    /// Statuses from 300 up that the asker understands; all others become errors.
    QList<int> understood = {};
    /// Called once when the last byte of a body has left, while the platform works on it.
    std::function<void()> uploaded = {};
};

struct Answer {
    int status = 0;
    QByteArray body;
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
};

/// Called exactly once, from the transport's thread; never once the transport is gone.
using AnswerHandler = std::function<void(base::Result<Answer>)>;

}
