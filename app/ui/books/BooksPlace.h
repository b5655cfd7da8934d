#pragma once

#include "app/counter/Counter.h"
#include "app/ui/widgets/PlacePage.h"

class QComboBox;
class QStackedWidget;
class QTableView;

namespace motcua::ui {

class BookModel;
class BookPreview;
class ConfirmPanel;
class EmptyState;
class KeeperCard;
class PdfPreview;
class SpoilPanel;
class TextLabel;

/// Sổ: the volumes of the unit and the register of the one chosen, as the law's columns have it, the rows of all its desks as far as they were heard.
/// A spoiled number stays, struck through, with its reason; the year is closed by a supervisor who sees the totals first.
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
    void fillVolumes();
    void showVolume();
    void fillMonths();
    QDate month() const;
    void showRows(const domain::Volume* volume, std::vector<domain::BookEntry> entries);
    void showSubtitle();
    void showActs();
    void showTotals();
    void saveBook();
    void togglePreview();
    void askSpoiling();
    void spoil(const QString& reason, bool again);
    void askClosing();
    void closeYear(const QString& reason);
    bool isLastHere(const domain::Volume& volume) const;
    void openDossierOfEntry();
    void toggleKeeper();
    const domain::Volume* volume() const;
    const domain::BookEntry* entry() const;
    QString bookName(const domain::Volume& volume) const;
    std::vector<domain::BookColumn> columnsOf(const domain::Volume& volume) const;
    QString subjectIsWrong() const;

    counter::Counter& m_counter;
    counter::BookDesk& m_desk;
    std::vector<domain::Volume> m_volumes;
    QComboBox* m_choice;
    QComboBox* m_month; ///< what is printed: the whole volume, or one month of it
    TextLabel* m_totals;
    QStackedWidget* m_stack;
    QTableView* m_table;
    BookModel* m_model;
    PdfPreview* m_preview;
    BookPreview* m_paper;
    EmptyState* m_empty;
    SpoilPanel* m_spoiling;
    ConfirmPanel* m_confirm;
    KeeperCard* m_keeper;
    ActionButton* m_numbers = nullptr;
    ActionButton* m_open = nullptr;
    ActionButton* m_look = nullptr;
    ActionButton* m_save = nullptr;
    ActionButton* m_print = nullptr;
    ActionButton* m_close = nullptr;
    ActionButton* m_spoil = nullptr;
};

}
