#include "app/ui/shell/system/AuthorityCard.h"

#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace motcua::ui {

AuthorityCard::AuthorityCard(counter::Counter& counter, QWidget* parent)
    : Card(parent), m_counter(counter), m_ending(new Banner(this)), m_none(new TextLabel(TextRole::Muted, this)), m_rows(new QWidget(this)) {
    m_ending->setClosable(false);
    m_none->setWordWrap(true);
    auto* rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins({});
    rows->setSpacing(theme().metrics().space(2));
    body()->addWidget(m_ending);
    body()->addWidget(m_none);
    body()->addWidget(m_rows);
    connect(&m_counter, &counter::Counter::archiveChanged, this, &AuthorityCard::refresh);
    connect(&m_counter.desk(), &counter::Desk::accountChanged, this, &AuthorityCard::refresh);
    retranslate();
}

/// A line for the capacity with the title, and one for the rest.
QString AuthorityCard::wordsOf(const counter::OwnAuthority& own) const {
    const domain::SigningAuthority& by = own.authority;
    QStringList lines = by.capacity.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (lines.isEmpty() || lines.last() != by.title)
        lines << by.title;
    QStringList said;
    said << (by.books.isEmpty() ? tr("every book") : tr("books %1").arg(by.books.join(QStringLiteral("; "))));
    if (!by.paper.isEmpty())
        said << (by.paperDate.isValid() ? tr("by paper no. %1 of %2").arg(by.paper, words::date(by.paperDate)) : tr("by paper no. %1").arg(by.paper));
    if (!by.stampOwner.isEmpty())
        said << tr("stamp of %1").arg(by.stampOwner);
    said << (by.until.isValid() ? tr("from %1 until %2").arg(words::date(by.from), words::date(by.until))
                                : tr("from %1, without an end").arg(words::date(by.from)));
    if (!own.inForce)
        said << tr("not in force today");
    return lines.join(QStringLiteral(" / ")) + QLatin1Char('\n') + said.join(QStringLiteral(" · "));
}

void AuthorityCard::refresh() {
    const bool signs = m_counter.desk().may(domain::Role::Supervisor) || !m_counter.desk().account().authorities.empty();
    setVisible(signs);
    const auto all = m_counter.roster().authorities();
    showEnding(all);
    m_none->setVisible(all.empty());
    QStringList shown;
    for (const counter::OwnAuthority& each : all)
        shown << wordsOf(each);
    if (shown == m_shown)
        return;
    m_shown = shown;
    const auto before = m_rows->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget* row : before) {
        row->hide();
        row->deleteLater();
    }
    for (const QString& each : shown) {
        auto* who = new TextLabel(TextRole::Strong, each.section(QLatin1Char('\n'), 0, 0), m_rows);
        auto* what = new TextLabel(TextRole::Muted, each.section(QLatin1Char('\n'), 1), m_rows);
        for (TextLabel* label : {who, what}) {
            label->setWordWrap(true);
            m_rows->layout()->addWidget(label);
        }
    }
}

void AuthorityCard::showEnding(const std::vector<counter::OwnAuthority>& all) {
    const auto soonest = std::min_element(all.begin(), all.end(), [](const counter::OwnAuthority& one, const counter::OwnAuthority& other) {
        return one.endsSoon() != other.endsSoon() ? one.endsSoon() : one.daysLeft < other.daysLeft;
    });
    const bool anyInForce = std::any_of(all.begin(), all.end(), [](const counter::OwnAuthority& each) { return each.inForce; });
    if (!all.empty() && !anyInForce)
        m_ending->show(Tone::Danger, tr("None of your authorities is in force today."), tr("Nothing that takes a number can be approved by you."),
            tr("Ask the administrator of the province to enter the new one."));
    else if (soonest != all.end() && soonest->endsSoon())
        m_ending->show(Tone::Warning,
            tr("An authority of yours ends in %n day(s), on %1.", nullptr, soonest->daysLeft).arg(words::date(soonest->authority.until)),
            tr("Until that day you sign by it."), tr("Have the new one entered by the administrator of the province before."));
    else
        m_ending->clear();
}

void AuthorityCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void AuthorityCard::retranslate() {
    setHeading(tr("By what you sign"));
    m_none->setText(tr("The province has entered no authority with days and books for you: you sign as your account says, in every book."));
    refresh();
}

}
