#include "app/ui/widgets/PdfPreview.h"

#include "app/ui/widgets/EmptyState.h"

#include <QEvent>
#include <QPdfDocument>
#include <QPdfView>
#include <QScrollBar>

namespace motcua::ui {

PdfPreview::PdfPreview(QWidget* parent)
    : QStackedWidget(parent), m_document(new QPdfDocument(this)), m_view(new QPdfView(this)),
      m_empty(new EmptyState(QStringLiteral("file-text"), this)) {
    m_view->setDocument(m_document);
    m_view->setPageMode(QPdfView::PageMode::MultiPage);
    m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    addWidget(m_empty);
    addWidget(m_view);
    connect(m_view->verticalScrollBar(), &QScrollBar::rangeChanged, this, &PdfPreview::scroll);
    retranslate();
}

PdfPreview::~PdfPreview() {
    m_view->setDocument(nullptr);
    m_document->close();
}

void PdfPreview::setPdf(const QByteArray& pdf, double from) {
    m_from = from;
    m_document->close();
    m_buffer.close();
    m_bytes = pdf;
    if (!m_bytes.isEmpty()) {
        m_buffer.setBuffer(&m_bytes);
        m_buffer.open(QIODevice::ReadOnly);
        m_document->load(&m_buffer);
    }
    setCurrentWidget(pageCount() > 0 ? static_cast<QWidget*>(m_view) : m_empty);
    scroll();
}

void PdfPreview::scroll() {
    QScrollBar* const bar = m_view->verticalScrollBar();
    if (m_from > 0 && pageCount() > 0)
        bar->setValue(qRound(m_from * (bar->maximum() + bar->pageStep()) / pageCount()));
}

int PdfPreview::pageCount() const {
    return m_bytes.isEmpty() ? 0 : qMax(0, m_document->pageCount());
}

QImage PdfPreview::firstSheet(const QByteArray& pdf, const QSize& dots) {
    if (pdf.isEmpty() || dots.isEmpty())
        return {};
    QBuffer buffer;
    buffer.setData(pdf);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    return document.pageCount() > 0 ? document.render(0, dots).convertToFormat(QImage::Format_ARGB32) : QImage();
}

void PdfPreview::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QStackedWidget::changeEvent(event);
}

void PdfPreview::retranslate() {
    m_view->setAccessibleName(tr("Preview of the paper"));
    m_empty->setWords(tr("Nothing to preview"), tr("The paper appears here once there is something to print."));
}

}
