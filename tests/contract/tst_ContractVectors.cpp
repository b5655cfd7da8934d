// sync/protocol/vectors.json, which the contract names, by our own program. What it holds was worked out by one that shares nothing with ours.

#include "sync/protocol/EnrolmentCode.h"
#include "sync/protocol/MarkSignature.h"
#include "sync/protocol/RecordCodec.h"

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
    for (const char* name : {"pin", "payloadDigest", "headerHash", "mark"})
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

QTEST_GUILESS_MAIN(tst_ContractVectors)
#include "tst_ContractVectors.moc"
