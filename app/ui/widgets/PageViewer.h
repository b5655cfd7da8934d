#pragma once

#include "app/base/Result.h"
#include "app/domain/Dossier.h"
#include "app/domain/ports/ForeignPages.h"

#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QScrollArea;
class QToolButton;

namespace motcua::ui {

class EmptyState;
class TextLabel;

/// Scanned pages, one at a time: Page Up and Page Down turn, through the pages of a PDF as well, plus and minus zoom. Files are read one by one
/// when shown, and drawn elsewhere, whatever a record says of their kind: the sheet is empty until the dots come.
class PageViewer : public QWidget {
    Q_OBJECT

public:
    using Reader = std::function<base::Result<QByteArray>(const domain::BlobHash&)>;

    explicit PageViewer(QWidget* parent = nullptr);

    /// Who draws outlives this.
    void setReader(Reader reader, domain::ports::ForeignPages& drawer) {
        m_reader = std::move(reader);
        m_drawer = &drawer;
    }
    /// Keeps the page shown when it is still among them.
    void setPages(std::vector<domain::Page> pages);
    /// By number of the file; a PDF begins at its first page.
    void showPage(int index);
    /// One page forward (1) or back (-1), whatever file it is in.
    void step(int direction);
    /// The file that is shown, and how many there are: a PDF is one, however many pages it has.
    int current() const { return m_current; }
    int count() const { return static_cast<int>(m_pages.size()); }
    EmptyState* emptyState() const { return m_empty; }

signals:
    void pageShown(int index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void goTo(int index, bool atEnd);
    void showInside(int inside);
    int pagesIn(int index) const;
    int pagesBefore(int index) const;
    void load();
    void open(const QByteArray& content);
    int wantedWidth() const;
    void askIfFiner();
    void ask();
    void showDots(const domain::ports::DrawnPage& page);
    void tellProblem(const base::Error& error);
    void fit();
    void scroll(int direction);
    void zoom(double factor);
    void retranslate();

    Reader m_reader;
    domain::ports::ForeignPages* m_drawer = nullptr;
    std::unique_ptr<domain::ports::OpenPages> m_file;
    std::vector<domain::Page> m_pages;
    int m_current = -1;
    int m_inside = 0;      ///< the page within a file
    bool m_atEnd = false;  ///< its last page, wherever that is
    int m_pagesInside = 0; ///< as the file itself has it; 0: nothing has come of it yet
    int m_askedWidth = 0;  ///< of what is shown or on its way
    double m_zoom = 1.0;
    QTimer m_ask;
    QPixmap m_image;
    QString m_problem;
    TextLabel* m_paper;
    QScrollArea* m_scroll;
    EmptyState* m_empty;
    QWidget* m_bar;
    TextLabel* m_position;
    std::vector<QToolButton*> m_buttons;
};

}
