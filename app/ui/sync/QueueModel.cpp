#include "app/ui/sync/QueueModel.h"

#include "app/ui/dossiers/HistoryWords.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/text/Words.h"

namespace motcua::ui {

void QueueModel::setItems(std::vector<Item> items, const engine::Status& status, const QDateTime& now) {
    beginResetModel();
    m_items = std::move(items);
    m_status = status;
    m_now = now;
    endResetModel();
}

int QueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int QueueModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Item& item = m_items[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return textAt(item, index.column());
    case Qt::ForegroundRole:
        if (item.refused && index.column() >= Step)
            return theme().color(Token::Danger);
        return theme().color(index.column() == Done || index.column() == Answer ? Token::TextMuted : Token::Text);
    case Qt::FontRole:
        return theme().font(TextSize::Body, index.column() == What ? 600 : 400);
    default:
        return {};
    }
}

QString QueueModel::textAt(const Item& item, int column) const {
    switch (column) {
    case What:
        return words::eventKind(item.unsent.kind);
    case Dossier:
        return QStringList{item.unsent.code.isEmpty() ? QStringLiteral("–") : item.unsent.code, item.person}.join(QLatin1Char('\n')).trimmed();
    case Done:
        return words::moment(item.unsent.at, m_now);
    case Step:
        if (item.isSeenTo)
            return tr("Put away");
        if (item.forGood)
            return tr("Does not stand");
        return item.refused ? tr("Needs you") : stepWords(m_status.push);
    case Answer:
        return answer(item);
    default:
        return {};
    }
}

QString QueueModel::answer(const Item& item) const {
    if (item.forGood)
        return tr("%1 What you recorded is kept, and does not count. Do it anew as it should be.").arg(errorWords(item.reason).what);
    if (item.refused)
        return errorLine(item.reason);
    QStringList parts;
    if (!m_status.lastError.code.isEmpty())
        parts << errorWords(m_status.lastError).what;
    if (m_status.nextTry.isValid())
        parts << tr("next try %1").arg(words::time(m_status.nextTry));
    // A sentence that something follows ends at the dot between them.
    if (parts.size() > 1 && parts.front().endsWith(QLatin1Char('.')))
        parts.front().chop(1);
    return parts.join(QStringLiteral(" · "));
}

QString QueueModel::stepWords(engine::Step step) {
    switch (step) {
    case engine::Step::Idle:
        return tr("Waiting its turn");
    case engine::Step::Connecting:
        return tr("Connecting");
    case engine::Step::SendingBlobs:
        return tr("Sending the scans");
    case engine::Step::SendingRecords:
        return tr("Sending the records");
    case engine::Step::Receiving:
        return tr("Receiving");
    case engine::Step::Waiting:
        return tr("Waiting for the next try");
    case engine::Step::NeedsYou:
        return tr("Held behind one that needs you");
    }
    return {};
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("What");
    case Dossier:
        return tr("Dossier");
    case Done:
        return tr("Done at");
    case Step:
        return tr("Step");
    case Answer:
        return tr("Last answer");
    default:
        return {};
    }
}

}
