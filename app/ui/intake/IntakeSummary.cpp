#include "app/ui/intake/IntakeSummary.h"

#include "app/counter/IntakeForm.h"
#include "app/domain/jobs/FactCheck.h"
#include "app/domain/parties/PartyWords.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace motcua::ui {

namespace {

/// A label as it stands within a sentence: "số trang", but "CCCD của chồng".
QString inSentence(const QString& label) {
    const bool isAcronym = label.size() > 1 && label.at(1).isUpper();
    return isAcronym ? label : label.left(1).toLower() + label.mid(1);
}

}

IntakeSummary::IntakeSummary(counter::IntakeForm& form, QWidget* parent)
    : Card(parent), m_form(form), m_feeLabel(new TextLabel(TextRole::Caption)), m_fee(new TextLabel(TextRole::Section)),
      m_feeLines(new TextLabel(TextRole::Caption)), m_dueLabel(new TextLabel(TextRole::Caption)), m_due(new TextLabel(TextRole::Section)),
      m_dueNote(new TextLabel(TextRole::Caption)), m_warnings(new TextLabel(TextRole::Body)), m_gaps(new TextLabel(TextRole::Muted)) {
    for (TextLabel* label : {m_warnings, m_gaps})
        label->setWordWrap(true);
    for (TextLabel* label : {m_feeLines, m_dueNote})
        label->setElided(true);
    m_warnings->setTone(Tone::Warning);
    layOut();
    connect(&m_form, &counter::IntakeForm::changed, this, &IntakeSummary::refresh);
    connect(&m_form, &counter::IntakeForm::typed, this, &IntakeSummary::showGaps);
    retranslate();
}

/// As low as it can be: it stands below the form at every size.
void IntakeSummary::layOut() {
    const Metrics& metrics = theme().metrics();
    auto* figures = new QHBoxLayout;
    figures->setSpacing(metrics.space(4));
    for (const auto& [label, figure, note] : {std::array{m_feeLabel, m_fee, m_feeLines}, std::array{m_dueLabel, m_due, m_dueNote}}) {
        auto* line = new QHBoxLayout;
        line->setSpacing(metrics.space(2));
        line->addWidget(label, 0, Qt::AlignBottom);
        line->addWidget(figure, 0, Qt::AlignBottom);
        line->addStretch();
        auto* column = new QVBoxLayout;
        column->setSpacing(0);
        column->addLayout(line);
        column->addWidget(note);
        figures->addLayout(column, label == m_feeLabel ? 2 : 3);
    }
    body()->setSpacing(metrics.space(1));
    layout()->setContentsMargins(metrics.space(5), metrics.space(2), metrics.space(5), metrics.space(2));
    body()->addLayout(figures);
    body()->addWidget(m_warnings);
    body()->addWidget(m_gaps);
}

void IntakeSummary::refresh() {
    showFee();
    showDue();
    showGaps();
}

void IntakeSummary::setOutlook(counter::Outlook outlook) {
    m_outlook = outlook;
    showGaps();
}

void IntakeSummary::showFee() {
    const domain::Procedure* procedure = m_form.procedure();
    const bool typed = m_form.isFeeTyped();
    const qint64 given = m_form.content().typedFee;
    m_fee->setText(procedure && (!typed || given >= 0) ? words::dong(m_form.feeTotal()) : QStringLiteral("–"));
    QStringList lines;
    for (const domain::FeeLine& line : m_form.fees())
        lines << (line.exemption.isEmpty() ? tr("%1 × %2").arg(words::dong(line.unitPrice)).arg(line.quantity)
                                           : tr("exempt: %1").arg(line.exemption));
    m_feeLines->setText(lines.join(QStringLiteral(" · ")));
    m_feeLines->setVisible(!lines.isEmpty());
}

void IntakeSummary::showDue() {
    const QDateTime due = m_form.due();
    m_due->setText(due.isValid() ? words::moment(due) : QStringLiteral("–"));
    m_due->setTone(m_form.isAfterCutOff() ? Tone::Warning : Tone::Neutral);
    const domain::Procedure* procedure = m_form.procedure();
    if (!procedure || m_form.isCorrection())
        m_dueNote->setText(QString());
    else if (m_form.lacks().time)
        m_dueNote->setText(tr("Time not verified: agree on a day with the deciding unit"));
    else if (m_form.timeLimit().unit == domain::TimeUnit::SameDay15h)
        m_dueNote->setText(m_form.isAfterCutOff() ? tr("After 15:00: returned on the next working day") : tr("Received by 15:00: returned today"));
    else
        m_dueNote->setText(procedure->timeNote);
    m_dueNote->setVisible(!m_dueNote->text().isEmpty());
}

