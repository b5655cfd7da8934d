#include "app/ui/books/SpoilPanel.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/ReasonPrompt.h"
#include "app/ui/widgets/TextLabel.h"

#include <QCheckBox>
#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace motcua::ui {

SpoilPanel::SpoilPanel(counter::Jotter& jotter, QWidget* parent)
    : QWidget(parent), m_prompt(new ReasonPrompt(jotter, this)), m_again(new QCheckBox(this)), m_follows(new TextLabel(TextRole::Muted, this)) {
    m_again->setObjectName(QStringLiteral("spoilAgain"));
    m_follows->setObjectName(QStringLiteral("spoilFollows"));
    m_follows->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme().metrics().space(2));
    column->addWidget(m_prompt);
    column->addWidget(m_again);
    column->addWidget(m_follows);
    connect(m_prompt, &ReasonPrompt::changed, this, &SpoilPanel::follow);
    connect(m_again, &QCheckBox::toggled, this, &SpoilPanel::sayWhatFollows);
    connect(m_prompt, &ReasonPrompt::given, this, [this](const QString& reason) {
        hide();
        emit given(reason, m_again->isChecked());
    });
    connect(m_prompt, &ReasonPrompt::cancelled, this, [this] {
        hide();
        emit cancelled();
    });
    retranslate();
    hide();
}

void SpoilPanel::ask(const QString& subject, const QString& question, const QString& button, std::vector<SpoilReason> reasons, bool leftTheOffice) {
    m_reasons = std::move(reasons);
    m_leftTheOffice = leftTheOffice;
    QStringList phrases;
    for (const SpoilReason& reason : m_reasons)
        phrases << reason.words;
    m_wasKnown = true;
    show();
    m_prompt->ask(subject, question, button, phrases);
    follow();
}

void SpoilPanel::settle() {
    m_prompt->settle();
}

/// A row that says what is wrong is not written a second time as it is.
void SpoilPanel::follow() {
    const QString reason = m_prompt->reason();
    const auto known = std::find_if(m_reasons.begin(), m_reasons.end(), [&](const SpoilReason& each) { return each.words == reason; });
    const bool isKnown = known != m_reasons.end();
    const bool isSheet = isKnown && known->what == Spoilt::Sheet;
    // While words of one's own are typed, the tick stays as it was set.
    if (isKnown || m_wasKnown)
        m_again->setChecked(isSheet && !m_leftTheOffice);
    m_wasKnown = isKnown;
    m_again->setEnabled(!m_leftTheOffice && (isSheet || !isKnown));
    sayWhatFollows();
}

void SpoilPanel::sayWhatFollows() {
    if (m_again->isChecked())
        m_follows->setText(tr("The same row is written at once under the next number."));
    else if (m_leftTheOffice)
        m_follows->setText(tr("The result has been handed over: its number is struck out and no other is given."));
    else
        m_follows->setText(
            tr("The dossier goes back to its clerk with this reason, is put right (Dossiers, F9) and approved again under a new number."));
}

void SpoilPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SpoilPanel::retranslate() {
    m_again->setText(tr("Register the dossier again under a new number"));
    sayWhatFollows();
}

}
