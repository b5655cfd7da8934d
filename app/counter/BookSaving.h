#pragma once

#include "app/counter/BookRows.h"
#include "app/counter/Desk.h"

#include <QObject>
#include <QTimer>

namespace motcua::counter {

/// Writes a book's rows into a spreadsheet, those that a filter leaves or all. They are gathered between two strokes of a key and written aside; the
/// security log says so before there is a file. One at a time. Owner: BookDesk. Thread: GUI.
class BookSaving : public QObject {
    Q_OBJECT

public:
    BookSaving(const Ports& ports, const Desk& desk);

    struct Wish {
        BookOfYear book;
        BookFilter filter = {};
        QString path = {};
    };
    /// Ends with saved() or failed(), some time after. Error "book.saving" (another one is under way) and those of the archive.
    base::Outcome start(Wish wish);

signals:
    void saved(const QString& path);
    /// "file.write-failed" with reason, or the security log's.
    void failed(const motcua::base::Error& error);

private:
    void step();
    QString inWords(const BookFilter& filter) const;
    void begin();
    void addRow(int row);
    void write();
    void end(const base::Outcome& outcome);

    Ports m_ports;
    const Desk& m_desk;
    BookRows m_rows;
    Wish m_wish;
    QTimer m_timer;
    bool m_isUnderWay = false;
    bool m_hasBegun = false;
    std::vector<int> m_chosen;
    size_t m_next = 0;
    domain::ports::BookTable m_table;
};

}
