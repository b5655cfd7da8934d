#pragma once

#include "app/counter/Counter.h"

#include <QWidget>

namespace motcua::ui {

class PageViewer;
class PaperTable;

/// The papers of a dossier beside the scanned pages of the one under the cursor. Owner: DossierDetail.
class PaperView : public QWidget {
    Q_OBJECT

public:
    explicit PaperView(counter::Counter& counter, QWidget* parent = nullptr);

    bool hasPages() const;
    /// One page forward (1) or back (-1).
    void step(int direction);
    void setPapers(std::vector<domain::Paper> papers);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showPages();

    std::vector<domain::Paper> m_papers;
    PaperTable* m_table;
    PageViewer* m_viewer;
};

}
