#pragma once

#include "app/counter/IntakeContent.h"
#include "app/domain/SeparatorCode.h"

#include <QObject>

namespace motcua::counter {

/// Pages that are sealed, in the order in which they came, with what was read on each and what was cut off.
struct KeptPages {
    std::vector<domain::Page> pages;
    std::vector<QStringList> codes; ///< by page
    std::vector<CutPage> cut;
};

/// How scanned pages lie among the papers of what is being taken in, an intake or a supplement: the acts with them, each of which can be taken
/// back. The papers are its owner's; whoever keeps them on disk listens to acted(). Thread: GUI.
class PageActs : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    PageActs(std::vector<domain::Paper>& papers, std::vector<CutPage>& cut);

    const std::vector<domain::Paper>& papers() const { return m_papers; }
    /// The paper that pages go to; 0 at first.
    int current() const { return m_current; }
    void setCurrent(int paper);
    /// To the current paper, or where separator sheets among them say: the pages that follow such a sheet go to its paper, and one beyond the
    /// list's end begins a paper of its own.
    void add(KeptPages kept);
    void remove(int paper, int page);
    void move(int paper, int from, int to);
    /// The page and those after it belong to the next paper of the list, which becomes the current one; after the last paper a new one is
    /// begun.
    void splitAt(int paper, int page);
    /// All pages of this paper are further ones of the paper before it, which becomes the current one.
    void joinToPrevious(int paper);
    /// Null: nothing was cut off this page.
    const CutPage* cutOf(int paper, int page) const;
    /// Takes back what was cut off, or cuts it off again.
    void swapCut(int paper, int page);
    /// The same page in another way; `cut` where something was cut off it.
    void replace(int paper, int page, domain::Page with, std::optional<CutPage> cut);
    /// Null where there is no such page.
    const domain::Page* page(int paper, int page) const;

    /// How many acts can be taken back: none since pages came, or others lie here.
    int count() const { return static_cast<int>(m_before.size()); }
    void undo();
    // What the clerk says of the papers themselves: taking an act back does not unsay it.
    void noteSaid(int paper);
    /// The last paper is new.
    void noteAdded();

    /// Other papers lie here now: nothing can be taken back, the first is current.
    void restart();
    /// Says that the pages are others.
    void tell();

signals:
    void currentChanged();
    /// The pages lie otherwise, or are others.
    void changed();
    /// A draft must keep what was done.
    void acted();

private:
    void addPage(domain::Page page, const QStringList& codes);
    void turnTo(const domain::Separator& separator);
    std::vector<domain::Page>* pagesOf(int paper, int page);
    void remember();
    void done(int current);
    void moved(int current);

    std::vector<domain::Paper>& m_papers;
    std::vector<CutPage>& m_cut;
    int m_current = 0;
    struct Before {
        std::vector<domain::Paper> papers;
        int current = 0;
    };
    /// The papers and their pages before each act with them, the last one last.
    std::vector<Before> m_before;
};

/// As on form 01, for pages that belong to no named paper.
QString looseSheets();

}
