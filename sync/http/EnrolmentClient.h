#pragma once

#include "app/base/Clock.h"
#include "sync/http/StationKey.h"
#include "sync/http/Transport.h"
#include "sync/protocol/EnrolmentCode.h"
#include "sync/protocol/Messages.h"

#include <QSslSocket>
#include <QTimer>

#include <memory>

namespace motcua::http {

/// What enrolment leaves: seal the key before anything else.
struct Enrolment {
    QByteArray key; ///< P-256, PKCS#8, PEM
    protocol::EnrolmentAnswer answer;
};

/// Enrols a station with a technician's one-time code. First looks at the platform's CA certificate and compares it with the code,
/// on a connection that carries nothing; only then says the code's secret, on one that trusts that CA alone. One enrolment at a
/// time. Owned by whoever enrols, in any thread with an event loop; one of its signals
/// comes once for each begin().
class EnrolmentClient : public QObject {
    Q_OBJECT

public:
    EnrolmentClient();
    ~EnrolmentClient() override;

    /// `listener`: https, the enrolment listener. Errors: "enrolment.code-malformed", "enrolment.address-malformed",
    /// "enrolment.wrong-platform" (the CA is not the code's), "enrolment.code-wrong", "enrolment.refused" (detail "platform"),
    /// "enrolment.bad-answer", "enrolment.no-key", "enrolment.under-way", and the transport's.
    void begin(const QUrl& listener, const QString& code, const QString& stationName);

signals:
    void enrolled(const motcua::http::Enrolment& enrolment);
    void failed(const motcua::base::Error& error);

private:
    void look();
    void lookedAt();
    void ask(const QByteArray& authority);
    void answered(const base::Result<Answer>& answer);
    base::Result<Enrolment> check(const protocol::EnrolmentAnswer& answer) const;
    void finish(base::Result<Enrolment> enrolment);

    base::SystemClock m_clock;
    QUrl m_listener;
    protocol::EnrolmentCode m_code;
    QString m_stationName;
    StationKey m_key;
    std::unique_ptr<QSslSocket> m_socket;
    std::unique_ptr<Transport> m_transport;
    QTimer m_deadline;
    bool m_underWay = false;
};

}
