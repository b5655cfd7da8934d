#pragma once

#include "app/counter/BookCells.h"
#include "app/counter/BookOfYear.h"
#include "app/domain/ports/Archive.h"

#include <chrono>
#include <optional>

namespace motcua::counter {

/// Which rows of a book are wanted.
struct BookFilter {
    enum class State { Any, Live, Spoiled, WrittenOff, Noted };
    QString text = {};          ///< words, each in any column, with or without diacritics; empty: any
    QDate month = {};           ///< a day of the month; invalid: any
    domain::UserId signer = {}; ///< null: anybody
    State state = State::Any;

    bool isAny() const { return text.trimmed().isEmpty() && !month.isValid() && signer.isNull() && state == State::Any; }
    friend bool operator==(const BookFilter&, const BookFilter&) = default;
};

/// What is added up over rows that count.
struct BookSums {
    int rows = 0; ///< numbers that were taken
    int spoiled = 0;
    int writtenOff = 0; ///< numbers that nobody will give, none of `rows`
    int copies = 0;
    qint64 fees = 0;
};

/// The rows of a book of a year, through all its volumes, and one for each stretch that was written off. A list of them is read at once; a row itself
/// when it is looked at, and kept until it is written anew. Thread: GUI.
class BookRows {
public:
    explicit BookRows(const domain::ports::Archive& archive) : m_archive(archive) {}

    /// Reads the list; what is kept of rows that are as they were stays.
    base::Outcome read(const BookOfYear& book, const domain::JobKind* job);
    void clear();

    int size() const { return static_cast<int>(m_rows.size()); }
    /// One that could not be read says so by its number alone.
    const domain::BookEntry& at(int row) const;
    /// -1: there is none such.
    int find(const domain::EntryReference& entry) const;
    domain::EntryReference referenceOf(int row) const { return m_rows[static_cast<size_t>(row)].line.entry; }
    const std::vector<domain::BookColumn>& columns() const { return m_columns; }
    const BookCells& cells() const { return *m_cells; }

    /// First days of the months that have rows, in order.
    std::vector<QDate> months() const;
    /// Who signed, with a row in which their name stands.
    std::vector<std::pair<domain::UserId, int>> signers() const;
    BookSums sums(const std::vector<int>& rows) const;

    /// Whether the words of all rows are known by now; goes on with it for that long.
    bool prepareWords(std::chrono::milliseconds most);
    /// In their order. A filter by words finds those whose words are known.
    std::vector<int> fitting(const BookFilter& filter) const;

private:
    struct Row {
        domain::ports::BookLine line = {};
        int writtenOff = 0; ///< how many numbers nobody will give stand in it; 0: it was taken
        std::optional<domain::BookEntry> entry = {};
        QString words = {}; ///< folded; null: not known yet
    };
    bool fits(const Row& row, const BookFilter& filter, const QStringList& words) const;
    void keepFrom(std::vector<Row>& before);

    const domain::ports::Archive& m_archive;
    std::vector<domain::BookColumn> m_columns;
    std::optional<BookCells> m_cells;
    QString m_key; ///< which book, by which description
    mutable std::vector<Row> m_rows;
    size_t m_withWords = 0; ///< so many rows from the first on have theirs
};

/// The columns of a book that no kind of job has any more: those of every register.
std::vector<domain::BookColumn> usualColumns();

}
