#include "sync/engine/Failures.h"
#include "sync/http/Failure.h"

#include <QTest>

using namespace motcua;
using namespace motcua::http;
using Network = QNetworkReply::NetworkError;
using Tls = QSslError::SslError;

Q_DECLARE_METATYPE(motcua::http::Failure)

/// Every way a request can fail, in the codes that a person is shown.
class tst_Failure : public QObject {
    Q_OBJECT

private slots:
    void classifies_data();
    void classifies();
    void repeatsOnlyCodesOfThePlatform();
    void saysWhatIsWrongWithTheCertificate();
};

namespace {

Failure network(Network error, const char* words = "") {
    Failure failure;
    failure.network = error;
    failure.words = QString::fromLatin1(words);
    return failure;
}

Failure status(int code, const QByteArray& body = {}) {
    Failure failure;
    failure.network = QNetworkReply::InternalServerError;
    failure.status = code;
    failure.body = body;
    return failure;
}

Failure tls(const QList<Tls>& errors) {
    Failure failure = network(QNetworkReply::SslHandshakeFailedError);
    failure.tls = errors;
    return failure;
}

Failure late() {
    Failure failure = network(QNetworkReply::OperationCanceledError);
    failure.late = true;
    return failure;
}

Failure large() {
    Failure failure = network(QNetworkReply::OperationCanceledError);
    failure.large = true;
    return failure;
}

}

void tst_Failure::classifies_data() {
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("retryable");
    QTest::addColumn<int>("occasion");
    const auto row = [](const char* name, const Failure& failure, const char* code, bool retryable, engine::Occasion occasion) {
        QTest::newRow(name) << failure << QString::fromLatin1(code) << retryable << static_cast<int>(occasion);
    };
    const auto line = engine::Occasion::Failed;
    const auto trouble = engine::Occasion::Troubled;
    const auto person = engine::Occasion::Rejected;
    row("nobody listens", network(QNetworkReply::ConnectionRefusedError), "sync.no-line", true, line);
    row("the other side hangs up", network(QNetworkReply::RemoteHostClosedError), "sync.no-line", true, line);
    row("the name is unknown", network(QNetworkReply::HostNotFoundError), "sync.no-line", true, line);
    row("the network is away", network(QNetworkReply::TemporaryNetworkFailureError), "sync.no-line", true, line);
    row("the network session failed", network(QNetworkReply::NetworkSessionFailedError), "sync.no-line", true, line);
    row("an unknown network error", network(QNetworkReply::UnknownNetworkError), "sync.no-line", true, line);
    row("the proxy refuses", network(QNetworkReply::ProxyConnectionRefusedError), "sync.no-line", true, line);
    row("our deadline", late(), "sync.timed-out", true, line);
    row("an answer without end", large(), "sync.bad-answer", true, trouble);
    row("no HTTP", network(QNetworkReply::ProtocolFailure), "sync.bad-answer", true, trouble);
    row("no TLS", network(QNetworkReply::SslHandshakeFailedError, "wrong version number"), "sync.bad-answer", true, trouble);
    row("alert: unknown ca", network(QNetworkReply::SslHandshakeFailedError, "tlsv1 alert unknown ca"), "sync.certificate-refused",
        false, person);
    row("alert: expired", network(QNetworkReply::SslHandshakeFailedError, "sslv3 alert certificate expired"),
        "sync.certificate-refused", false, person);
    row("alert after the handshake", network(QNetworkReply::UnknownNetworkError, "tlsv13 alert certificate required"),
        "sync.certificate-refused", false, person);
    row("another CA", tls({Tls::UnableToGetLocalIssuerCertificate, Tls::CertificateUntrusted}), "sync.tls-untrusted", false, person);
    row("self-signed", tls({Tls::SelfSignedCertificate}), "sync.tls-untrusted", false, person);
    row("another host", tls({Tls::HostNameMismatch}), "sync.tls-untrusted", false, person);
    row("expired", tls({Tls::CertificateExpired}), "sync.tls-untrusted", false, person);
    row("not yet valid", tls({Tls::CertificateNotYetValid}), "sync.tls-untrusted", false, person);
    row("300", status(300), "sync.bad-answer", true, trouble);
    row("302", status(302), "sync.bad-answer", true, trouble);
    row("400", status(400), "sync.bad-answer", true, trouble);
    row("401", status(401), "sync.certificate-refused", false, person);
    row("403", status(403), "sync.certificate-refused", false, person);
    row("404", status(404), "sync.bad-answer", true, trouble);
    row("408", status(408), "sync.server-error", true, trouble);
    row("413", status(413), "sync.bad-answer", true, trouble);
    row("429", status(429), "sync.server-error", true, trouble);
    row("500", status(500), "sync.server-error", true, trouble);
    row("502", status(502), "sync.server-error", true, trouble);
    row("503", status(503), "sync.server-error", true, trouble);
}

void tst_Failure::classifies() {
    QFETCH(Failure, failure);
    QFETCH(QString, code);
    QFETCH(bool, retryable);
    QFETCH(int, occasion);
    const base::Error error = classify(failure);
    QCOMPARE(error.code, code);
    QCOMPARE(error.retryable, retryable);
    QCOMPARE(static_cast<int>(engine::occasionFor(error)), occasion);
}

void tst_Failure::repeatsOnlyCodesOfThePlatform() {
    QCOMPARE(classify(status(403, R"({"code":"station.revoked"})")).detail.value("platform"), QString("station.revoked"));
    QVERIFY(!classify(status(403, R"({"code":"Nguyễn Văn A"})")).detail.contains("platform"));
    QVERIFY(!classify(status(500, "<html>")).detail.contains("platform"));
    QVERIFY(!classify(status(500, R"({"code":")" + QByteArray(500, 'a') + ".b\"}")).detail.contains("platform"));
}

void tst_Failure::saysWhatIsWrongWithTheCertificate() {
    QCOMPARE(classify(tls({Tls::CertificateExpired})).detail.value("reason"), QString("dates"));
    QCOMPARE(classify(tls({Tls::HostNameMismatch})).detail.value("reason"), QString("host-name"));
    QCOMPARE(classify(tls({Tls::CertificateExpired, Tls::CertificateUntrusted})).detail.value("reason"), QString("authority"));
    QVERIFY(!isAboutDates(network(QNetworkReply::SslHandshakeFailedError)));
}

QTEST_GUILESS_MAIN(tst_Failure)
#include "tst_Failure.moc"
