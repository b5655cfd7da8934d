#include "sync/http/Transport.h"

#include "app/base/Logging.h"
#include "sync/http/Call.h"
#include "sync/protocol/Address.h"
#include "sync/protocol/HttpDate.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace motcua::http {

namespace {

/// More than there are lanes: no request waits for another's thread.
constexpr int mostAtATime = 16;

bool isUnderstood(const Answer& answer, const QList<int>& understood) {
    return (answer.status >= 200 && answer.status < 300) || understood.contains(answer.status);
}

}

base::Result<std::unique_ptr<Transport>> Transport::make(const Credentials& credentials, const base::Clock& clock) {
    if (credentials.platform.scheme() != QLatin1String("https") || credentials.platform.host().isEmpty())
        return base::fail(QStringLiteral("sync.bad-credentials"), {{QStringLiteral("part"), QStringLiteral("platform")}});
    auto tls = Tls::from(credentials);
    if (!tls)
        return base::fail(tls.error());
    return std::unique_ptr<Transport>(new Transport(credentials.platform, *std::move(tls), clock));
}

Transport::Transport(const QUrl& platform, Tls tls, const base::Clock& clock) : m_platform(platform), m_tls(std::move(tls)), m_clock(clock) {
    m_threads.setMaxThreadCount(mostAtATime);
}

Transport::~Transport() {
    const QList<Call*> calls = findChildren<Call*>(Qt::FindDirectChildrenOnly);
    for (Call* call : calls)
        call->abort();
    m_threads.waitForDone();
    qDeleteAll(calls);
}

std::shared_ptr<HttpConnection> Transport::newConnection(Tls::Dates dates) const {
    return std::make_shared<HttpConnection>(m_tls, m_platform.host().toStdString(), m_platform.port(protocol::httpsPort), dates);
}

std::shared_ptr<HttpConnection> Transport::takeIdle() {
    if (m_idle.empty())
        return newConnection(Tls::Dates::Checked);
    auto connection = std::move(m_idle.back());
    m_idle.pop_back();
    return connection;
}

void Transport::send(const Request& request, AnswerHandler handler) {
    Request bounded = request;
    bounded.deadline = std::min(request.deadline, m_longest);
    auto connection = takeIdle();
    auto report = [this, connection, handler = std::move(handler), understood = request.understood, asked = m_clock.now()](
                      const HttpConnection::Outcome& outcome) {
        if (!connection->isAborted())
            m_idle.push_back(connection);
        if (const auto* failure = std::get_if<Failure>(&outcome))
            return failed(*failure, handler);
        const Answer& answer = std::get<Answer>(outcome);
        noteTime(answer, asked);
        if (isUnderstood(answer, understood))
            return handler(answer);
        failed({Failure::Kind::Status, 0, answer.status, answer.body}, handler);
    };
    (new Call(std::move(connection), std::move(bounded), std::move(report), this))->start(m_platform.host(), m_threads);
}

/// The platform's time was some moment between question and answer: only what lies outside is a difference.
void Transport::noteTime(const Answer& answer, const QDateTime& asked) {
    const QDateTime theirs = protocol::httpDateIn(answer.headers.value("date"));
    if (!theirs.isValid())
        return;
    const QDateTime nearest = std::clamp(theirs, asked, std::max(asked, m_clock.now()));
    m_minutesAhead = theirs.secsTo(nearest) / 60;
}

void Transport::failed(const Failure& failure, const AnswerHandler& handler) {
    const base::Error error = classify(failure);
    qCDebug(base::lcSync).noquote() << "request failed:" << error.toLogLine() << "verdict" << failure.verdict;
    if (isAboutDates(failure))
        compareClocks(error, handler);
    else
        handler(base::fail(error));
}

void Transport::compareClocks(const base::Error& error, const AnswerHandler& handler) {
    Request request{"GET", QString::fromLatin1(protocol::address::health)};
    request.deadline = std::chrono::seconds(10);
    auto report = [this, error, handler](const HttpConnection::Outcome& outcome) {
        if (const auto* answer = std::get_if<Answer>(&outcome))
            compared(*answer, error, handler);
        else
            handler(base::fail(error));
    };
    (new Call(newConnection(Tls::Dates::Forgiven), std::move(request), std::move(report), this))->start(m_platform.host(), m_threads);
}

void Transport::compared(const Answer& answer, const base::Error& error, const AnswerHandler& handler) const {
    const QJsonValue time = QJsonDocument::fromJson(answer.body).object().value(QLatin1String("time"));
    const qint64 difference = time.toInteger() - m_clock.now().toMSecsSinceEpoch();
    if (!time.isDouble() || std::chrono::milliseconds(qAbs(difference)) <= base::clockTolerance) {
        handler(base::fail(error));
        return;
    }
    handler(base::fail(QStringLiteral("sync.clock-wrong"), {{QStringLiteral("minutes"), QString::number(-difference / 60'000)}}));
}

}
