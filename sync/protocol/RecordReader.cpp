#include "sync/protocol/RecordReader.h"

#include "sync/protocol/Address.h"

#include <algorithm>
#include <limits>

namespace motcua::protocol {

namespace {

constexpr qsizetype hashBytes = 32;
constexpr qsizetype saltBytes = 16;
constexpr qsizetype longestKind = 64;
constexpr qsizetype longestSignature = 80; // DER of two numbers of 256 bits: 72 at most
constexpr int highestVersion = 1'000;      // far beyond what will ever be written

/// The members of a header, in the order of their bits in a mask of those seen.
constexpr const char* headerNames[] = {
    "station", "seq", "kind", "version", "at", "previous", "payloadDigest", "sealedDigest", "actor", "dossier", "dossierVersion", "volume", "number"};
constexpr quint32 headerNeeded = 0xff; // the first eight

int headerBit(QByteArrayView name) {
    int bit = 0;
    for (const char* known : headerNames) {
        if (name == known)
            return bit;
        ++bit;
    }
    return -1;
}

/// Empty: it is none.
QByteArray fromBase64(QByteArrayView text) {
    const auto decoded = QByteArray::fromBase64Encoding(QByteArray::fromRawData(text.data(), text.size()), QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : QByteArray();
}

int hexDigit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}

bool RecordReader::bad(const char* field) {
    if (*m_badField == '\0')
        m_badField = field;
    return false;
}

bool RecordReader::uuid(QUuid& value) {
    const auto text = m_scanner.string();
    if (!text || text->size() != 36)
        return false;
    value = QUuid::fromString(QLatin1String(*text));
    return !value.isNull();
}

bool RecordReader::hash(QByteArray& value) {
    const auto text = m_scanner.string();
    if (!text || text->size() != 2 * hashBytes)
        return false;
    value.resize(hashBytes);
    char* const bytes = value.data();
    for (qsizetype i = 0; i < hashBytes; ++i) {
        const int high = hexDigit(text->at(2 * i));
        const int low = hexDigit(text->at(2 * i + 1));
        if (high < 0 || low < 0)
            return false;
        bytes[i] = static_cast<char>(high << 4 | low);
    }
    return true;
}

bool RecordReader::whole(qint64& value) {
    const auto number = m_scanner.number();
    value = number.value_or(0);
    return number.has_value();
}

bool RecordReader::whole(int& value) {
    const auto number = m_scanner.number();
    if (!number || *number > std::numeric_limits<int>::max())
        return false;
    value = static_cast<int>(*number);
    return true;
}

bool RecordReader::kind(QByteArray& value) {
    value = m_scanner.string().value_or(QByteArrayView()).toByteArray();
    if (value.isEmpty() || value.size() > longestKind)
        return false;
    return std::all_of(value.cbegin(), value.cend(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

bool RecordReader::salt(QByteArray& value) {
    const auto text = m_scanner.string();
    if (!text || text->size() > 2 * saltBytes)
        return false;
    value = fromBase64(*text);
    return value.size() == saltBytes;
}

bool RecordReader::payload(QByteArray& value) {
    const auto text = m_scanner.string();
    if (!text || text->size() > limit::payloadBytes)
        return false;
    value = text->toByteArray();
    return true;
}

bool RecordReader::isNew(quint32& seen, int bit) {
    const quint32 mask = 1U << bit;
    const bool first = (seen & mask) == 0;
    seen |= mask;
    return first;
}

bool RecordReader::headerMember(QByteArrayView name, RecordHeader& header) {
    switch (headerBit(name)) {
    case 0:
        return uuid(header.station);
    case 1:
        return whole(header.seq);
    case 2:
        return kind(header.kind);
    case 3:
        return whole(header.version);
    case 4:
        return whole(header.at);
    case 5:
        return hash(header.previous);
    case 6:
        return hash(header.payloadDigest);
    case 7:
        return hash(header.sealedDigest);
    case 8:
        return uuid(header.actor);
    case 9:
        return uuid(header.dossier);
    case 10:
        return whole(header.dossierVersion);
    case 11:
        return uuid(header.volume);
    case 12:
        return whole(header.number);
    default:
        return m_scanner.skipValue();
    }
}

bool RecordReader::header(RecordHeader& header) {
    if (!m_scanner.take('{'))
        return bad("header");
    quint32 seen = 0;
    int members = 0;
    do {
        const auto name = m_scanner.string();
        if (!name || !m_scanner.take(':') || ++members > limit::members)
            return bad("header");
        const int bit = headerBit(*name);
        if (bit >= 0 && !isNew(seen, bit))
            return bad(headerNames[bit]);
        if (!headerMember(*name, header))
            return bad(bit >= 0 ? headerNames[bit] : "header");
    } while (m_scanner.take(','));
    if (!m_scanner.take('}') || (seen & headerNeeded) != headerNeeded)
        return bad("header");
    if (header.version < 1 || header.version > highestVersion)
        return bad("version");
    return header.seq > 0 || bad("seq");
}

bool RecordReader::record(Record& record) {
    if (!m_scanner.take('{'))
        return bad("record");
    quint32 seen = 0;
    int members = 0;
    do {
        const auto name = m_scanner.string();
        if (!name || !m_scanner.take(':') || ++members > limit::members)
            return bad("record");
        const int bit = *name == "header" ? 0 : *name == "salt" ? 1 : *name == "payload" ? 2 : *name == "act" ? 3 : 4;
        if (bit < 4 && !isNew(seen, bit))
            return bad("record");
        const bool good = bit == 0   ? header(record.header)
                          : bit == 1 ? salt(record.salt) || bad("salt")
                          : bit == 2 ? payload(record.payload) || bad("payload")
                          : bit == 3 ? act(record.act.emplace()) || bad("act")
                                     : m_scanner.skipValue();
        if (!good)
            return bad("record");
    } while (m_scanner.take(','));
    return (m_scanner.take('}') && (seen & 7) == 7) || bad("record");
}

bool RecordReader::hashes(std::vector<QByteArray>& values) {
    if (!m_scanner.take('['))
        return false;
    do {
        if (values.size() == limit::recordsPerAct || !hash(values.emplace_back()))
            return false;
    } while (m_scanner.take(','));
    return m_scanner.take(']');
}

bool RecordReader::signature(QByteArray& value) {
    const auto text = m_scanner.string();
    if (!text || text->size() > 2 * longestSignature)
        return false;
    value = fromBase64(*text);
    return !value.isEmpty() && value.size() <= longestSignature;
}

bool RecordReader::actMember(QByteArrayView name, ActSignature& act, quint32& seen) {
    const int bit = name == "key" ? 0 : name == "first" ? 1 : name == "hashes" ? 2 : name == "signature" ? 3 : 4;
    if (bit < 4 && !isNew(seen, bit))
        return false;
    return bit == 0   ? hash(act.key)
           : bit == 1 ? whole(act.first)
           : bit == 2 ? hashes(act.hashes)
           : bit == 3 ? signature(act.signature)
                      : m_scanner.skipValue();
}

bool RecordReader::act(ActSignature& act) {
    if (!m_scanner.take('{'))
        return false;
    quint32 seen = 0;
    int members = 0;
    do {
        const auto name = m_scanner.string();
        if (!name || !m_scanner.take(':') || ++members > limit::members || !actMember(*name, act, seen))
            return false;
    } while (m_scanner.take(','));
    constexpr quint32 all = 0xf;
    return m_scanner.take('}') && (seen & all) == all && act.first > 0;
}

bool RecordReader::records(std::vector<Record>& records) {
    if (!m_scanner.take('['))
        return false;
    if (m_scanner.take(']'))
        return true;
    do {
        m_tooMany = records.size() == limit::recordsPerBatch;
        if (m_tooMany || !record(records.emplace_back()))
            return false;
    } while (m_scanner.take(','));
    return m_scanner.take(']');
}

base::Result<Record> RecordReader::readRecord() {
    Record result;
    if (!record(result) || !m_scanner.atEnd())
        return base::fail(QStringLiteral("record.malformed"), {{QStringLiteral("field"), QLatin1String(m_badField)}});
    return result;
}

base::Result<std::vector<Record>> RecordReader::readBatch() {
    std::vector<Record> result;
    bool found = false;
    bool good = m_scanner.take('{');
    int members = 0;
    if (good) {
        do {
            const auto name = m_scanner.string();
            good = name && m_scanner.take(':') && ++members <= limit::members;
            const bool isRecords = good && *name == "records";
            good = good && !(isRecords && found) && (isRecords ? records(result) : m_scanner.skipValue());
            found = found || isRecords;
        } while (good && m_scanner.take(','));
    }
    if (m_tooMany)
        return base::fail(QStringLiteral("batch.too-large"), {{QStringLiteral("records"), QString::number(limit::recordsPerBatch)}});
    if (*m_badField != '\0')
        return base::fail(QStringLiteral("record.malformed"),
            {{QStringLiteral("field"), QLatin1String(m_badField)}, {QStringLiteral("index"), QString::number(result.size() - 1)}});
    if (!good || !found || !m_scanner.take('}') || !m_scanner.atEnd())
        return base::fail(QStringLiteral("batch.malformed"));
    return result;
}

}
