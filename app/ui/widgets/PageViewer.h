#pragma once

#include "app/base/Result.h"
#include "app/domain/Dossier.h"

#include <QPixmap>
#include <QWidget>

#include <functional>
#include <vector>

class QScrollArea;
class QToolButton;

namespace motcua::ui {

class EmptyState;
class PdfPreview;
class TextLabel;

/// Scanned pages, one at a time: Page Up and Page Down turn, through the pages of a PDF as well, plus and minus zoom. Files are read one by one
/// when shown.
class PageViewer : public QWidget {
    Q_OBJECT

public:
    using Reader = std::function<base::Result<QByteArray>(const domain::BlobHash&)>;

    explicit PageViewer(QWidget* parent = nullptr);

    void setReader(Reader reader) { m_reader = std::move(reader); }
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
    void changeEvent(QEvent* event) override;

private:
    void goTo(int index, bool atEnd);
    void showInside(int inside);
    int pagesIn(int index) const;
    int pagesBefore(int index) const;
    void load();
    void fit();
    void scroll(int direction);
    void zoom(double factor);
    void retranslate();

    Reader m_reader;
    std::vector<domain::Page> m_pages;
    int m_current = -1;
    int m_inside = 0; ///< the page within a PDF
    double m_zoom = 1.0;
    QPixmap m_image;
    QString m_problem;
    TextLabel* m_paper;
    QScrollArea* m_scroll;
    PdfPreview* m_pdf;
    EmptyState* m_empty;
    QWidget* m_bar;
    TextLabel* m_position;
    std::vector<QToolButton*> m_buttons;
};

}
