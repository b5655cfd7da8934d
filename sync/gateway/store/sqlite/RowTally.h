#pragma once

#include "app/sqlite/Connection.h"
#include "sync/vault/Vault.h"

#include <QByteArray>

#include <vector>

namespace motcua::gateway::rowmarks {

/// What an SQL function is given, as bytes that no other arguments make.
QByteArray packed(std::span<const sqlite::Argument> arguments);

/// How many marked rows each table has and a sum over their marks, with a mark over the whole: one of a moment before is not that of now. The sums
/// are numbers of 256 bits with carry: what somebody sets back counts each time anew, and nothing that the gateway does after it takes it away again.
class RowTally {
public:
    explicit RowTally(const vault::Vault& vault) : m_vault(vault) {}

    /// False: nobody with the key wrote it.
    bool read(QByteArrayView state) { return read(state, ofTally); }
    /// One of a program before, whose sums were without carry: a row that was set back twice undid itself.
    bool readFormer(QByteArrayView state) { return read(state, ofFormer); }
    void addFormer(qsizetype table, QByteArrayView mark);
    /// What the other counts and sums, too.
    void join(const RowTally& other);
    void clear() { m_sums.clear(); }
    bool isEmpty() const { return m_sums.empty(); }
    QByteArray state() const;
    void add(qsizetype table, QByteArrayView mark) { replace(table, {}, mark); }
    /// An empty mark is none.
    void replace(qsizetype table, QByteArrayView old, QByteArrayView now);

    qint64 count(qsizetype table) const { return table < static_cast<qsizetype>(m_sums.size()) ? m_sums[static_cast<size_t>(table)].count : 0; }
    bool isSame(const RowTally& other, qsizetype table) const { return sumOf(table) == other.sumOf(table); }

private:
    static constexpr qsizetype markSize = 32;
    struct Sum {
        qint64 count = 0;
        QByteArray bytes = QByteArray(markSize, '\0');
        friend bool operator==(const Sum&, const Sum&) = default;
    };
    Sum sumOf(qsizetype table) const { return table < static_cast<qsizetype>(m_sums.size()) ? m_sums[static_cast<size_t>(table)] : Sum(); }
    static constexpr char ofTally[] = "tally-2\n";
    static constexpr char ofFormer[] = "tally\n";
    bool read(QByteArrayView state, const char* kind);
    Sum& sumAt(qsizetype table);
    QByteArray hidden(QByteArrayView mark) const;
    QByteArray content() const;

    const vault::Vault& m_vault;
    std::vector<Sum> m_sums;
};

}
