#pragma once

#include "app/domain/jobs/JobKind.h"

#include <QAbstractTableModel>

#include <vector>

namespace motcua::ui {

/// The rows of a register book with the columns that its description names; spoiled rows are struck through and say why in the last
/// column. Owner: BookTable. Thread: GUI.
class BookModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<domain::BookColumn> columns, std::vector<domain::BookEntry> entries);
    const std::vector<domain::BookEntry>& entries() const { return m_entries; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textAt(const domain::BookEntry& entry, int column) const;
    QString valueOf(int column) const { return m_columns[static_cast<size_t>(column)].value; }
    Qt::Alignment alignmentOf(int column) const;
    bool isLast(int column) const { return column + 1 == columnCount(); }

    std::vector<domain::BookColumn> m_columns;
    std::vector<domain::BookEntry> m_entries;
};

}
