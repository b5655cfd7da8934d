#include "app/ui/bench/PartiesCard.h"

#include "app/counter/IntakeForm.h"
#include "app/counter/PartyFill.h"
#include "app/domain/CardQr.h"
#include "app/domain/parties/PartyWords.h"
#include "app/ui/bench/PartyEditor.h"
#include "app/ui/intake/CardLine.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/TextLabel.h"
#include "app/ui/widgets/WrappedRows.h"

#include <QEvent>
#include <QKeyEvent>
#include <QListWidget>
#include <QSignalBlocker>

#include <algorithm>

namespace motcua::ui {

using domain::Party;
using domain::SigningWay;

PartiesCard::PartiesCard(counter::IntakeForm& form, QWidget* parent)
    : Card(parent), m_form(form), m_card(new CardLine(QStringLiteral("partyCard"), this)), m_turn(new TextLabel(TextRole::Caption)),
      m_list(new QListWidget(this)), m_wrapped(new WrappedRows(m_list)), m_editor(new PartyEditor(this)) {
    m_list->setObjectName(QStringLiteral("parties"));
    m_list->installEventFilter(this);
    m_card->editor()->installEventFilter(this);
    m_editor->hide();
    const Metrics& metrics = theme().metrics();
    // Lower than other cards: two lines a person must not push the paper out of sight.
    layout()->setContentsMargins(metrics.space(5), metrics.space(3), metrics.space(5), metrics.space(3));
    body()->setSpacing(metrics.space(2));
    body()->addWidget(m_card);
    body()->addWidget(m_turn);
    body()->addWidget(m_list);
    body()->addWidget(m_editor);
    connect(m_card, &CardLine::cardRead, this, [this](const domain::CardQr& card) {
        m_card->clear();
        emit cardShown(card);
    });
    connect(m_card, &CardLine::skipped, this, [this] {
        if (const domain::JobKind* job = m_form.job())
            typeInto(counter::nextRole(*job, m_form.facts(), m_form.content().parties, m_preferred));
    });
    connect(m_list, &QListWidget::itemDoubleClicked, this, &PartiesCard::act);
    connect(m_editor, &PartyEditor::committed, this, [this](const Party& party) {
        std::vector<Party> parties = m_form.content().parties;
        if (m_edited < 0 || m_edited >= static_cast<int>(parties.size()))
            return;
        parties[static_cast<size_t>(m_edited)] = party;
        emit edited(parties);
    });
    connect(m_editor, &PartyEditor::typing, this, [this](const QString& field, const QString& words) {
        if (m_edited >= 0)
            m_form.jot(counter::partyJotting(m_edited, field), words);
    });
    connect(&form, &counter::IntakeForm::changed, this, &PartiesCard::refresh);
    connect(&form, &counter::IntakeForm::replaced, this, &PartiesCard::forget);
    retranslate();
}

bool PartiesCard::isNeeded() const {
    const domain::JobKind* job = m_form.job();
    return job && !job->parties.empty();
}

void PartiesCard::setPapers(const std::vector<domain::IdentityPaperKind>& papers) {
    m_editor->setPapers(papers);
}

void PartiesCard::setOffered(std::vector<Party> people) {
    m_offered = std::move(people);
    refresh();
}

void PartiesCard::forget() {
    m_edited = -1;
    m_preferred.clear();
    m_card->clear();
    refresh();
}

void PartiesCard::beginCard() {
    m_card->begin();
}

void PartiesCard::begin() {
    const auto faults = m_form.partyFaults();
    for (const base::Error& fault : faults)
        if (const QString party = fault.detail.value(QStringLiteral("party")); !party.isEmpty()) {
            m_edited = party.toInt();
            refresh();
            m_editor->begin(faultsOf(m_edited));
            return;
        }
    beginCard();
}

void PartiesCard::mark(int party) {
    for (size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].party == party)
            m_list->setCurrentRow(static_cast<int>(i));
    if (!faultsOf(party).empty())
        m_edited = party;
    refresh();
}

