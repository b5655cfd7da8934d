#pragma once

#include "app/base/Result.h"
#include "app/domain/Dossier.h"
#include "app/ui/widgets/Card.h"

class QShortcut;

namespace motcua::counter {
class Counter;
class PageHolder;
}

namespace motcua::ui {

class ActionButton;
class PageViewer;

/// The scanned pages of the paper in hand, one at a time: turned, taken out. Not there while there is none. Owner: BenchPlace.
class BenchPages : public Card {
    Q_OBJECT

public:
    explicit BenchPages(counter::Counter& counter, QWidget* parent = nullptr);

    /// Of the paper in hand.
    void refresh();
    bool hasPages() const;
    void step(int direction);

signals:
    void failed(const motcua::base::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showLast();
    /// Where the page that is shown lies: paper of the checklist, page; -1: none is shown.
    std::pair<int, int> shown() const;
    base::Result<QByteArray> contentOf(const domain::BlobHash& hash) const;
    void turn();
    void remove();

    counter::PageHolder& m_holder;
    PageViewer* m_viewer;
    ActionButton* m_turn;
    ActionButton* m_remove;
    std::vector<std::pair<int, int>> m_places; ///< by page that can be shown
    int m_stay = -1;                           ///< the page to show when they have changed; -1: the last
};

}
