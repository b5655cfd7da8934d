#include "app/ui/shell/system/PersonListModel.h"

#include "app/domain/Mask.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"

namespace motcua::ui {

void PersonListModel::setLines(std::vector<domain::ListedLine> lines) {
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

void PersonListModel::setRevealed(bool revealed) {
    m_revealed = revealed;
    if (!m_lines.empty())
        emit dataChanged(index(0, Number), index(rowCount() - 1, Number));
}

const domain::ListedLine* PersonListModel::line(int row) const {
    return row >= 0 && row < rowCount() ? &m_lines[static_cast<size_t>(row)] : nullptr;
}

int PersonListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int PersonListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString PersonListModel::textAt(const domain::ListedLine& line, int column) const {
    const domain::ListedPerson& person = line.person;
    switch (column) {
    case Name:
        return person.name;
    case Number:
        return m_revealed ? person.number : domain::maskedNumber(person.number);
    case What: {
        QStringList said{person.languages.join(QStringLiteral(", ")), person.title, person.body, person.relation};
        said.removeAll(QString());
        return said.join(QStringLiteral(" · "));
    }
    default:
        if (!line.removed.isEmpty())
            return tr("ended: %1").arg(line.removed);
        if (!person.from.isValid())
            return {};
        return person.until.isValid() ? QStringLiteral("%1 – %2").arg(words::date(person.from), words::date(person.until))
                                      : tr("from %1").arg(words::date(person.from));
    }
}

QVariant PersonListModel::data(const QModelIndex& index, int role) const {
    const domain::ListedLine* const one = index.isValid() ? line(index.row()) : nullptr;
    if (!one)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return textAt(*one, index.column());
    case Qt::ForegroundRole:
        return theme().color(one->stands() ? Token::Text : Token::TextMuted);
    default:
        return {};
    }
}

QVariant PersonListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    const QString names[] = {tr("Full name"), tr("Number"), tr("Languages, body or relation"), tr("Days")};
    return section < ColumnCount ? names[section] : QString();
}

}
