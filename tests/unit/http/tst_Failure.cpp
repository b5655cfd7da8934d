#include "sync/engine/Failures.h"
#include "sync/http/Failure.h"

#include <QTest>

#include <openssl/x509_vfy.h>

using namespace motcua;
using namespace motcua::http;
using Kind = Failure::Kind;

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

Failure status(int code, const QByteArray& body = {}) {
    return {Kind::Status, 0, code, body};
}

Failure untrusted(int verdict) {
    return {Kind::Untrusted, verdict};
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
    row("no line", {}, "sync.no-line", true, line);
    row("our deadline", {Kind::Late}, "sync.timed-out", true, line);
    row("an answer without end", {Kind::Large}, "sync.bad-answer", true, trouble);
    row("no TLS", {Kind::NoTls}, "sync.bad-answer", true, trouble);
    row("our certificate is refused", {Kind::CertificateRefused}, "sync.certificate-refused", false, person);
    row("another CA", untrusted(X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY), "sync.tls-untrusted", false, person);
    row("self-signed", untrusted(X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT), "sync.tls-untrusted", false, person);
    row("another host", untrusted(X509_V_ERR_HOSTNAME_MISMATCH), "sync.tls-untrusted", false, person);
    row("expired", untrusted(X509_V_ERR_CERT_HAS_EXPIRED), "sync.tls-untrusted", false, person);
    row("not yet valid", untrusted(X509_V_ERR_CERT_NOT_YET_VALID), "sync.tls-untrusted", false, person);
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
    const auto reason = [](int verdict) { return classify(untrusted(verdict)).detail.value("reason"); };
    QCOMPARE(reason(X509_V_ERR_CERT_HAS_EXPIRED), QString("dates"));
    QCOMPARE(reason(X509_V_ERR_CERT_NOT_YET_VALID), QString("dates"));
    QCOMPARE(reason(X509_V_ERR_HOSTNAME_MISMATCH), QString("host-name"));
    QCOMPARE(reason(X509_V_ERR_IP_ADDRESS_MISMATCH), QString("host-name"));
    QCOMPARE(reason(X509_V_ERR_CERT_SIGNATURE_FAILURE), QString("authority"));
    QVERIFY(!isAboutDates({Kind::CertificateRefused, X509_V_ERR_CERT_HAS_EXPIRED}));
}

QTEST_GUILESS_MAIN(tst_Failure)
#include "tst_Failure.moc"
