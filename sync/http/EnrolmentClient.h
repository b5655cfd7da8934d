#pragma once

#include "app/base/Clock.h"
#include "sync/http/PlatformLook.h"
#include "sync/http/StationKey.h"
#include "sync/http/Transport.h"
#include "sync/protocol/Act.h"
#include "sync/protocol/EnrolmentCode.h"
#include "sync/protocol/Messages.h"

#include <QUrl>

#include <memory>

namespace motcua::http {

/// What a technician typed at a new station.
struct EnrolmentWish {
    QUrl listener; ///< https, the enrolment listener
    QString code;
    QString login;       ///< of the first user; empty: not looked at
    QString stationName; ///< empty: as the province calls the desk
};

/// What enrolment leaves: seal the key before anything else.
struct Enrolment {
    base::Secret key; ///< P-256, PKCS#8, PEM
    protocol::EnrolmentAnswer answer;
    std::shared_ptr<const protocol::PersonKey> signer = nullptr; ///< what the first user signs with; the answer says whether it is bound
};

/// Enrols a station with a technician's one-time code. First looks at the platform's CA certificate and compares it with the code,
/// on a connection that carries nothing; then asks, on one that trusts that CA alone, whether code and login would do, compares the
/// clocks and sees that the platform's main listener is reached from here; only then uses the code up. An answer that is lost is
/// asked for again with the same key, also by a later begin() with the same code, for as long as this object lives. A platform
/// of before, which is not asked beforehand, decides all at once. One enrolment at a time. Owned by whoever enrols, in any
/// thread with an event loop; one of its signals comes once for each begin().
class EnrolmentClient : public QObject {
    Q_OBJECT

public:
    EnrolmentClient();
    ~EnrolmentClient() override;

    /// Errors while the code is still good: "enrolment.code-malformed", "enrolment.address-malformed", "enrolment.no-key",
    /// "enrolment.under-way", "enrolment.wrong-platform" (the CA is not the code's), "enrolment.code-wrong", "enrolment.login-unknown"
    /// {login}, "enrolment.no-answer" {address}, "enrolment.not-gateway" {address}, "enrolment.wrong-port" {address}, "enrolment.wrong-host"
    /// {host}, "enrolment.clock-wrong" {now, theirs}, "enrolment.clock-or-certificate" {now, from, until}, "enrolment.desk-address" {address}
    /// (enrolled desks would have to reach it and this one does not), "enrolment.too-many". "enrolment.refused" with platform. Then:
    /// "enrolment.answer-lost" and "enrolment.bad-answer" with part: begin again with the same code.
    void begin(const EnrolmentWish& wish);

signals:
    void enrolled(const motcua::http::Enrolment& enrolment);
    void failed(const motcua::base::Error& error);

private:
    /// What a platform's code is called here.
    base::Error refusal(const Answer& answer) const;
    base::Outcome prepare();
    void lookedAt(const QList<QSslCertificate>& chain);
    void ask();
    void asked(const base::Result<Answer>& answer);
    void lookAtMain(const QString& url);
    void enrol();
    void answered(const base::Result<Answer>& answer);
    base::Result<Enrolment> check(const protocol::EnrolmentAnswer& answer) const;
    /// What an error of the line means for somebody who enrols.
    base::Error explained(const base::Error& error) const;
    base::Error clockError(qint64 minutesAhead) const;
    void send(const char* address, const QJsonObject& body, const QList<int>& understood, const AnswerHandler& handler);
    void finish(const base::Result<Enrolment>& enrolment);

    base::SystemClock m_clock; ///< the machine's own, as for all that TLS looks at
    EnrolmentWish m_wish;
    protocol::EnrolmentCode m_code;
    StationKey m_key;
    std::shared_ptr<const protocol::PersonKey> m_signer; ///< the first user's
    QString m_keyFor;                                    ///< the code's secret
    PlatformLook m_look;
    PlatformLook m_mainLook;
    QUrl m_main;
    QDateTime m_from;  ///< the platform's certificates are good from here
    QDateTime m_until; ///< to here
    std::unique_ptr<Transport> m_transport;
    int m_triesLeft = 0;
    bool m_keySent = false; ///< an enrolment with this key may have reached the platform
    bool m_underWay = false;
};

}
