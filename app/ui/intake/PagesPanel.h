#pragma once

#include "app/domain/Dossier.h"
#include "app/ui/widgets/Card.h"
#include "app/ui/widgets/PlacePage.h"

#include <functional>

class QProgressBar;

namespace motcua::base {
struct Error;
}
namespace motcua::counter {
class Counter;
class PageActs;
class PageHolder;
class Scanning;
}

class QShortcut;

namespace motcua::ui {

class ActionButton;
class LastDone;
class PageViewer;
class TextLabel;

/// The scanned pages of the paper that is selected in the checklist, and the running scan with its pages and a way to stop it. One batch
/// becomes several papers by one key a page; what the page cleaner cut off is told, and taken back by a key; each act with pages can be
/// undone. The same for what an intake takes in and for what comes back later. Owner: IntakePlace, DossiersPlace.
class PagesPanel : public Card {
    Q_OBJECT

public:
    PagesPanel(counter::PageHolder& holder, counter::Counter& counter, QWidget* parent = nullptr);

    void refresh();
    /// Shows the last page of the current paper.
    void showLast();
    /// The next page (1) or the one before (-1).
    void step(int direction);
    bool hasPages() const;
    /// The keys of pages, for the key map of the place.
    /// The last thing done: an act with pages, or what was typed since.
    void undo();

signals:
    void failed(const motcua::base::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    base::Result<QByteArray> contentOf(const domain::BlobHash& hash) const;
    void retranslate();
    void showProgress();
    void removeShown();
    void addPageKeys();
    void move(int step);
    void turn();
    QShortcut* addKey(const QKeySequence& key, const std::function<void()>& act);
    void showCut();
    void nameRemoval();
    /// Does something to the shown page and goes on showing that place.
    void stayAt(int index, const std::function<void()>& act);

    counter::PageHolder& m_holder;
    counter::PageActs& m_acts;
    counter::Scanning& m_scanning;
    PageViewer* m_viewer;
    QWidget* m_running;
    QProgressBar* m_bar;
    TextLabel* m_count;
    ActionButton* m_stop;
    ActionButton* m_remove;
    ActionButton* m_split;
    QWidget* m_cutLine;
    TextLabel* m_cut;
    ActionButton* m_swapCut;
    LastDone* m_lastDone;
    int m_stay = -1; ///< the place to show when pages have changed; -1: the last
    QShortcut* m_joinKey = nullptr;
    QShortcut* m_forwardKey = nullptr;
    QShortcut* m_backKey = nullptr;
    QShortcut* m_turnKey = nullptr;
};

}
