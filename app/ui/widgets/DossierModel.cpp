#include "app/ui/widgets/DossierModel.h"

#include "app/counter/Returned.h"
#include "app/ui/text/Words.h"

namespace motcua::ui {

DossierModel::DossierModel(const domain::Calendar* calendar, std::function<QDateTime()> now, QObject* parent)
    : QAbstractTableModel(parent), m_calendar(calendar), m_now(std::move(now)) {}

void DossierModel::setRows(std::vector<domain::ports::DossierRow> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    QSet<domain::DossierId> still;
    for (const auto& row : m_rows)
        if (m_checked.contains(row.id))
            still.insert(row.id);
    m_checked = still;
    endResetModel();
}

void DossierModel::setCheckable(bool checkable) {
    m_checkable = checkable;
}

std::vector<domain::DossierId> DossierModel::checked() const {
    std::vector<domain::DossierId> result;
    for (const auto& row : m_rows)
        if (m_checked.contains(row.id))
            result.push_back(row.id);
    return result;
}

void DossierModel::setAllChecked(bool checked) {
    m_checked.clear();
    if (checked)
        for (const auto& row : m_rows)
            m_checked.insert(row.id);
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole});
    emit checkedChanged();
}

int DossierModel::rowOf(domain::DossierId id) const {
    for (size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].id == id)
            return static_cast<int>(i);
    return -1;
}

int DossierModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DossierModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DossierModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const domain::ports::DossierRow& row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textAt(row, index.column());
    case Qt::AccessibleTextRole:
        return spokenAt(row, index.column());
    case Qt::CheckStateRole:
        if (!m_checkable || index.column() != Code)
            return {};
        return m_checked.contains(row.id) ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
        if (index.column() == Procedure)
            return row.procedureCode + QStringLiteral("  ") + row.procedureName;
        if (index.column() == Due && row.state != domain::State::SupplementAsked)
            return words::moment(row.due);
        return textAt(row, index.column());
    case ToneRole:
        if (index.column() == State)
            return static_cast<int>(counter::isReturned(row) ? Tone::Warning : words::toneOf(row.state));
        if (index.column() == Due && m_calendar)
            return static_cast<int>(words::due(row, *m_calendar, m_now()).tone);
        return static_cast<int>(Tone::Neutral);
    case RowRole:
        return row.id.value();
    default:
        return {};
    }
}

bool DossierModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !m_checkable || index.column() != Code)
        return false;
    const domain::DossierId id = m_rows[static_cast<size_t>(index.row())].id;
    if (value.toInt() == Qt::Checked)
        m_checked.insert(id);
    else
        m_checked.remove(id);
    emit dataChanged(index, index, {role});
    emit checkedChanged();
    return true;
}

QVariant DossierModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Code:
        return tr("Dossier");
    case Applicant:
        return tr("Applicant");
    case Procedure:
        return tr("Procedure");
    case State:
        return tr("State");
    case Due:
        return tr("Due");
    case Sync:
        return tr("Province");
    default:
        return {};
    }
}

Qt::ItemFlags DossierModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags result = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (m_checkable && index.column() == Code)
        result |= Qt::ItemIsUserCheckable;
    return result;
}

QString DossierModel::textAt(const domain::ports::DossierRow& row, int column) const {
    switch (column) {
    case Code: {
        const QString code = row.code.isEmpty() ? tr("No code yet") : row.code;
        return m_compact ? lines(nameOf(row) + QLatin1Char('\n') + code, m_dueBelow ? dueOf(row) : QString()) : code;
    }
    case Applicant:
        return nameOf(row) + QLatin1Char('\n') + words::maskedId(row.personalId);
    case Procedure:
        return row.procedureName + QLatin1Char('\n') + row.procedureCode;
    case State:
        return stateOf(row);
    case Due:
        return dueOf(row);
    case Sync:
        return row.unsent ? tr("Not sent yet") : tr("Held");
    default:
        return {};
    }
}

QString DossierModel::dueOf(const domain::ports::DossierRow& row) const {
    if (!m_calendar)
        return words::date(row.due);
    const words::Due due = words::due(row, *m_calendar, m_now());
    return lines(due.text, due.until);
}

void DossierModel::setDueBelow(bool below) {
    if (below == m_dueBelow)
        return;
    m_dueBelow = below;
    if (!m_rows.empty())
        emit dataChanged(index(0, Code), index(rowCount() - 1, Code), {Qt::DisplayRole});
}

/// Where the list has no room for the due moment it is said here that none runs.
QString DossierModel::stateOf(const domain::ports::DossierRow& row) const {
    if (counter::isReturned(row))
        return words::returned();
    const words::Due due = m_calendar ? words::due(row, *m_calendar, m_now()) : words::Due();
    return lines(words::state(row.state), due.until);
}

/// A dossier that cannot be read says so where its applicant would stand.
QString DossierModel::nameOf(const domain::ports::DossierRow& row) {
    if (!row.needsNewerProgram)
        return row.applicant;
    return row.applicant.isEmpty() ? words::needsNewerProgram() : QStringLiteral("%1 · %2").arg(row.applicant, words::needsNewerProgram());
}

QString DossierModel::lines(const QString& first, const QString& second) {
    return second.isEmpty() ? first : first + QLatin1Char('\n') + second;
}

QString DossierModel::spokenAt(const domain::ports::DossierRow& row, int column) const {
    if (column == Applicant)
        return nameOf(row);
    if (column == Procedure)
        return row.procedureName;
    return textAt(row, column);
}

}
