#include "app/ui/books/KeeperCard.h"

#include "app/base/Clock.h"
#include "app/counter/NumberDesk.h"
#include "app/ui/style/Theme.h"
#include "app/ui/widgets/TextLabel.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace motcua::ui {

KeeperCard::KeeperCard(counter::NumberDesk& numbers, QWidget* parent)
    : QFrame(parent), m_numbers(numbers), m_title(new TextLabel(TextRole::Section, this)), m_warning(new TextLabel(TextRole::Body, this)),
      m_facts(new FactGrid(this)) {
    setObjectName(QStringLiteral("card"));
    m_facts->setObjectName(QStringLiteral("keeperFacts"));
    setFocusPolicy(Qt::StrongFocus);
    m_warning->setTone(Tone::Warning);
    m_warning->setWordWrap(true);
    m_title->setWordWrap(true);
    const Metrics& metrics = theme().metrics();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics.space(5), metrics.space(4), metrics.space(5), metrics.space(4));
    column->setSpacing(metrics.space(3));
    column->addWidget(m_title);
    column->addWidget(m_facts);
    column->addWidget(m_warning);
    column->addStretch();
    connect(&m_numbers, &counter::NumberDesk::changed, this, [this] {
        if (isVisible())
            fill();
    });
    hide();
}

void KeeperCard::open(const QString& symbol, const QString& name) {
    m_symbol = symbol;
    m_name = name;
    fill();
    show();
    setFocus();
    m_numbers.ask();
}

void KeeperCard::fill() {
    m_title->setText(tr("Numbers of the book: %1").arg(m_name));
    const counter::NumbersLeft* here = m_numbers.leftOf(m_symbol);
    const protocol::RunStanding* run = m_numbers.runOf(m_symbol);
    std::vector<Fact> facts;
    QString keeper = tr("the province");
    if (run)
        for (const protocol::DeskNumbers& desk : run->desks)
            if (desk.station == run->keeper)
                keeper = desk.name;
    facts.push_back({tr("Kept by"), keeper});
    const int left = here ? here->left : 0;
    facts.push_back({tr("This desk may give"), left == 0 ? tr("none") : tr("%n number(s), the next is %1", nullptr, left).arg(here->next),
        left == 0   ? Tone::Danger
        : here->few ? Tone::Warning
                    : Tone::Neutral});
    if (here && left > 0 && here->runsOut.isValid())
        facts.push_back({tr("At the use of its busiest day they last until"), here->runsOut.toString(QStringLiteral("dd/MM/yyyy")),
            here->few ? Tone::Warning : Tone::Neutral});
    if (run) {
        for (const protocol::DeskNumbers& desk : run->desks)
            facts.push_back({desk.name, tr("%n number(s) left", nullptr, desk.left)});
        facts.push_back({tr("Came back, and given first"), QString::number(run->back)});
        facts.push_back({tr("The first never given"), QString::number(run->next)});
        facts.push_back({tr("As the keeper said"), base::toVietnamTime(m_numbers.toldAt()).toString(QStringLiteral("HH:mm dd/MM/yyyy"))});
    }
    m_facts->setFacts(facts);
    QString warning;
    if (m_numbers.keeperRests())
        warning = tr("The province's data were restored: it gives no numbers until every desk of the unit has told which it holds.");
    else if (left == 0)
        warning = tr("Nothing that takes a number can be approved here until there is a line. Receiving goes on.");
    m_warning->setText(warning);
    m_warning->setVisible(!warning.isEmpty());
}

void KeeperCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape)
        return QFrame::keyPressEvent(event);
    hide();
    emit left();
}

void KeeperCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && isVisible())
        fill();
    QFrame::changeEvent(event);
}

}
