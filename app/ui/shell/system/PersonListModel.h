#pragma once

#include "app/domain/PersonLists.h"

#include <QAbstractTableModel>

#include <vector>

namespace motcua::ui {

/// Lines of one of the lists of people; numbers masked until they are asked for. Those that were struck out stand last, with the reason.
class PersonListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Number, What, Days, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setLines(std::vector<domain::ListedLine> lines);
    void setRevealed(bool revealed);
    bool isRevealed() const { return m_revealed; }
    /// Null: there is no such row.
    const domain::ListedLine* line(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textAt(const domain::ListedLine& line, int column) const;

    std::vector<domain::ListedLine> m_lines;
    bool m_revealed = false;
};

}
