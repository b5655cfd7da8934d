#pragma once

#include "app/base/Clock.h"
#include "sync/http/Transport.h"
#include "sync/protocol/Messages.h"

#include <QObject>

#include <memory>

namespace motcua::http {

/// Has a person's key bound to this desk by the code that the province gave to that person. An answer that is lost is asked for again; the same
/// key is answered as before. Made for one activation, in any thread with an event loop; one of its signals comes once.
class ActivationClient : public QObject {
    Q_OBJECT

public:
    ActivationClient(const Credentials& credentials, const protocol::ActivationRequest& request);
    ~ActivationClient() override;

    void begin();

signals:
    /// Signed by the platform, for the key that was offered.
    void activated(const motcua::protocol::PersonVoucher& voucher);
    /// Errors: "activation.code-wrong", "activation.too-many", "activation.no-line" (nothing was reached, or the answer was lost: the code may be
    /// typed again), "activation.not-offered" (a platform of before), "activation.refused" with platform, those of Transport::make().
    void failed(const motcua::base::Error& error);

private:
    void ask();
    void answered(const base::Result<Answer>& answer);
    base::Result<protocol::PersonVoucher> voucherIn(const QByteArray& body) const;

    base::SystemClock m_clock;
    Credentials m_credentials;
    protocol::ActivationRequest m_request;
    std::unique_ptr<Transport> m_transport;
    int m_triesLeft = 3; ///< an answer that is lost is asked for so often before somebody is told
};

/// Whether the platform's key (PEM) vouches for that key at that desk.
bool isVouchedFor(const protocol::PersonVoucher& voucher, const QByteArray& platformKey, const QUuid& station, const QString& publicKey);

}
