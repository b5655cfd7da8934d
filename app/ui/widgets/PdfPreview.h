#pragma once

#include <QBuffer>
#include <QStackedWidget>

class QPdfDocument;
class QPdfView;
class QScrollBar;

namespace motcua::ui {

class EmptyState;

/// A PDF as it will lie on paper. Holds the bytes in memory only.
class PdfPreview : public QStackedWidget {
    Q_OBJECT

public:
    explicit PdfPreview(QWidget* parent = nullptr);
    ~PdfPreview() override;

    /// Empty or unreadable bytes show the empty state.
    void setPdf(const QByteArray& pdf);
    void clear() { setPdf({}); }
    int pageCount() const;
    /// One page after the other by showPage(), instead of all below one another.
    void setOnePage(bool one);
    /// From 0; one that is not there changes nothing.
    void showPage(int page);
    QScrollBar* scrollBar() const;
    EmptyState* emptyState() const { return m_empty; }

public slots:
    void zoomIn();
    void zoomOut();
    void fitWidth();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QByteArray m_bytes;
    QBuffer m_buffer;
    QPdfDocument* m_document;
    QPdfView* m_view;
    EmptyState* m_empty;
};

}
