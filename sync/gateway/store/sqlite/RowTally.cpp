#include "sync/gateway/store/sqlite/RowTally.h"

#include "sync/protocol/SameBytes.h"

#include <QtEndian>

#include <algorithm>

namespace motcua::gateway::rowmarks {

namespace {

constexpr qsizetype countSize = 8;

void append(QByteArray& bytes, qint64 number) {
    const qint64 ordered = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char*>(&ordered), sizeof ordered);
}

/// a + b, or a - b, of two numbers of as many bytes, the highest first.
void addTo(QByteArray& a, const QByteArray& b, bool isLess) {
    constexpr int byte = 256;
    int carry = 0;
    for (qsizetype i = a.size() - 1; i >= 0; --i) {
        const int other = static_cast<uchar>(b[i]);
        const int sum = static_cast<uchar>(a[i]) + (isLess ? -other : other) + carry;
        a[i] = static_cast<char>(sum & (byte - 1));
        carry = sum < 0 ? -1 : sum >= byte ? 1 : 0;
    }
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

bool RowTally::read(QByteArrayView state, const char* kind) {
    m_sums.clear();
    if (state.size() < markSize || (state.size() - markSize) % (countSize + markSize) != 0)
        return false;
    const QByteArrayView sums = state.first(state.size() - markSize);
    if (!protocol::sameBytes(state.last(markSize).toByteArray(), m_vault.mark(kind + sums.toByteArray())))
        return false;
    for (qsizetype at = 0; at < sums.size(); at += countSize + markSize)
        m_sums.push_back({qFromBigEndian<qint64>(sums.data() + at), sums.sliced(at + countSize, markSize).toByteArray()});
    return true;
}

RowTally::Sum& RowTally::sumAt(qsizetype table) {
    if (static_cast<qsizetype>(m_sums.size()) <= table)
        m_sums.resize(static_cast<size_t>(table) + 1);
    return m_sums[static_cast<size_t>(table)];
}

/// What the mark becomes under the key once more: what is added is not seen.
QByteArray RowTally::hidden(QByteArrayView mark) const {
    return m_vault.mark("of tally\n" + mark.toByteArray());
}

void RowTally::join(const RowTally& other) {
    for (size_t i = 0; i < other.m_sums.size(); ++i) {
        Sum& sum = sumAt(static_cast<qsizetype>(i));
        sum.count += other.m_sums[i].count;
        addTo(sum.bytes, other.m_sums[i].bytes, false);
    }
}

void RowTally::replace(qsizetype table, QByteArrayView old, QByteArrayView now) {
    Sum& sum = sumAt(table);
    if (!old.isEmpty())
        addTo(sum.bytes, hidden(old), true);
    if (!now.isEmpty())
        addTo(sum.bytes, hidden(now), false);
    sum.count += (now.isEmpty() ? 0 : 1) - (old.isEmpty() ? 0 : 1);
}

void RowTally::addFormer(qsizetype table, QByteArrayView mark) {
    Sum& sum = sumAt(table);
    const QByteArray bytes = hidden(mark);
    for (qsizetype i = 0; i < markSize; ++i)
        sum.bytes[i] = static_cast<char>(sum.bytes[i] ^ bytes[i]);
    ++sum.count;
}

}
