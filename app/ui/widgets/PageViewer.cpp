#include "app/ui/widgets/PageViewer.h"

#include "app/ui/style/Theme.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/widgets/DotsImage.h"
#include "app/ui/widgets/EmptyState.h"
#include "app/ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace motcua::ui {

PageViewer::PageViewer(QWidget* parent)
    : QWidget(parent), m_paper(new TextLabel(TextRole::Body)), m_scroll(new QScrollArea(this)),
      m_empty(new EmptyState(QStringLiteral("scan-line"), this)), m_bar(new QWidget(this)), m_position(new TextLabel(TextRole::Caption, m_bar)) {
    const Metrics& metrics = theme().metrics();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics.space(2));
    column->addWidget(m_empty, 1);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_bar);
    m_paper->setAlignment(Qt::AlignCenter);
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
    m_ask.setSingleShot(true);
    connect(&m_ask, &QTimer::timeout, this, &PageViewer::ask);
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
    if (another)
        load();
    showInside(atEnd ? pagesIn(index) - 1 : 0);
    m_atEnd = atEnd && m_pagesInside == 0;
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
    if (std::exchange(m_inside, inside) != inside) {
        // Nobody takes the page before for this one.
        m_image = {};
        m_askedWidth = 0;
        fit();
        m_scroll->verticalScrollBar()->setValue(0);
        m_ask.start(0);
    }
    retranslate();
}

/// As the file itself has it, where that is known.
int PageViewer::pagesIn(int index) const {
    const int said = m_pages[static_cast<size_t>(index)].inside.value_or(1);
    return index == m_current && m_pagesInside > 0 ? m_pagesInside : said;
}

int PageViewer::pagesBefore(int index) const {
    int pages = 0;
    for (int i = 0; i < index; ++i)
        pages += pagesIn(i);
    return pages;
}

void PageViewer::load() {
    m_file.reset();
    m_image = {};
    m_problem.clear();
    m_inside = 0;
    m_atEnd = false;
    m_pagesInside = 0;
    m_askedWidth = 0;
    if (m_current >= 0 && m_reader) {
        const base::Result<QByteArray> content = m_reader(m_pages[static_cast<size_t>(m_current)].blob);
        if (content)
            open(*content);
        else
            m_problem = errorLine(content.error());
    }
    const bool none = m_current < 0;
    m_empty->setVisible(none);
    m_bar->setVisible(!none);
    m_scroll->setVisible(!none);
    m_zoom = 1.0;
    fit();
    retranslate();
}

void PageViewer::open(const QByteArray& content) {
    m_file = m_drawer->open(content);
    connect(m_file.get(), &domain::ports::OpenPages::drawn, this, &PageViewer::showDots);
    connect(m_file.get(), &domain::ports::OpenPages::failed, this, &PageViewer::tellProblem);
    m_ask.start(0);
}

/// Dots of the screen.
int PageViewer::wantedWidth() const {
    // Room for the scroll bar is kept free, so that its coming and going never changes the size.
    const int width = m_scroll->width() - m_scroll->verticalScrollBar()->sizeHint().width() - 2;
    return qRound(qMax(100, width) * m_zoom * devicePixelRatioF());
}

/// Nothing is drawn for who does not look.
void PageViewer::ask() {
    if (!m_file || !isVisible())
        return;
    m_askedWidth = wantedWidth();
    m_file->draw({m_atEnd ? domain::ports::PageWish::last : m_inside, m_askedWidth});
}

/// A larger one is asked for when the hand rests; until then what is there is stretched.
void PageViewer::askIfFiner() {
    constexpr int rest = 120; // ms
    if (m_file && wantedWidth() > m_askedWidth)
        m_ask.start(m_image.isNull() ? 0 : rest);
}

void PageViewer::showDots(const domain::ports::DrawnPage& page) {
    m_pagesInside = page.pages;
    if (std::exchange(m_atEnd, false))
        m_inside = page.page;
    if (m_inside >= page.pages) {
        // The record says more pages than there are.
        showInside(page.pages - 1);
        return;
    }
    if (page.page == m_inside) {
        m_problem.clear();
        m_image = QPixmap::fromImage(imageOf(page.dots));
        fit();
    }
    retranslate();
}

void PageViewer::tellProblem(const base::Error& error) {
    m_image = {};
    m_askedWidth = 0;
    m_problem = errorLine(error);
    fit();
}

void PageViewer::fit() {
    m_paper->setWordWrap(m_image.isNull());
    if (m_image.isNull()) {
        m_paper->setPixmap({});
        m_paper->setText(m_problem);
        m_paper->setFixedSize(m_scroll->viewport()->size());
        return;
    }
    const int width = wantedWidth();
    QPixmap scaled = m_image.width() == width ? m_image : m_image.scaledToWidth(width, Qt::SmoothTransformation);
    scaled.setDevicePixelRatio(devicePixelRatioF());
    m_paper->setPixmap(scaled);
    m_paper->setFixedSize(scaled.deviceIndependentSize().toSize());
}

void PageViewer::zoom(double factor) {
    m_zoom = qBound(0.4, m_zoom * factor, 4.0);
    fit();
    askIfFiner();
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
    QScrollBar* bar = m_scroll->verticalScrollBar();
    bar->setValue(bar->value() + direction * bar->pageStep() / steps);
}

bool PageViewer::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_scroll && event->type() == QEvent::Resize) {
        fit();
        askIfFiner();
    }
    return QWidget::eventFilter(watched, event);
}

void PageViewer::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    askIfFiner();
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
