#include "app/ui/widgets/PageViewer.h"

#include "app/ui/style/Theme.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/widgets/EmptyState.h"
#include "app/ui/widgets/PagePicture.h"
#include "app/ui/widgets/PdfPreview.h"
#include "app/ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace motcua::ui {

PageViewer::PageViewer(QWidget* parent)
    : QWidget(parent), m_paper(new TextLabel(TextRole::Body)), m_scroll(new QScrollArea(this)), m_pdf(new PdfPreview(this)),
      m_empty(new EmptyState(QStringLiteral("scan-line"), this)), m_bar(new QWidget(this)), m_position(new TextLabel(TextRole::Caption, m_bar)) {
    const Metrics& metrics = theme().metrics();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics.space(2));
    column->addWidget(m_empty, 1);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_pdf, 1);
    column->addWidget(m_bar);
    m_paper->setAlignment(Qt::AlignCenter);
    m_pdf->setOnePage(true);
    m_scroll->setWidget(m_paper);
    m_scroll->setAlignment(Qt::AlignCenter);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->installEventFilter(this);
    auto* line = new QHBoxLayout(m_bar);
    line->setContentsMargins(0, 0, 0, 0);
    const std::pair<const char*, std::function<void()>> buttons[] = {
        {"chevron-left", [this] { step(-1); }},
        {"chevron-right", [this] { step(1); }},
        {"zoom-out", [this] { zoom(0.8); }},
        {"zoom-in", [this] { zoom(1.25); }},
    };
    line->addStretch();
    for (const auto& [icon, act] : buttons) {
        auto* button = new QToolButton(m_bar);
        button->setIcon(Theme::icon(QString::fromLatin1(icon), Token::TextMuted));
        connect(button, &QToolButton::clicked, this, act);
        line->addWidget(button);
        if (m_buttons.empty())
            line->addWidget(m_position);
        m_buttons.push_back(button);
    }
    line->addStretch();
    setFocusPolicy(Qt::StrongFocus);
    retranslate();
    setPages({});
}

void PageViewer::setPages(std::vector<domain::Page> pages) {
    const domain::BlobHash shown = m_current >= 0 && m_current < count() ? m_pages[static_cast<size_t>(m_current)].blob : domain::BlobHash();
    m_pages = std::move(pages);
    int index = m_pages.empty() ? -1 : 0;
    for (int i = 0; i < count(); ++i)
        if (m_pages[static_cast<size_t>(i)].blob == shown)
            index = i;
    m_current = index;
    // A page that is shown already stays as it is, zoom included; one that could not be read may be here by now.
    const bool stays = index >= 0 && !shown.isNull() && m_pages[static_cast<size_t>(index)].blob == shown && m_problem.isEmpty();
    if (stays) {
        retranslate();
        return;
    }
    m_inside = 0;
    load();
}

void PageViewer::showPage(int index) {
    if (index != m_current)
        goTo(index, false);
}

void PageViewer::goTo(int index, bool atEnd) {
    if (index < 0 || index >= count())
        return;
    const bool another = index != m_current;
    m_current = index;
    m_inside = 0;
    if (another)
        load();
    showInside(atEnd ? pagesIn(index) - 1 : 0);
    if (another)
        emit pageShown(index);
}

void PageViewer::step(int direction) {
    const int inside = m_inside + direction;
    if (m_current >= 0 && inside >= 0 && inside < pagesIn(m_current))
        showInside(inside);
    else
        goTo(m_current + direction, direction < 0);
}

void PageViewer::showInside(int inside) {
    m_inside = inside;
    m_pdf->showPage(inside);
    retranslate();
}

/// As the file itself has it, where it is open.
int PageViewer::pagesIn(int index) const {
    const int said = m_pages[static_cast<size_t>(index)].inside.value_or(1);
    return index == m_current && m_pdf->pageCount() > 0 ? m_pdf->pageCount() : said;
}

