#pragma once

#include "app/counter/Counter.h"
#include "app/ui/widgets/FactGrid.h"
#include "app/ui/widgets/PlacePage.h"

class QComboBox;
class QStackedWidget;
class QTableView;

namespace motcua::ui {

class BookFilterBar;
class BookModel;
class BookPreview;
class ConfirmPanel;
class EmptyState;
class KeeperCard;
class PdfPreview;
class RowNotePanel;
class SpoilPanel;
class TextLabel;

/// Sổ: the unit's books of a year and the register of the one chosen, as the law's columns have it, through all its volumes, the rows of all its
/// desks as far as they were heard, found by words of any column. A spoiled number stays, struck through, with its reason; what changes a row later
/// is noted beside it; the year is closed by a supervisor who sees the totals first.
class BooksPlace : public PlacePage {
    Q_OBJECT

public:
    explicit BooksPlace(counter::Counter& counter, QWidget* parent = nullptr);

    void activate() override;
    void forget() override;
    void openEntry(const domain::EntryReference& entry) override;
    std::vector<KeyLine> moreKeys() const override;

protected:
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addActions();
    void layOut();
    void wire();
    void refresh();
    void fillBooks();
    void showBook();
    void showRows();
    void filter();
    void fillMonths();
    QDate month() const;
    void showSubtitle();
    void showActs();
    void showTotals();
    void askWhere();
    void saveBook(const QString& path);
    void togglePreview();
    void askSpoiling();
    void spoil(const QString& reason, bool again);
    void askNote();
    void note(const domain::RowNote& note);
    void askClosing();
    void sayClosing();
    std::vector<Fact> closingFacts(const counter::BookOfYear& part) const;
    QString closingWarning(const counter::BookOfYear& part) const;
    std::vector<Fact> numbersOut(const counter::BookOfYear& part) const;
    void closeYear(const QString& reason);
    std::vector<domain::Volume> closing() const;
    bool isLastHere(const std::vector<domain::Volume>& closing) const;
    void openDossierOfEntry();
    void toggleKeeper();
    void leavePanels();
    const counter::BookOfYear* book() const;
    domain::VolumeId printed() const;
    const domain::BookEntry* entry() const;
    QString bookName(const counter::BookOfYear& book) const;
    QString subjectIsWrong() const;

    counter::Counter& m_counter;
    counter::BookDesk& m_desk;
    std::vector<counter::BookOfYear> m_books;
    domain::EntryReference m_current; ///< the row that is chosen, also while others are shown
    QComboBox* m_choice;
    QComboBox* m_month; ///< what is shown and printed: the whole year, or one month of it
    BookFilterBar* m_filter;
    TextLabel* m_totals;
    QStackedWidget* m_stack;
    QTableView* m_table;
    BookModel* m_model;
    PdfPreview* m_preview;
    BookPreview* m_paper;
    EmptyState* m_empty;
    SpoilPanel* m_spoiling;
    RowNotePanel* m_noting;
    ConfirmPanel* m_confirm;
    KeeperCard* m_keeper;
    ActionButton* m_numbers = nullptr;
    ActionButton* m_open = nullptr;
    ActionButton* m_look = nullptr;
    ActionButton* m_note = nullptr;
    ActionButton* m_save = nullptr;
    ActionButton* m_print = nullptr;
    ActionButton* m_close = nullptr;
    ActionButton* m_spoil = nullptr;
};

}
