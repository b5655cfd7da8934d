#pragma once

#include <QBuffer>
#include <QImage>
#include <QStackedWidget>

class QPdfDocument;
class QPdfView;

namespace motcua::ui {

class EmptyState;

/// A paper of the product's own as it will lie in the printer. This is the line: it shows what a domain::ports::FormRenderer has made in this process
/// from our own forms, in memory and in this run, and opens it here. Nothing else is given to it: what was stored, fetched, scanned or imported is
/// foreign and is drawn by domain::ports::ForeignPages (PageViewer). Holds the bytes in memory only.
class PdfPreview : public QStackedWidget {
    Q_OBJECT

public:
    explicit PdfPreview(QWidget* parent = nullptr);
    ~PdfPreview() override;

    /// From a FormRenderer, just now. Empty or unreadable bytes show the empty state. `from`: the part of the sheet's height (0 to 1) from which on
    /// it is shown where not all of it has room.
    void setPdf(const QByteArray& pdf, double from = 0);
    void clear() { setPdf({}); }
    const QByteArray& pdf() const { return m_bytes; }
    int pageCount() const;
    EmptyState* emptyState() const { return m_empty; }
    /// The first sheet of such bytes in so many dots, see-through where nothing is printed; null: they are none.
    static QImage firstSheet(const QByteArray& pdf, const QSize& dots);

protected:
    void changeEvent(QEvent* event) override;

private:
    void scroll();
    void retranslate();

    QByteArray m_bytes;
    QBuffer m_buffer;
    double m_from = 0;
    QPdfDocument* m_document;
    QPdfView* m_view;
    EmptyState* m_empty;
};

}