int PageViewer::pagesBefore(int index) const {
    int pages = 0;
    for (int i = 0; i < index; ++i)
        pages += pagesIn(i);
    return pages;
}

void PageViewer::load() {
    m_image = {};
    m_problem.clear();
    m_pdf->clear();
    bool isPdf = false;
    if (m_current >= 0 && m_reader) {
        const domain::Page& page = m_pages[static_cast<size_t>(m_current)];
        const base::Result<QByteArray> content = m_reader(page.blob);
        isPdf = page.mediaType == QLatin1String("application/pdf");
        if (!content)
            m_problem = errorLine(content.error());
        else if (isPdf)
            m_pdf->setPdf(*content);
        else
            m_image = QPixmap::fromImage(pagePicture(*content));
        if (content && !isPdf && m_image.isNull())
            m_problem = tr("This page cannot be shown.");
    }
    const bool none = m_current < 0;
    m_empty->setVisible(none);
    m_bar->setVisible(!none);
    m_pdf->setVisible(!none && isPdf && m_problem.isEmpty());
    m_scroll->setVisible(!none && m_pdf->isHidden());
    m_zoom = 1.0;
    fit();
    retranslate();
}

void PageViewer::fit() {
    m_paper->setWordWrap(m_image.isNull());
    if (m_image.isNull()) {
        m_paper->setPixmap({});
        m_paper->setText(m_problem);
        m_paper->setFixedSize(m_scroll->viewport()->size());
        return;
    }
    const double ratio = devicePixelRatioF();
    // Room for the scroll bar is kept free, so that its coming and going never changes the size.
    const double width = qMax(100, m_scroll->width() - m_scroll->verticalScrollBar()->sizeHint().width() - 2) * m_zoom;
    QPixmap scaled = m_image.scaledToWidth(qRound(width * ratio), Qt::SmoothTransformation);
    scaled.setDevicePixelRatio(ratio);
    m_paper->setPixmap(scaled);
    m_paper->setFixedSize(scaled.deviceIndependentSize().toSize());
}

void PageViewer::zoom(double factor) {
    m_zoom = qBound(0.4, m_zoom * factor, 4.0);
    if (!m_pdf->isHidden())
        factor > 1 ? m_pdf->zoomIn() : m_pdf->zoomOut();
    fit();
}

void PageViewer::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_PageUp:
    case Qt::Key_Left:
        step(-1);
        return;
    case Qt::Key_PageDown:
    case Qt::Key_Right:
        step(1);
        return;
    case Qt::Key_Home:
        goTo(0, false);
        return;
    case Qt::Key_End:
        goTo(count() - 1, true);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(1.25);
        return;
    case Qt::Key_Minus:
        zoom(0.8);
        return;
    case Qt::Key_Up:
        scroll(-1);
        return;
    case Qt::Key_Down:
        scroll(1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void PageViewer::scroll(int direction) {
    constexpr int steps = 4;
    QScrollBar* bar = m_pdf->isHidden() ? m_scroll->verticalScrollBar() : m_pdf->scrollBar();
    bar->setValue(bar->value() + direction * bar->pageStep() / steps);
}

bool PageViewer::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_scroll && event->type() == QEvent::Resize)
        fit();
    return QWidget::eventFilter(watched, event);
}

void PageViewer::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PageViewer::retranslate() {
    const QString names[] = {tr("Previous page"), tr("Next page"), tr("Smaller"), tr("Larger")};
    for (size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setAccessibleName(names[i]);
        m_buttons[i]->setToolTip(names[i]);
    }
    const int shown = m_current < 0 ? 0 : pagesBefore(m_current) + m_inside + 1;
    const int all = pagesBefore(count());
    m_buttons[0]->setEnabled(shown > 1);
    m_buttons[1]->setEnabled(shown < all);
    m_position->setText(tr("Page %1 of %2").arg(shown).arg(all));
    setAccessibleName(tr("Scanned pages"));
    setAccessibleDescription(m_position->text());
}

}