void IntakeSummary::showGaps() {
    QStringList warnings;
    for (const counter::Warning& warning : m_form.warnings())
        if (warning.field.isEmpty() && warning.code != QLatin1String("intake.coming-back")) // the banner above says it
            warnings << words::warning(warning);
    m_warnings->setText(warnings.join(QLatin1Char('\n')));
    m_warnings->setVisible(!warnings.isEmpty());
    if (m_outlook == counter::Outlook::Elsewhere) {
        m_gaps->setText(tr("This cannot be recorded while the dossier lies at another desk. F2 leaves it for later, Ctrl+F4 opens the dossier."));
        m_gaps->setTone(Tone::Warning);
        return;
    }
    if (m_outlook == counter::Outlook::Over) {
        m_gaps->setText(
            tr("This can no longer be recorded. F2 throws away what was changed, Ctrl+F4 opens the dossier, where a note can be written."));
        m_gaps->setTone(Tone::Warning);
        return;
    }
    const QStringList gaps = m_form.gaps();
    if (gaps.isEmpty())
        showReady();
    else
        m_gaps->setText(tr("Still open: %1").arg(gapWords(gaps).join(QStringLiteral(", "))));
    if (!gaps.isEmpty())
        m_gaps->setTone(Tone::Neutral);
}

/// Nothing stands in the way; what is odd in a field is named all the same.
void IntakeSummary::showReady() {
    QStringList odd;
    for (const counter::Warning& warning : m_form.warnings())
        if (!warning.field.isEmpty())
            odd << fieldWords(warning.field);
    odd.removeDuplicates();
    const QString ready = m_form.isCorrection() ? tr("Nothing is missing: F9 when it is right.") : tr("Nothing is missing: F9 receives.");
    m_gaps->setText(odd.isEmpty() ? ready : tr("To be looked at: %1. If it is right, F9.").arg(odd.join(QStringLiteral(", "))));
    m_gaps->setTone(odd.isEmpty() ? Tone::Success : Tone::Warning);
}

QStringList IntakeSummary::gapWords(QStringList gaps) const {
    QStringList words;
    // Who files and on what ground are one matter while neither is known.
    if (gaps.contains(QStringLiteral("proxyName")) && gaps.contains(QStringLiteral("proxyGround"))) {
        gaps.removeAll(QStringLiteral("proxyGround"));
        gaps.replace(gaps.indexOf(QStringLiteral("proxyName")), QStringLiteral("proxy"));
    }
    for (const QString& gap : std::as_const(gaps)) {
        if (const QStringList roles = gap == QLatin1String("parties") ? missingRoles() : QStringList(); !roles.isEmpty()) {
            words << roles;
            continue;
        }
        const QString field = fieldWords(gap);
        words << (m_form.isGapWrong(gap) ? tr("%1 (not right)").arg(field) : field);
    }
    return words;
}

QString IntakeSummary::fieldWords(const QString& field) const {
    if (field.startsWith(QLatin1String("fact:")))
        return factWords(field.mid(5));
    if (field.startsWith(QLatin1String("name")) || field.startsWith(QLatin1String("representative")))
        return whoWords(field);
    const std::pair<const char*, QString> words[] = {{"procedure", tr("procedure")}, {"personalId", tr("personal number")},
        {"birthDate", tr("date of birth")}, {"passportNumber", tr("passport number")}, {"nationality", tr("nationality")},
        {"passportExpiry", tr("the passport's last day")}, {"taxCode", tr("tax code")}, {"proxy", tr("who files, and on what ground")},
        {"proxyName", tr("who files")}, {"proxyGround", tr("the ground on which they file")}, {"proxyId", tr("number of who files")},
        {"proxyGroundDate", tr("the authorisation's date")}, {"papers", tr("papers")},
        {"due", m_form.content().dueGround.isEmpty() ? tr("due day with its ground") : tr("due day")}, {"dueGround", tr("ground of the due day")},
        {"fee", tr("fee")}, {"parties", tr("parties")}, {"extension", tr("extension of the time limit")}};
    const auto found = std::find_if(std::begin(words), std::end(words), [&](const auto& each) { return field == QLatin1String(each.first); });
    return found == std::end(words) ? field : found->second;
}

/// What is called otherwise by who asks.
QString IntakeSummary::whoWords(const QString& field) const {
    const domain::Who who = m_form.who();
    const bool household = who == domain::Who::Household;
    if (field == QLatin1String("representative"))
        return household ? tr("the household's owner") : tr("representative");
    if (field == QLatin1String("representativeId"))
        return household ? tr("number of the household's owner") : tr("number of the representative");
    if (household)
        return tr("name of the household business");
    return domain::isBody(who) ? tr("name of the organisation") : tr("applicant's name");
}

/// Those in which somebody is missing, not those who are there and not right.
QStringList IntakeSummary::missingRoles() const {
    QStringList roles;
    const domain::JobKind* job = m_form.job();
    for (const base::Error& fault : m_form.partyFaults()) {
        const bool isMissing = fault.code == QLatin1String("party.too-few");
        if (const domain::PartyRole* role = job && isMissing ? domain::roleOf(*job, fault.detail.value(QStringLiteral("role"))) : nullptr)
            roles << inSentence(words::inLanguage(role->name));
    }
    return roles;
}

QString IntakeSummary::factWords(const QString& fact) const {
    const domain::JobKind* job = m_form.job();
    const domain::FactCell* cell = job ? domain::cellOf(job->layout, fact) : nullptr;
    return inSentence(cell ? words::inLanguage(cell->label) : fact);
}

void IntakeSummary::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void IntakeSummary::retranslate() {
    m_feeLabel->setText(tr("Fee"));
    m_dueLabel->setText(tr("Result due"));
    refresh();
}

}
