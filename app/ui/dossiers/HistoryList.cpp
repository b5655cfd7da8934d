#include "app/ui/dossiers/HistoryList.h"

#include "app/ui/dossiers/CorrectionWords.h"
#include "app/ui/dossiers/HistoryWords.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QVBoxLayout>

namespace motcua::ui {

HistoryList::HistoryList(counter::Counter& counter, QWidget* parent) : QWidget(parent), m_counter(counter) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
}

void HistoryList::setDossier(const counter::OpenedDossier& dossier) {
    m_dossier = dossier.dossier.id;
    m_history = dossier.history;
    fill();
}

QString HistoryList::detailOf(const domain::EventBody& body) const {
    if (const auto* print = std::get_if<domain::PrintRecorded>(&body))
        return words::printDetail(*print, words::inLanguage(m_counter.printing().nameOf(print->form, m_dossier)));
    const QString detail = words::eventDetail(body);
    const auto* corrected = std::get_if<domain::DossierCorrected>(&body);
    if (!corrected)
        return detail;
    const domain::JobTerms& job = corrected->after.job;
    return (QStringList{detail} + words::changesOf(*corrected, m_counter.archive().jobs().find(job.kind, job.version))).join(QLatin1Char('\n'));
}

void HistoryList::fill() {
    delete m_lines;
    m_lines = new QWidget(this);
    auto* column = new QVBoxLayout(m_lines);
    column->setContentsMargins({});
    column->setSpacing(theme().metrics().px(1));
    const std::vector<domain::ClockDoubt> doubts = domain::clockDoubts(m_history, m_counter.desk().now());
    for (auto event = m_history.rbegin(); event != m_history.rend(); ++event) {
        const QString who = event->actor.isNull() ? tr("the station itself") : m_counter.dossiers().nameOf(event->actor);
        auto* when = new TextLabel(TextRole::Caption, words::moment(event->at) + (who.isEmpty() ? QString() : QStringLiteral(" · ") + who), m_lines);
        when->setWordWrap(true);
        column->addWidget(when);
        column->addWidget(new TextLabel(TextRole::Strong, words::event(event->body), m_lines));
        const auto place = static_cast<size_t>(std::distance(event, m_history.rend()) - 1);
        if (const QString doubt = words::clockDoubt(doubts[place]); !doubt.isEmpty()) {
            auto* warning = new TextLabel(TextRole::Body, doubt, m_lines);
            warning->setTone(Tone::Warning);
            warning->setWordWrap(true);
            column->addWidget(warning);
        }
        if (const QString detail = detailOf(event->body); !detail.isEmpty()) {
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
