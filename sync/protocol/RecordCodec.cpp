#include "sync/protocol/RecordCodec.h"

#include "sync/protocol/Address.h"
#include "sync/protocol/RecordReader.h"

#include <QJsonDocument>

#include <array>
#include <utility>

namespace motcua::protocol {

namespace {

constexpr char batchHead[] = "{\"records\":[";
constexpr char batchTail[] = "]}";

void appendEscaped(QByteArray& out, const QByteArray& text) {
    constexpr char digits[] = "0123456789abcdef";
    qsizetype clean = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = static_cast<uchar>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        out.append(text.constData() + clean, i - clean);
        clean = i + 1;
        if (c == '"' || c == '\\')
            out.append('\\').append(static_cast<char>(c));
        else if (c == '\n')
            out.append("\\n", 2);
        else
            out.append("\\u00", 4).append(digits[c >> 4]).append(digits[c & 15]);
    }
    out.append(text.constData() + clean, text.size() - clean);
}

void appendHex(QByteArray& out, const QByteArray& bytes) {
    constexpr char digits[] = "0123456789abcdef";
    const qsizetype start = out.size();
    out.resize(start + 2 * bytes.size());
    char* to = out.data() + start;
    for (const char byte : bytes) {
        *to++ = digits[static_cast<uchar>(byte) >> 4];
        *to++ = digits[static_cast<uchar>(byte) & 15];
    }
}

void appendNumber(QByteArray& out, const char* name, qint64 value) {
    std::array<char, 24> text{};
    const int length = std::snprintf(text.data(), text.size(), "%lld", static_cast<long long>(value));
    out.append(name).append(text.data(), length);
}

void appendHash(QByteArray& out, const char* name, const QByteArray& hash) {
    out.append(name);
    appendHex(out, hash);
    out.append('"');
}

void appendAct(QByteArray& out, const ActSignature& act) {
    appendHash(out, ",\"act\":{\"key\":\"", act.key);
    appendNumber(out, ",\"first\":", act.first);
    const char* before = ",\"hashes\":[\"";
    for (const QByteArray& hash : act.hashes)
        appendHash(out, std::exchange(before, ",\""), hash);
    out.append("],\"signature\":\"").append(act.signature.toBase64()).append("\"}");
}

void appendUuid(QByteArray& out, const char* name, const QUuid& uuid) {
    if (!uuid.isNull())
        out.append(name).append(uuid.toByteArray(QUuid::WithoutBraces)).append('"');
}

}

void appendJson(QByteArray& out, const Record& record) {
    const RecordHeader& header = record.header;
    appendNumber(out, "{\"header\":{\"seq\":", header.seq);
    appendUuid(out, ",\"station\":\"", header.station);
    out.append(",\"kind\":\"");
    appendEscaped(out, header.kind);
    out.append('"');
    appendNumber(out, ",\"version\":", header.version);
    appendUuid(out, ",\"dossier\":\"", header.dossier);
    appendNumber(out, ",\"dossierVersion\":", header.dossierVersion);
    appendUuid(out, ",\"volume\":\"", header.volume);
    appendNumber(out, ",\"number\":", header.number);
    appendUuid(out, ",\"actor\":\"", header.actor);
    appendNumber(out, ",\"at\":", header.at);
    appendHash(out, ",\"previous\":\"", header.previous);
    appendHash(out, ",\"payloadDigest\":\"", header.payloadDigest);
    appendHash(out, ",\"sealedDigest\":\"", header.sealedDigest);
    out.append("},\"salt\":\"").append(record.salt.toBase64()).append("\",\"payload\":\"");
    appendEscaped(out, record.payload);
    out.append('"');
    if (record.act)
        appendAct(out, *record.act);
    out.append('}');
}

QJsonObject toJson(const Record& record) {
    QByteArray text;
    appendJson(text, record);
    return QJsonDocument::fromJson(text).object();
}

base::Result<Record> recordFromJson(const QJsonObject& json) {
    const QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return RecordReader(text).readRecord();
}

base::Result<std::vector<Record>> decodeBatch(QByteArrayView body) {
    if (body.size() > limit::batchBytes)
        return base::fail(QStringLiteral("batch.too-large"), {{QStringLiteral("bytes"), QString::number(body.size())}});
    return RecordReader(body).readBatch();
}

BatchEncoder::BatchEncoder() {
    m_body.reserve(256 * 1024);
    m_body.append(batchHead);
}

bool BatchEncoder::add(const Record& record) {
    if (m_count == limit::recordsPerBatch)
        return false;
    const qsizetype before = m_body.size();
    if (m_count > 0)
        m_body.append(',');
    appendJson(m_body, record);
    if (m_count > 0 && m_body.size() + static_cast<qsizetype>(sizeof batchTail) > limit::batchBytes) {
        m_body.truncate(before);
        return false;
    }
    ++m_count;
    return true;
}

QByteArray BatchEncoder::finish() {
    return std::move(m_body.append(batchTail));
}

}
