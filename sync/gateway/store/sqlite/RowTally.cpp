#include "sync/gateway/store/sqlite/RowTally.h"

#include "sync/protocol/SameBytes.h"

#include <QtEndian>

#include <algorithm>

namespace motcua::gateway::rowmarks {

namespace {

constexpr qsizetype countSize = 8;
constexpr char ofTally[] = "tally\n";

void append(QByteArray& bytes, qint64 number) {
    const qint64 ordered = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char*>(&ordered), sizeof ordered);
}

}

QByteArray packed(std::span<const sqlite::Argument> arguments) {
    constexpr qsizetype usual = 384;
    QByteArray bytes;
    bytes.reserve(usual);
    bytes.append("row\n");
    for (const sqlite::Argument& argument : arguments) {
        bytes.append(static_cast<char>(argument.kind));
        append(bytes, argument.kind == sqlite::Argument::Kind::Integer ? argument.integer : argument.bytes.size());
        bytes.append(argument.bytes);
    }
    return bytes;
}

QByteArray RowTally::content() const {
    QByteArray bytes;
    for (const Sum& sum : m_sums) {
        append(bytes, sum.count);
        bytes.append(sum.bytes);
    }
    return bytes;
}

QByteArray RowTally::state() const {
    const QByteArray sums = content();
    return sums + m_vault.mark(ofTally + sums);
}

bool RowTally::read(QByteArrayView state) {
    m_sums.clear();
    if (state.size() < markSize || (state.size() - markSize) % (countSize + markSize) != 0)
        return false;
    const QByteArrayView sums = state.first(state.size() - markSize);
    if (!protocol::sameBytes(state.last(markSize).toByteArray(), m_vault.mark(ofTally + sums.toByteArray())))
        return false;
    for (qsizetype at = 0; at < sums.size(); at += countSize + markSize)
        m_sums.push_back({qFromBigEndian<qint64>(sums.data() + at), sums.sliced(at + countSize, markSize).toByteArray()});
    return true;
}

/// Of what the mark becomes under the key once more: what is added is not seen.
void RowTally::fold(Sum& sum, QByteArrayView mark) const {
    const QByteArray hidden = m_vault.mark("of tally\n" + mark.toByteArray());
    for (qsizetype i = 0; i < markSize; ++i)
        sum.bytes[i] = static_cast<char>(sum.bytes[i] ^ hidden[i]);
}

void RowTally::join(const RowTally& other) {
    m_sums.resize(std::max(m_sums.size(), other.m_sums.size()));
    for (size_t i = 0; i < other.m_sums.size(); ++i) {
        m_sums[i].count += other.m_sums[i].count;
        for (qsizetype at = 0; at < markSize; ++at)
            m_sums[i].bytes[at] = static_cast<char>(m_sums[i].bytes[at] ^ other.m_sums[i].bytes[at]);
    }
}

void RowTally::replace(qsizetype table, QByteArrayView old, QByteArrayView now) {
    if (static_cast<qsizetype>(m_sums.size()) <= table)
        m_sums.resize(static_cast<size_t>(table) + 1);
    Sum& sum = m_sums[static_cast<size_t>(table)];
    for (const QByteArrayView mark : {old, now})
        if (!mark.isEmpty())
            fold(sum, mark);
    sum.count += (now.isEmpty() ? 0 : 1) - (old.isEmpty() ? 0 : 1);
}

}