void PartiesCard::roleForward() {
    const domain::JobKind* job = m_form.job();
    if (!job)
        return;
    const QString now = counter::nextRole(*job, m_form.facts(), m_form.content().parties, m_preferred);
    const QStringList roles = counter::wantedRoles(*job, m_form.facts(), m_form.content().parties);
    for (qsizetype i = 1; i <= roles.size(); ++i) {
        const QString& role = roles[(std::max<qsizetype>(roles.indexOf(now), 0) + i) % roles.size()];
        if (counter::nextRole(*job, m_form.facts(), m_form.content().parties, role) == role) {
            m_preferred = role;
            break;
        }
    }
    refresh();
}

std::vector<base::Error> PartiesCard::faultsOf(int party) const {
    std::vector<base::Error> own;
    for (const base::Error& fault : m_form.partyFaults())
        if (fault.detail.value(QStringLiteral("party")) == QString::number(party))
            own.push_back(fault);
    return own;
}

QString PartiesCard::lineOf(const Party& party) const {
    const domain::PartyRole* role = domain::roleOf(*m_form.job(), party.role);
    QStringList words;
    words << (party.name.isEmpty() ? tr("(no name yet)") : party.name);
    for (const QString& more : {domain::identityInShort(party), party.birth()})
        if (!more.isEmpty())
            words << more;
    if (!party.standsFor.isEmpty())
        words << tr("for %1").arg(party.standsFor);
    if (role && role->signs)
        words << (party.how == SigningWay::Signs         ? tr("signs")
                  : party.how == SigningWay::Fingerprint ? tr("fingerprint")
                                                         : tr("neither signs nor gives a fingerprint"));
    if (!party.canRead())
        words << tr("cannot read");
    if (!party.canHear())
        words << tr("cannot hear");
    if (!party.speaks.isEmpty())
        words << party.speaks;
    return QStringLiteral("%1: %2").arg(role ? words::inLanguage(role->name) : party.role, words.join(QStringLiteral(" · ")));
}

void PartiesCard::addRow(const Row& row, const QString& words, bool isWrong) {
    m_rows.push_back(row);
    auto* item = new QListWidgetItem(words, m_list);
    if (isWrong)
        item->setForeground(theme().color(Token::Danger));
}

void PartiesCard::fillRows() {
    const QSignalBlocker quiet(m_list);
    const int current = m_list->currentRow();
    m_list->clear();
    m_rows.clear();
    const domain::JobKind* job = m_form.job();
    if (!job)
        return;
    const std::vector<Party>& parties = m_form.content().parties;
    for (size_t i = 0; i < parties.size(); ++i) {
        const auto faults = faultsOf(static_cast<int>(i));
        QString words = lineOf(parties[i]);
        if (!faults.empty())
            words += QLatin1Char('\n') + errorWords(faults.front()).what;
        addRow({static_cast<int>(i), {}, {}, false}, words, !faults.empty());
    }
    for (const QString& name : counter::wantedRoles(*job, m_form.facts(), parties)) {
        const domain::PartyRole& role = *domain::roleOf(*job, name);
        const auto there = std::count_if(parties.begin(), parties.end(), [&](const Party& party) { return party.role == name; });
        const bool isNext = there < role.most && m_preferred == name;
        for (int missing = static_cast<int>(there); missing < role.least || (isNext && missing == there); ++missing)
            addRow({-1, name, {}, false}, tr("%1: waits for a card, or Enter to type").arg(words::inLanguage(role.name)));
    }
    for (const Party& person : m_offered)
        addRow({-1, {}, person, true}, tr("Of this visit: %1 · Enter takes them in").arg(person.name));
    m_list->setCurrentRow(std::clamp(current, m_rows.empty() ? -1 : 0, static_cast<int>(m_rows.size()) - 1));
    m_wrapped->fit();
    m_list->setVisible(m_list->count() > 0);
}

void PartiesCard::refresh() {
    if (!isNeeded())
        return;
    fillRows();
    showTurn();
    showEditor();
}

