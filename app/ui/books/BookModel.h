#pragma once

#include "app/domain/Dossier.h"

#include <QAbstractTableModel>

#include <vector>

namespace motcua::ui {

/// The rows of a register book with the columns of the legal form; spoiled rows are struck through and say why.
/// Owner: BookTable. Thread: GUI.
class BookModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// The columns of SCT/BS (Thông tư 01/2020/TT-BTP).
    enum Column { Number, Date, Applicant, Document, Signer, Copies, Fee, Remark, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(std::vector<domain::BookEntry> entries);
    const std::vector<domain::BookEntry>& entries() const { return m_entries; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textAt(const domain::BookEntry& entry, int column) const;

    std::vector<domain::BookEntry> m_entries;
};

}
