#include "app/ui/books/BookModel.h"

#include "app/domain/SigningWords.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/ResultWords.h"
#include "app/ui/text/Words.h"

namespace motcua::ui {

namespace {

/// A long name of a column is broken at the blank nearest to its middle, so that it needs no more width than what stands below it.
QString headInTwoLines(const QString& name) {
    constexpr int longest = 9;
    if (name.size() <= longest)
        return name;
    qsizetype best = -1;
    for (qsizetype at = name.indexOf(QLatin1Char(' ')); at >= 0; at = name.indexOf(QLatin1Char(' '), at + 1))
        if (best < 0 || qAbs(at - name.size() / 2) < qAbs(best - name.size() / 2))
            best = at;
    return best < 0 ? name : name.left(best) + QLatin1Char('\n') + name.mid(best + 1);
}

}

void BookModel::setRows(std::vector<domain::BookColumn> columns, std::vector<domain::BookEntry> entries) {
    beginResetModel();
    m_columns = std::move(columns);
    m_entries = std::move(entries);
    endResetModel();
}

int BookModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int BookModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant BookModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const domain::BookEntry& entry = m_entries[static_cast<size_t>(index.row())];
    const bool spoiled = !entry.spoiledReason.isEmpty();
    const bool struck = spoiled && !isLast(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return textAt(entry, index.column());
    case Qt::AccessibleTextRole:
        return struck ? tr("Spoiled: %1").arg(textAt(entry, index.column())) : textAt(entry, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>(alignmentOf(index.column()));
    case Qt::FontRole: {
        QFont font = theme().font(TextSize::Body, valueOf(index.column()) == QLatin1String("number") ? 600 : 400);
        font.setStrikeOut(struck);
        return font;
    }
    case Qt::ForegroundRole:
        return spoiled ? theme().color(struck ? Token::TextMuted : Token::Danger) : theme().color(Token::Text);
    default:
        return {};
    }
}

QString BookModel::textAt(const domain::BookEntry& entry, int column) const {
    if (isLast(column) && !entry.spoiledReason.isEmpty())
        return tr("Spoiled: %1").arg(entry.spoiledReason);
    const QString value = valueOf(column);
    if (value == QLatin1String("number"))
        return entry.numberLabel;
    if (value == QLatin1String("date"))
        return words::date(entry.date);
    if (value == QLatin1String("applicant"))
        return entry.applicant;
    if (value == QLatin1String("subject"))
        return entry.document;
    if (value == QLatin1String("signer"))
        return domain::signerInBook(entry.signer);
    // Written off: there is nobody and nothing that it stands for.
    if (entry.volume.isNull())
        return {};
    if (value == QLatin1String("copies"))
        return QString::number(entry.copies);
    if (value == QLatin1String("fee"))
        return words::dong(entry.fee);
    if (value == QLatin1String("remark"))
        return entry.remark;
    const QJsonValue fact = entry.columns.value(value.mid(static_cast<int>(qstrlen("fact:"))));
    return fact.isUndefined() ? QString() : words::fact(fact);
}

Qt::Alignment BookModel::alignmentOf(int column) const {
    const QString value = valueOf(column);
    const bool counts = value == QLatin1String("copies") || value == QLatin1String("fee");
    return Qt::AlignVCenter | (counts ? Qt::AlignRight : Qt::AlignLeft);
}

QVariant BookModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const domain::BookColumn& column = m_columns[static_cast<size_t>(section)];
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(alignmentOf(section));
    if (role == Qt::ToolTipRole)
        return column.title;
    if (role == Qt::DisplayRole)
        return headInTwoLines(words::columnName(column));
    return {};
}

}