void PartiesCard::showTurn() {
    const domain::JobKind& job = *m_form.job();
    const QString next = counter::nextRole(job, m_form.facts(), m_form.content().parties, m_preferred);
    const domain::PartyRole* role = domain::roleOf(job, next);
    m_turn->setText(role ? tr("The next card: %1 (F4 changes it)").arg(words::inLanguage(role->name)) : tr("Everybody who may take part is here."));
}

void PartiesCard::showEditor() {
    const std::vector<Party>& parties = m_form.content().parties;
    const bool isOpen = m_edited >= 0 && m_edited < static_cast<int>(parties.size());
    const domain::PartyRole* role = isOpen ? domain::roleOf(*m_form.job(), parties[static_cast<size_t>(m_edited)].role) : nullptr;
    m_editor->setVisible(role != nullptr);
    if (!role)
        return;
    m_editor->show(parties[static_cast<size_t>(m_edited)], *role);
    m_editor->showFaults(faultsOf(m_edited));
}

const PartiesCard::Row* PartiesCard::currentRow() const {
    const int row = m_list->currentRow();
    return row >= 0 && row < static_cast<int>(m_rows.size()) ? &m_rows[static_cast<size_t>(row)] : nullptr;
}

void PartiesCard::act() {
    const Row* row = currentRow();
    if (!row)
        return;
    if (row->isOffered) {
        emit personChosen(Party(row->offered));
        return;
    }
    if (row->party < 0) {
        typeInto(QString(row->role));
        return;
    }
    m_edited = row->party;
    refresh();
    m_editor->begin(faultsOf(m_edited));
}

/// A line of the role that nobody stands in yet, else a new one.
void PartiesCard::typeInto(const QString& role) {
    if (role.isEmpty())
        return;
    const auto vacant = [&] {
        const auto& parties = m_form.content().parties;
        const auto line =
            std::find_if(parties.begin(), parties.end(), [&](const Party& party) { return party.role == role && counter::isVacant(party); });
        return line == parties.end() ? -1 : static_cast<int>(line - parties.begin());
    };
    if (vacant() < 0) {
        Party party;
        party.role = role;
        std::vector<Party> parties = m_form.content().parties;
        parties.push_back(party);
        emit edited(parties);
    }
    m_edited = vacant();
    refresh();
    m_editor->begin(faultsOf(m_edited));
}

void PartiesCard::turnWay() {
    const Row* row = currentRow();
    if (!row || row->party < 0)
        return;
    std::vector<Party> parties = m_form.content().parties;
    Party& party = parties[static_cast<size_t>(row->party)];
    const domain::PartyRole* role = domain::roleOf(*m_form.job(), party.role);
    if (!role || !role->signs)
        return;
    constexpr int ways = 3;
    party.how = static_cast<SigningWay>((static_cast<int>(party.how) + 1) % ways);
    emit edited(parties);
}

void PartiesCard::takeOut() {
    const Row* row = currentRow();
    if (!row || row->party < 0)
        return;
    std::vector<Party> parties = m_form.content().parties;
    parties.erase(parties.begin() + row->party);
    m_edited = -1;
    emit edited(parties);
}

bool PartiesCard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return Card::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (watched == m_card->editor() && key->key() == Qt::Key_Down && !m_rows.empty()) {
        m_list->setFocus(Qt::OtherFocusReason);
        const auto first = std::find_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.isOffered; });
        m_list->setCurrentRow(first == m_rows.end() ? 0 : static_cast<int>(first - m_rows.begin()));
        return true;
    }
    if (watched != m_list || key->modifiers() != Qt::NoModifier)
        return Card::eventFilter(watched, event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        act();
        return true;
    case Qt::Key_Space:
        turnWay();
        return true;
    case Qt::Key_Delete:
        takeOut();
        return true;
    default:
        return Card::eventFilter(watched, event);
    }
}

void PartiesCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void PartiesCard::retranslate() {
    setHeading(tr("Parties"));
    m_card->setWords(tr("Identity card or passport"), tr("Waiting for the card …  (Enter: type by hand, ↓: people of this visit)"),
        tr("Identity card or passport of the next party"));
    m_list->setAccessibleName(tr("Parties"));
    refresh();
}

}
