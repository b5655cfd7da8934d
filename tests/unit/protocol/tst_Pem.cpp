#include "sync/protocol/Pem.h"

#include <QTest>

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ui.h>

#include <functional>

using namespace motcua::protocol;

/// What the files at a station and at the province hold is read without a word to the terminal.
class tst_Pem : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void readsAKey();
    void nobodyIsAskedForAPassPhrase_data();
    void nobodyIsAskedForAPassPhrase();
    void certificatesEndWhereTheyCannotBeRead();

private:
    using Write = std::function<int(BIO*)>;
    static QByteArray written(const Write& write);
    QByteArray certificate() const;

    KeyPointer m_key;
    UI_METHOD* m_terminal = nullptr; ///< stands for it, and only notes that it was opened
    static inline bool m_asked = false;
};

QByteArray tst_Pem::written(const Write& write) {
    const BioPointer memory(BIO_new(BIO_s_mem()));
    if (write(memory.get()) != 1)
        return {};
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &bytes);
    return QByteArray(bytes, size);
}

QByteArray tst_Pem::certificate() const {
    const CertificatePointer made(X509_new());
    X509_gmtime_adj(X509_getm_notBefore(made.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), 3600);
    X509_set_pubkey(made.get(), m_key.get());
    X509_sign(made.get(), m_key.get(), EVP_sha256());
    return written([&](BIO* out) { return PEM_write_bio_X509(out, made.get()); });
}

void tst_Pem::initTestCase() {
    m_key.reset(EVP_EC_gen("P-256"));
    m_terminal = UI_create_method("terminal");
    UI_method_set_opener(m_terminal, [](UI*) {
        m_asked = true;
        return 0;
    });
    UI_set_default_method(m_terminal);
}

void tst_Pem::init() {
    m_asked = false;
}

void tst_Pem::cleanupTestCase() {
    UI_set_default_method(UI_OpenSSL());
    UI_destroy_method(m_terminal);
}

void tst_Pem::readsAKey() {
    const QByteArray own = written([&](BIO* out) { return PEM_write_bio_PKCS8PrivateKey(out, m_key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
    const QByteArray shared = written([&](BIO* out) { return PEM_write_bio_PUBKEY(out, m_key.get()); });
    QCOMPARE(EVP_PKEY_eq(privateKeyIn(own).get(), m_key.get()), 1);
    QCOMPARE(EVP_PKEY_eq(publicKeyIn(shared).get(), m_key.get()), 1);
    QVERIFY(!privateKeyIn(shared));
    QVERIFY(!publicKeyIn("no PEM"));
    QCOMPARE(ERR_peek_error(), 0ul);
}

void tst_Pem::nobodyIsAskedForAPassPhrase_data() {
    QTest::addColumn<QByteArray>("pem");
    QTest::newRow("PKCS#8") << written(
        [&](BIO* out) { return PEM_write_bio_PKCS8PrivateKey(out, m_key.get(), EVP_aes_256_cbc(), "secret", 6, nullptr, nullptr); });
    QTest::newRow("as SSLeay had it") << written([&](BIO* out) {
        return PEM_write_bio_PrivateKey_traditional(
            out, m_key.get(), EVP_aes_256_cbc(), reinterpret_cast<const unsigned char*>("secret"), 6, nullptr, nullptr);
    });
    const QByteArray header = "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00112233445566778899AABBCCDDEEFF\n\n";
    for (const QByteArray label : {"PUBLIC KEY", "CERTIFICATE", "CERTIFICATE REQUEST"})
        QTest::newRow(label.constData()) << "-----BEGIN " + label + "-----\n" + header + "AAAAAAAAAAAAAAAAAAAAAA==\n-----END " + label + "-----\n";
}

void tst_Pem::nobodyIsAskedForAPassPhrase() {
    QFETCH(QByteArray, pem);
    QVERIFY(!pem.isEmpty());
    QVERIFY(!privateKeyIn(pem));
    QVERIFY(!publicKeyIn(pem));
    QVERIFY(!requestIn(pem));
    QVERIFY(certificatesIn(pem).empty());
    QVERIFY(!m_asked);
    // OpenSSL left to itself asks, so the terminal above would have noted it.
    const auto reading = [&] { return BioPointer(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size()))); };
    QVERIFY(!KeyPointer(PEM_read_bio_PrivateKey(reading().get(), nullptr, nullptr, nullptr)));
    QVERIFY(!KeyPointer(PEM_read_bio_PUBKEY(reading().get(), nullptr, nullptr, nullptr)));
    QVERIFY(!RequestPointer(PEM_read_bio_X509_REQ(reading().get(), nullptr, nullptr, nullptr)));
    QVERIFY(!CertificatePointer(PEM_read_bio_X509(reading().get(), nullptr, nullptr, nullptr)));
    QVERIFY(m_asked);
    ERR_clear_error();
}

void tst_Pem::certificatesEndWhereTheyCannotBeRead() {
    const QByteArray good = certificate();
    const QByteArray bad = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    QVERIFY(certificatesIn({}).empty());
    QCOMPARE(certificatesIn(good + good).size(), size_t(2));
    QCOMPARE(certificatesIn(good + bad + good).size(), size_t(1));
    QVERIFY(certificatesIn(bad + good).empty());
    QCOMPARE(ERR_peek_error(), 0ul);
}

QTEST_APPLESS_MAIN(tst_Pem)
#include "tst_Pem.moc"
