// sync/protocol/vectors.json, which the contract names, by our own program. What it holds was worked out by one that shares nothing with ours.

#include "sync/protocol/EnrolmentCode.h"
#include "sync/protocol/MarkSignature.h"
#include "sync/protocol/Pem.h"
#include "sync/protocol/RecordCodec.h"
#include "sync/protocol/Signing.h"
#include "sync/protocol/Vouchers.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace motcua;

class tst_ContractVectors : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void pin();
    void payloadDigest();
    void headerHash();
    void mark();
    void signedTexts();

private:
    QJsonArray of(const char* name, qsizetype least) const {
        const QJsonArray rows = m_vectors.value(QLatin1String(name)).toArray();
        return rows.size() >= least ? rows : QJsonArray();
    }
    QJsonObject m_vectors;
};

namespace {

QString text(const QJsonValue& row, const char* name) {
    return row[QLatin1String(name)].toString();
}

QByteArray derOf(const QString& pem) {
    const QStringList lines = pem.trimmed().split(QLatin1Char('\n'));
    return QByteArray::fromBase64(lines.mid(1, lines.size() - 2).join(QString()).toLatin1());
}

}

void tst_ContractVectors::initTestCase() {
    QFile file(QStringLiteral(MOTCUA_SOURCE_DIR "/sync/protocol/vectors.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_vectors = QJsonDocument::fromJson(file.readAll()).object();
    for (const char* name : {"pin", "payloadDigest", "headerHash", "mark", "signed"})
        QVERIFY2(!of(name, 1).isEmpty(), name);
}

void tst_ContractVectors::pin() {
    for (const QJsonValue& row : of("pin", 1)) {
        const auto code = protocol::EnrolmentCode::fromText(text(row, "code"));
        QVERIFY(code);
        const QByteArray authority = derOf(text(row, "authority"));
        QVERIFY(code->names(authority));
        QVERIFY(!code->names(authority + 'x'));
        QCOMPARE(code->toText(), text(row, "code"));
    }
}

void tst_ContractVectors::payloadDigest() {
    for (const QJsonValue& row : of("payloadDigest", 2)) {
        const QByteArray salt = QByteArray::fromBase64(text(row, "salt").toLatin1());
        QCOMPARE(QString::fromLatin1(protocol::payloadDigestOf(salt, text(row, "payload").toUtf8()).toHex()), text(row, "digest"));
    }
}

/// Read as from the line, with what may be left out left out.
void tst_ContractVectors::headerHash() {
    for (const QJsonValue& row : of("headerHash", 2)) {
        const QJsonObject json{{QStringLiteral("header"), row[QLatin1String("header")]},
            {QStringLiteral("salt"), QString::fromLatin1(QByteArray(16, 's').toBase64())}, {QStringLiteral("payload"), QStringLiteral("{}")}};
        const auto record = protocol::recordFromJson(json);
        QVERIFY(record);
        QCOMPARE(QString::fromLatin1(protocol::hashOf(record->header).toHex()), text(row, "hash"));
    }
}

void tst_ContractVectors::mark() {
    for (const QJsonValue& row : of("mark", 3)) {
        const auto verifier = protocol::MarkVerifier::fromPem(text(row, "platformKey").toLatin1());
        QVERIFY(verifier);
        const QUuid station = QUuid::fromString(text(row, "station"));
        const protocol::Mark mark{row[QLatin1String("seq")].toInteger(), text(row, "head"), text(row, "signature")};
        QCOMPARE(QString::fromUtf8(protocol::markText(station, mark.seq, mark.head)), text(row, "text"));
        QCOMPARE(verifier->accepts(station, mark), row[QLatin1String("valid")].toBool());
    }
}

/// Acts, offers of a key, vouchers and heads.
void tst_ContractVectors::signedTexts() {
    for (const QJsonValue& row : of("signed", 5)) {
        const QJsonObject what = row[QLatin1String("of")].toObject();
        const QString kind = text(row, "what");
        const QUuid station = QUuid::fromString(what.value(QLatin1String("station")).toString());
        QByteArray ours;
        if (kind == QLatin1String("act")) {
            const QJsonObject said = what.value(QLatin1String("act")).toObject();
            protocol::ActSignature act{
                QByteArray::fromHex(said.value(QLatin1String("key")).toString().toLatin1()), said.value(QLatin1String("first")).toInteger(), {}, {}};
            for (const QJsonValue& hash : said.value(QLatin1String("hashes")).toArray())
                act.hashes.push_back(QByteArray::fromHex(hash.toString().toLatin1()));
            ours = protocol::actText(station, act);
        } else if (kind == QLatin1String("key")) {
            ours = protocol::offerText(what.value(QLatin1String("login")).toString(), what.value(QLatin1String("code")).toString(),
                QByteArray::fromHex(what.value(QLatin1String("key")).toString().toLatin1()), what.value(QLatin1String("written")).toInteger());
        } else if (kind == QLatin1String("voucher")) {
            ours = protocol::voucherText(base::fromJson<protocol::PersonVoucher>(what));
        } else {
            ours = protocol::headText(
                station, what.value(QLatin1String("seq")).toInteger(), QByteArray::fromHex(what.value(QLatin1String("head")).toString().toLatin1()));
        }
        QCOMPARE(QString::fromUtf8(ours), text(row, "text"));
        const auto key = protocol::publicKeyIn(text(row, "publicKey").toLatin1());
        QVERIFY(key);
        QCOMPARE(protocol::isSigned(key.get(), ours, protocol::fromBase64(text(row, "signature"))), row[QLatin1String("valid")].toBool());
    }
}

QTEST_GUILESS_MAIN(tst_ContractVectors)
#include "tst_ContractVectors.moc"
