#pragma once

#include "app/counter/FolderDesk.h"

#include <QWidget>

class QTableWidget;

namespace motcua::ui {

class PageViewer;

/// The papers of a folder beside the scanned pages of the one under the cursor. Owner: FolderDetail.
class PaperView : public QWidget {
    Q_OBJECT

public:
    explicit PaperView(const counter::FolderDesk& desk, QWidget* parent = nullptr);

    void setPapers(std::vector<domain::Paper> papers);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fill();
    void showPages();

    std::vector<domain::Paper> m_papers;
    QTableWidget* m_table;
    PageViewer* m_viewer;
};

}
