#include "sync/http/StationKey.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QTest>

#include "tests/support/line/TestAuthority.h"

#include <openssl/pem.h>

using namespace motcua;
using namespace motcua::http;

class tst_StationKey : public QObject {
    Q_OBJECT

private slots:
    void makesAKeyThatIntroducesItself();
    void theRequestIsSignedByTheKey();
    void everyStationHasItsOwn();
    void certifiesOnlyItsOwn();
};

void tst_StationKey::makesAKeyThatIntroducesItself() {
    const auto made = StationKey::make();
    QVERIFY(made);
    QVERIFY(!QSslKey(made->key.bytes().toByteArray(), QSsl::Ec).isNull());
    QCOMPARE(QSslKey(made->key.bytes().toByteArray(), QSsl::Ec).length(), 256);
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(made->certificate);
    QCOMPARE(certificates.size(), 1);
    QVERIFY(certificates.front().isSelfSigned());
    QVERIFY(certificates.front().expiryDate() > QDateTime::currentDateTimeUtc());
    QVERIFY(certificates.front().effectiveDate() < QDateTime::currentDateTimeUtc().addSecs(-3600));
    QVERIFY(certifies(made->certificate, made->key));
}

void tst_StationKey::theRequestIsSignedByTheKey() {
    const auto made = StationKey::make();
    QVERIFY(made);
    const protocol::BioPointer in(BIO_new_mem_buf(made->signingRequest.constData(), static_cast<int>(made->signingRequest.size())));
    const protocol::RequestPointer request(PEM_read_bio_X509_REQ(in.get(), nullptr, nullptr, nullptr));
    QVERIFY(request);
    QCOMPARE(X509_REQ_verify(request.get(), X509_REQ_get0_pubkey(request.get())), 1);
    QVERIFY(!made->signingRequest.contains("PRIVATE"));
}

void tst_StationKey::everyStationHasItsOwn() {
    const auto one = StationKey::make();
    const auto other = StationKey::make();
    QVERIFY(one && other);
    QVERIFY(one->key != other->key);
    QVERIFY(!certifies(one->certificate, other->key));
}

void tst_StationKey::certifiesOnlyItsOwn() {
    const auto made = StationKey::make();
    QVERIFY(made);
    QVERIFY(!certifies({}, made->key));
    QVERIFY(!certifies(made->certificate, {}));
    QVERIFY(!certifies("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", made->key));
    QVERIFY(!certifies(test::TestAuthority::make().station("x").certificate, made->key));
}

QTEST_GUILESS_MAIN(tst_StationKey)
#include "tst_StationKey.moc"
