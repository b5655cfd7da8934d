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
    layLines();
    endResetModel();
}

void DossierModel::layLines() {
    m_lines.clear();
    for (size_t row = 0; row < m_rows.size();) {
        size_t end = row + 1;
        while (m_visitsHeaded && !m_rows[row].visit.isNull() && end < m_rows.size() && m_rows[end].visit == m_rows[row].visit)
            ++end;
        if (end - row > 1)
            m_lines.push_back({row, end - row});
        for (; row < end; ++row)
            m_lines.push_back({row});
    }
}

bool DossierModel::isOfVisit(size_t row) const {
    return m_visitsHeaded && !m_rows[row].visit.isNull() &&
           ((row > 0 && m_rows[row - 1].visit == m_rows[row].visit) || (row + 1 < m_rows.size() && m_rows[row + 1].visit == m_rows[row].visit));
}

const domain::ports::DossierRow* DossierModel::rowAt(int line) const {
    if (line < 0 || line >= rowCount() || m_lines[static_cast<size_t>(line)].headed > 0)
        return nullptr;
    return &m_rows[m_lines[static_cast<size_t>(line)].row];
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

int DossierModel::lineOf(domain::DossierId id) const {
    for (size_t i = 0; i < m_lines.size(); ++i)
        if (m_lines[i].headed == 0 && m_rows[m_lines[i].row].id == id)
            return static_cast<int>(i);
    return -1;
}

int DossierModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int DossierModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DossierModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Line& line = m_lines[static_cast<size_t>(index.row())];
    if (line.headed > 0)
        return headingAt(line, index.column(), role);
    const domain::ports::DossierRow& row = m_rows[line.row];
    switch (role) {
    case Qt::DisplayRole:
        return textAt(row, index.column());
    case Qt::AccessibleTextRole:
        return spokenAt(row, index.column());
    case Qt::CheckStateRole:
        if (!m_checkable || index.column() != Code)
            return {};
        return checkOf(line);
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

QVariant DossierModel::headingAt(const Line& line, int column, int role) const {
    const domain::ports::DossierRow& first = m_rows[line.row];
    const QString papers = tr("%n paper(s) of one visit", nullptr, static_cast<int>(line.headed));
    switch (role) {
    case HeadingRole:
        return true;
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return column == Code ? QVariant(lines(nameOf(first), papers)) : QVariant();
    case Qt::CheckStateRole:
        return m_checkable && column == Code ? QVariant(checkOf(line)) : QVariant();
    case ToneRole:
        return static_cast<int>(Tone::Neutral);
    default:
        return {};
    }
}

Qt::CheckState DossierModel::checkOf(const Line& line) const {
    const size_t of = qMax<size_t>(line.headed, 1);
    size_t checked = 0;
    for (size_t row = line.row; row < line.row + of; ++row)
        checked += m_checked.contains(m_rows[row].id) ? 1 : 0;
    return checked == 0 ? Qt::Unchecked : checked == of ? Qt::Checked : Qt::PartiallyChecked;
}

bool DossierModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !m_checkable || index.column() != Code)
        return false;
    const Line& line = m_lines[static_cast<size_t>(index.row())];
    for (size_t row = line.row; row < line.row + qMax<size_t>(line.headed, 1); ++row) {
        if (value.toInt() == Qt::Checked)
            m_checked.insert(m_rows[row].id);
        else
            m_checked.remove(m_rows[row].id);
    }
    // A heading's box goes with those below it, and theirs with it.
    emit dataChanged(this->index(0, Code), this->index(rowCount() - 1, Code), {role});
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
        // Whose it is stands above the papers of a visit.
        const QString name = isOfVisit(static_cast<size_t>(&row - m_rows.data())) ? row.procedureName : nameOf(row);
        return m_compact ? lines(name + QLatin1Char('\n') + code, m_dueBelow ? dueOf(row) : QString()) : code;
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
