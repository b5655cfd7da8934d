#pragma once

#include "sync/http/Failure.h"

#include <QNetworkReply>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace motcua::http {

/// One request under way: bounds its time and the size of its answer, and reports exactly once. A child of the transport;
/// deletes itself after the report.
class Call : public QObject {
    Q_OBJECT

public:
    using FailureHandler = std::function<void(const Failure&)>;

    Call(QNetworkReply* reply, const Request& request, AnswerHandler answered, FailureHandler failed, QObject* parent);
    /// The connection forgives a certificate's dates; for comparing clocks only.
    void forgiveDates();

private:
    void readMore();
    void finish();
    void noteTlsErrors(const QList<QSslError>& errors);
    Answer answer() const;

    std::unique_ptr<QNetworkReply> m_reply;
    qint64 m_mostBytes;
    QList<int> m_understood;
    AnswerHandler m_answered;
    FailureHandler m_failed;
    QTimer m_deadline;
    QByteArray m_body;
    Failure m_failure;
    bool m_forgivesDates = false;
    bool m_uploaded = false;
};

}
