#include "app/ui/shell/system/SecurityModel.h"

#include "app/ui/style/Theme.h"
#include "app/ui/text/SecurityWords.h"

namespace motcua::ui {

void SecurityModel::setEvents(std::vector<domain::SecurityEvent> events) {
    beginResetModel();
    m_events = std::move(events);
    endResetModel();
}

int SecurityModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int SecurityModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString SecurityModel::textAt(const domain::SecurityEvent& event, int column) {
    switch (column) {
    case Moment:
        return words::securityMoment(event);
    case What:
        return words::securityKind(event.kind);
    case Who:
        return words::securityActor(event);
    default:
        return words::securityAbout(event);
    }
}

QVariant SecurityModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const domain::SecurityEvent& event = m_events[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return textAt(event, index.column());
    case Qt::ForegroundRole: {
        const Tone tone = words::toneOf(event.kind);
        if (index.column() == What && (tone == Tone::Danger || tone == Tone::Warning))
            return theme().color(tone == Tone::Danger ? Token::Danger : Token::Warning);
        return theme().color(index.column() == Moment ? Token::TextMuted : Token::Text);
    }
    default:
        return {};
    }
}

QVariant SecurityModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    const QString names[] = {tr("When"), tr("What"), tr("Who"), tr("Whom or what about")};
    return section < ColumnCount ? names[section] : QString();
}

}
