#pragma once

#include "app/counter/BookRows.h"

#include <QWidget>

class QComboBox;

namespace motcua::ui {

class TextEdit;

/// What the rows of a book are narrowed down by: words in any column, who signed, what became of the row. Owner: BooksPlace.
class BookFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit BookFilterBar(QWidget* parent = nullptr);

    /// Without the month, which is the place's.
    counter::BookFilter filter() const;
    bool isEmpty() const { return filter().isAny(); }
    void clear();
    void beginSearch();
    /// Who signed in the book that is shown.
    void setSigners(const counter::BookRows& rows);

signals:
    void changed();
    /// From the search line into the list.
    void entered();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    TextEdit* m_search;
    QComboBox* m_signer;
    QComboBox* m_state;
};

}
