#pragma once

#include "app/counter/BookRows.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <vector>

namespace motcua::ui {

/// The rows of a book of a year with the columns that its description names, those that a filter leaves; a row is read when it is looked at. Spoiled
/// rows are struck through and say why in the last column, where notes stand too. Owner: BooksPlace. Thread: GUI.
class BookModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit BookModel(const domain::ports::Archive& archive, QObject* parent = nullptr);

    /// Reads the book anew; rows that are as they were stay as they are.
    base::Outcome show(const counter::BookOfYear& book, const domain::JobKind* job);
    void clear();
    /// At once; by words that were not looked for before a moment later, between two strokes of a key. Ends with filtered().
    void setFilter(const counter::BookFilter& filter);
    const counter::BookFilter& filter() const { return m_filter; }

    /// Null: there is no such row.
    const domain::BookEntry* entry(int row) const;
    domain::EntryReference reference(int row) const;
    /// -1: it is not among those shown.
    int find(const domain::EntryReference& entry) const;
    const counter::BookRows& all() const { return m_rows; }
    counter::BookSums sums() const { return m_rows.sums(m_shown); }
    const std::vector<domain::BookColumn>& columns() const { return m_rows.columns(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void filtered();

private:
    void look();
    void apply();
    QString textAt(const domain::BookEntry& entry, int column) const;
    QString ownText(const domain::BookEntry& entry, int column) const;
    QString lastWords(const domain::BookEntry& entry) const;
    QString valueOf(int column) const { return columns()[static_cast<size_t>(column)].value; }
    Qt::Alignment alignmentOf(int column) const;
    bool isLast(int column) const { return column + 1 == columnCount(); }

    counter::BookRows m_rows;
    counter::BookFilter m_filter;
    std::vector<int> m_shown;
    QTimer m_looking;
};

}
