#include "app/ui/dossiers/HistoryList.h"

#include "app/ui/dossiers/HistoryWords.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QVBoxLayout>

namespace motcua::ui {

HistoryList::HistoryList(NameOf nameOf, QWidget* parent) : QWidget(parent), m_nameOf(std::move(nameOf)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
}

void HistoryList::setHistory(std::vector<domain::Event> history) {
    m_history = std::move(history);
    fill();
}

void HistoryList::fill() {
    delete m_lines;
    m_lines = new QWidget(this);
    auto* column = new QVBoxLayout(m_lines);
    column->setContentsMargins({});
    column->setSpacing(theme().metrics().px(1));
    for (auto event = m_history.rbegin(); event != m_history.rend(); ++event) {
        const QString who = event->actor.isNull() ? tr("the station itself") : m_nameOf(event->actor);
        auto* when = new TextLabel(TextRole::Caption, words::moment(event->at) + (who.isEmpty() ? QString() : QStringLiteral(" · ") + who), m_lines);
        when->setWordWrap(true);
        column->addWidget(when);
        column->addWidget(new TextLabel(TextRole::Strong, words::event(event->body), m_lines));
        if (const QString detail = words::eventDetail(event->body); !detail.isEmpty()) {
            auto* more = new TextLabel(TextRole::Muted, detail, m_lines);
            more->setWordWrap(true);
            column->addWidget(more);
        }
        column->addSpacing(theme().metrics().space(2));
    }
    layout()->addWidget(m_lines);
    m_lines->show();
}

void HistoryList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        fill();
    QWidget::changeEvent(event);
}

}
