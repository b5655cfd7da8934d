#include "app/ui/dossiers/DossierSummary.h"

#include "app/domain/Mask.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/ResultWords.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/StateChip.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QVBoxLayout>

namespace motcua::ui {

namespace {

constexpr int longestName = 96;

QString joined(const QString& one, const QString& other) {
    return one.isEmpty() || other.isEmpty() ? one + other : QStringLiteral("%1 · %2").arg(one, other);
}

/// Catalogue names run to 300 letters; whole words as far as they fit into three lines.
QString shortened(const QString& name) {
    if (name.size() <= longestName)
        return name;
    return name.left(name.lastIndexOf(QLatin1Char(' '), longestName)) + QStringLiteral(" …");
}

}

DossierSummary::DossierSummary(const counter::Desk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_code(new TextLabel(TextRole::Section, this)), m_state(new StateChip(this)),
      m_procedure(new TextLabel(TextRole::Muted, this)), m_facts(new FactGrid(this)) {
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_procedure->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme().metrics().space(2));
    column->addWidget(m_code);
    column->addWidget(m_state, 0, Qt::AlignLeft);
    column->addWidget(m_procedure);
    column->addWidget(m_facts);
}

void DossierSummary::setDossier(const domain::Dossier& dossier, const QString& whoHolds, std::optional<bool> unsent, const QStringList& cameWith) {
    if (dossier.id != m_dossier.id)
        m_revealed = false;
    m_dossier = dossier;
    m_whoHolds = whoHolds;
    m_unsent = unsent;
    m_cameWith = cameWith;
    fill();
}

void DossierSummary::setRevealed(bool revealed) {
    m_revealed = revealed;
    fill();
}

void DossierSummary::fill() {
    m_code->setText(m_dossier.code.isEmpty() ? tr("No dossier code") : m_dossier.code);
    m_state->setDossier(m_dossier);
    const bool named = !m_dossier.procedure.name.isEmpty();
    m_procedure->setText(named ? QStringLiteral("%1 · %2").arg(shortened(m_dossier.procedure.name), m_dossier.procedure.code) : QString());
    m_procedure->setVisible(named);
    m_procedure->setToolTip(m_dossier.procedure.name);
    std::vector<Fact> facts = person();
    if (m_dossier.unread > 0)
        facts.insert(facts.begin(), {tr("This program"), tr("cannot read %n record(s) of it", nullptr, m_dossier.unread), Tone::Warning});
    for (const auto& more : {asked(), work(), outcome()})
        facts.insert(facts.end(), more.begin(), more.end());
    m_facts->setFacts(facts);
}

std::vector<Fact> DossierSummary::person() const {
    const domain::Applicant& applicant = m_dossier.applicant;
    const auto number = [this](const QString& value) { return m_revealed ? value : domain::maskedNumber(value); };
    const bool household = applicant.kind == domain::ApplicantKind::HouseholdBusiness;
    return {
        {tr("Applicant"), applicant.name},
        {tr("Personal number"), number(applicant.personalId)},
        {tr("Former number"), number(applicant.formerId)},
        {tr("Passport"), number(applicant.passport.number)},
        {tr("Issued by"), applicant.passport.issuer},
        {tr("Nationality"), applicant.passport.nationality},
        {tr("Passport good until"), words::date(applicant.passport.expiry)},
        {tr("Tax code"), applicant.body.taxCode},
        {household ? tr("Household's owner") : tr("Representative"), joined(applicant.body.representative, applicant.body.representativeTitle)},
        {household ? tr("Number of the household's owner") : tr("Representative's number"), number(applicant.body.representativeId)},
        {tr("Filed by"), applicant.proxy.name},
        {tr("Number of who files"), number(applicant.proxy.personalId)},
        {tr("Phone of who files"), m_revealed ? words::phone(applicant.proxy.phone) : domain::maskedPhone(applicant.proxy.phone)},
        {tr("Address of who files"), m_revealed ? applicant.proxy.address : QString()},
        {tr("On the ground"), joined(applicant.proxy.ground, joined(applicant.proxy.groundNumber, words::date(applicant.proxy.groundDate)))},
        {tr("Date of birth"), m_revealed ? applicant.birth() : QString()},
        {tr("Phone"), m_revealed ? words::phone(applicant.phone) : domain::maskedPhone(applicant.phone)},
        {tr("Address"), m_revealed ? applicant.address : QString()},
    };
}

/// The facts of the job as its description names them.
std::vector<Fact> DossierSummary::asked() const {
    std::vector<Fact> facts;
    const domain::JobKind* job = m_desk.jobs().find(m_dossier.job.kind, m_dossier.job.version);
    if (!job)
        return facts;
    // What stands together on the card stands in one line here.
    bool together = false;
    for (const domain::FactRow& row : job->layout.rows)
        for (const domain::FactCell& cell : row.cells) {
            const QJsonValue value = m_dossier.facts.value(cell.fact);
            if (!value.isUndefined() && together && !facts.empty())
                facts.back() = {facts.back().name + QStringLiteral(" · ") + words::inLanguage(cell.label),
                    facts.back().value + QStringLiteral(" · ") + words::fact(value)};
            else if (!value.isUndefined())
                facts.push_back({words::inLanguage(cell.label), words::fact(value)});
            together = cell.withNext && !value.isUndefined();
        }
    for (const domain::PartyRole& role : job->parties)
        for (const domain::Party& party : m_dossier.parties)
            if (party.role == role.role)
                facts.push_back(
                    {words::inLanguage(role.name), party.standsFor.isEmpty() ? party.name : tr("%1 for %2").arg(party.name, party.standsFor)});
    return facts;
}

std::vector<Fact> DossierSummary::work() const {
    std::vector<Fact> facts;
    const QString clerk = m_desk.nameOf(m_dossier.receivedBy);
    const QString received = words::moment(m_dossier.received);
    facts.push_back({tr("Received"), clerk.isEmpty() || received.isEmpty() ? received : QStringLiteral("%1 · %2").arg(received, clerk)});
    // What this program cannot read all of may have a due moment and a result that it does not know.
    if (!m_dossier.code.isEmpty() && (m_dossier.unread == 0 || m_dossier.due.isValid())) {
        const bool over = m_dossier.closed || m_dossier.state == domain::State::HandedOver;
        const words::Due due = words::due(m_dossier, m_desk.calendar(), m_desk.now());
        // Once it is over, how long is left is no more; while the clock stands, the moment that was given is none.
        const QString when = due.until.isEmpty() ? words::moment(m_dossier.due) : QString();
        facts.push_back({tr("Result due"), when.isEmpty() ? due.whole() : over ? when : QStringLiteral("%1 · %2").arg(when, due.text), due.tone});
    }
    facts.push_back({tr("Came together with"), m_cameWith.join(QLatin1Char('\n'))});
    facts.push_back({tr("Ground of the due day"), m_dossier.extension ? m_dossier.extension->ground : m_dossier.dueGround});
    facts.push_back({tr("Waits for papers since"), words::moment(m_dossier.supplementAsked), Tone::Warning});
    facts.push_back({tr("Returned because"), m_dossier.returnReason, Tone::Warning});
    return facts;
}

std::vector<Fact> DossierSummary::outcome() const {
    std::vector<Fact> facts;
    // Nobody owes for what is not done.
    const bool due = m_dossier.money == domain::MoneyState::Due;
    const bool stopped = m_dossier.state == domain::State::Stopped;
    if (!(due && stopped) && (m_dossier.feeTotal() > 0 || m_dossier.money != domain::MoneyState::Nothing))
        facts.push_back({tr("Fee"), QStringLiteral("%1 · %2").arg(words::dong(m_dossier.feeTotal()), words::money(m_dossier.money)),
            due ? Tone::Warning : Tone::Neutral});
    facts.push_back({words::numberName(m_desk.jobs().find(m_dossier.job.kind, m_dossier.job.version)), bookNumber()});
    if (!m_dossier.decidedBy.isNull())
        facts.push_back(
            {tr("Decided by"), m_desk.nameOf(m_dossier.decidedBy) + (m_dossier.twoHat ? QStringLiteral(" · ") + tr("two-hat rule") : QString())});
    if (!m_dossier.code.isEmpty() && m_dossier.unread == 0 && m_dossier.state != domain::State::Stopped)
        facts.push_back(
            {tr("Result"), m_dossier.closed ? tr("%1 · closed").arg(words::delivery(m_dossier.delivery)) : words::delivery(m_dossier.delivery)});
    facts.push_back({tr("Finished at"), words::moment(m_dossier.completed)});
    facts.push_back({tr("Ended because"), m_dossier.endReason});
    if (!m_dossier.holder.isNull() && m_dossier.holder != m_desk.station())
        facts.push_back({tr("The dossier lies"),
            m_whoHolds.isEmpty() ? tr("on another station's desk") : tr("at another desk, where %1 worked on it last").arg(m_whoHolds), Tone::Info});
    if (m_unsent)
        facts.push_back({tr("Province"), *m_unsent ? tr("Not all of it sent yet; it is safe here") : tr("Holds all of it"),
            *m_unsent ? Tone::Warning : Tone::Success});
    return facts;
}

QString DossierSummary::bookNumber() const {
    QStringList numbers;
    for (const domain::BookEntry& entry : m_dossier.entries) {
        const QString number = tr("%1, volume %2").arg(entry.numberLabel, entry.volumeLabel);
        numbers << (entry.spoiledReason.isEmpty() ? number : tr("%1 (spoiled)").arg(number));
    }
    return numbers.join(QLatin1Char('\n'));
}

void DossierSummary::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        fill();
    QWidget::changeEvent(event);
}

}
