#pragma once

#include "app/base/Result.h"

#include <QSslCertificate>
#include <QSslSocket>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace motcua::http {

struct StationKey;

/// Looks once at who stands at an address: takes the certificates that it shows and hangs up. Nothing is believed and nothing travels.
/// Owned by EnrolmentClient; in any thread with an event loop.
class PlatformLook : public QObject {
    Q_OBJECT

public:
    PlatformLook();
    ~PlatformLook() override;

    /// Ends once, with seen() or failed(). `own`: what is shown in return.
    void begin(const QUrl& address, const StationKey& own);

signals:
    void seen(const QList<QSslCertificate>& chain);
    /// "sync.no-line" (nothing answers), "sync.timed-out", "sync.bad-answer" (something answers that speaks no TLS, or not with us).
    void failed(const motcua::base::Error& error);

private:
    void end();
    void fail(const char* code);

    std::unique_ptr<QSslSocket> m_socket;
    QTimer m_deadline;
};

}
