#include "sync/http/Call.h"

#include <utility>

namespace motcua::http {

Call::Call(QNetworkReply* reply, const Request& request, AnswerHandler answered, FailureHandler failed, QObject* parent)
    : QObject(parent), m_reply(reply), m_mostBytes(request.mostBytes), m_understood(request.understood),
      m_answered(std::move(answered)), m_failed(std::move(failed)) {
    // QNetworkRequest's own time-out only counts silence; a server that dribbles would hold the lane for ever.
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_failure.late = true;
        m_reply->abort();
    });
    connect(reply, &QNetworkReply::readyRead, this, &Call::readMore);
    connect(reply, &QNetworkReply::finished, this, &Call::finish);
    connect(reply, &QNetworkReply::sslErrors, this, &Call::noteTlsErrors);
    if (request.uploaded)
        connect(reply, &QNetworkReply::uploadProgress, this, [this, uploaded = request.uploaded](qint64 sent, qint64 total) {
            if (total > 0 && sent == total && !std::exchange(m_uploaded, true))
                uploaded();
        });
    m_deadline.start(request.deadline);
}

void Call::forgiveDates() {
    m_forgivesDates = true;
}

void Call::noteTlsErrors(const QList<QSslError>& errors) {
    m_failure.tls.clear();
    for (const QSslError& error : errors)
        m_failure.tls << error.error();
    if (m_forgivesDates && isAboutDates(m_failure)) {
        m_failure.tls.clear();
        m_reply->ignoreSslErrors(errors);
    }
}

void Call::readMore() {
    m_body += m_reply->readAll();
    if (m_body.size() > m_mostBytes) {
        m_failure.large = true;
        m_reply->abort();
    }
}

Answer Call::answer() const {
    Answer answer;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = m_body;
    for (const QNetworkReply::RawHeaderPair& header : m_reply->rawHeaderPairs())
        answer.headers.insert(header.first.toLower(), header.second);
    return answer;
}

void Call::finish() {
    m_deadline.stop();
    if (!m_failure.large && m_reply->isOpen())
        m_body += m_reply->readAll();
    m_failure.large = m_failure.large || m_body.size() > m_mostBytes;
    const Answer answered = answer();
    const bool cutOff = m_failure.late || m_failure.large;
    // A status that the asker understands counts only when the whole answer came: an error below 200 is the line's.
    const bool whole = m_reply->error() == QNetworkReply::NoError || m_reply->error() >= QNetworkReply::ContentAccessDenied;
    const bool good = answered.status >= 200 && (answered.status < 300 || m_understood.contains(answered.status));
    deleteLater();
    if (!cutOff && whole && good && m_failure.tls.isEmpty()) {
        m_answered(answered);
        return;
    }
    m_failure.network = m_reply->error();
    m_failure.status = whole ? answered.status : 0;
    m_failure.body = m_body;
    m_failure.words = m_reply->errorString();
    m_failed(m_failure);
}

}
