#include "app/ui/books/BookModel.h"

#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"

namespace motcua::ui {

void BookModel::setEntries(std::vector<domain::BookEntry> entries) {
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int BookModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int BookModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BookModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const domain::BookEntry& entry = m_entries[static_cast<size_t>(index.row())];
    const bool spoiled = !entry.spoiledReason.isEmpty();
    const bool struck = spoiled && index.column() != Remark;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return textAt(entry, index.column());
    case Qt::AccessibleTextRole:
        return struck ? tr("Spoiled: %1").arg(textAt(entry, index.column())) : textAt(entry, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignVCenter | (index.column() == Copies || index.column() == Fee ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::FontRole: {
        QFont font = theme().font(TextSize::Body, index.column() == Number ? 600 : 400);
        font.setStrikeOut(struck);
        return font;
    }
    case Qt::ForegroundRole:
        return spoiled ? theme().color(index.column() == Remark ? Token::Danger : Token::TextMuted) : theme().color(Token::Text);
    default:
        return {};
    }
}

QString BookModel::textAt(const domain::BookEntry& entry, int column) const {
    switch (column) {
    case Number:
        return entry.numberLabel;
    case Date:
        return words::date(entry.date);
    case Applicant:
        return entry.applicant;
    case Document:
        return entry.document;
    case Signer:
        return QStringList{entry.signer.name, entry.signer.title}.join(QStringLiteral(", "));
    case Copies:
        return QString::number(entry.copies);
    case Fee:
        return words::dong(entry.fee);
    case Remark:
        return entry.spoiledReason.isEmpty() ? entry.remark : tr("Spoiled: %1").arg(entry.spoiledReason);
    default:
        return {};
    }
}

QVariant BookModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignVCenter | (section == Copies || section == Fee ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Number");
    case Date:
        return tr("Date");
    case Applicant:
        return tr("Applicant");
    case Document:
        return tr("Name of the original");
    case Signer:
        return tr("Signed by");
    case Copies:
        return tr("Copies");
    case Fee:
        return tr("Fee");
    case Remark:
        return tr("Remark");
    default:
        return {};
    }
}

}
