#pragma once

#include "app/counter/SyncDesk.h"

#include <QAbstractTableModel>

#include <vector>

namespace motcua::ui {

/// What the province does not have yet: each record with its step, the last answer and the next try. Refused ones come first.
/// Owner: SyncPlace. Thread: GUI.
class QueueModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { What, Dossier, Done, Step, Answer, ColumnCount };

    /// One line: a record that was refused, or one that waits.
    struct Item {
        domain::ports::UnsentItem unsent;
        base::Error reason = {}; ///< what the platform said; without a code when it was not refused
        bool refused = false;
        bool forGood = false;  ///< refused, and held all the same: it never stands
        QString person = {};   ///< whose dossier it is about, for whoever meets citizens
        bool isSeenTo = false; ///< it is in the tray no longer, and was asked for
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setItems(std::vector<Item> items, const engine::Status& status, const QDateTime& now);
    const std::vector<Item>& items() const { return m_items; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static QString stepWords(engine::Step step);

private:
    QString textAt(const Item& item, int column) const;
    QString answer(const Item& item) const;

    std::vector<Item> m_items;
    engine::Status m_status;
    QDateTime m_now;
};

}
