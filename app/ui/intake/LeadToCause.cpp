#include "app/ui/intake/LeadToCause.h"

#include "app/counter/IntakeForm.h"
#include "app/ui/bench/PartiesCard.h"
#include "app/ui/intake/ApplicantCard.h"
#include "app/ui/intake/ChecklistCard.h"
#include "app/ui/intake/FactCard.h"
#include "app/ui/intake/ProcedurePicker.h"
#include "app/ui/intake/ProxyCard.h"
#include "app/ui/intake/TermsCard.h"
#include "app/ui/widgets/Banner.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace motcua::ui {

namespace {

/// By how the code of a refusal begins.
struct Cause {
    const char* code;
    const char* gap;
};

constexpr Cause causes[] = {{"dossier.no-procedure", "procedure"}, {"dossier.papers-missing", "papers"}, {"paper.", "papers"}, {"party.", "parties"},
    {"dossier.due-without-ground", "dueGround"}, {"dossier.due-", "due"}, {"dossier.fee-below-paid", "fee"}, {"fee.", "fee"}};

/// By the field of a record that is not well formed.
constexpr Cause parts[] = {{"papers", "papers"}, {"fees", "fee"}, {"dueGround", "dueGround"}, {"due", "due"}, {"procedure", "procedure"}};

template <size_t Count>
QString gapOf(const QString& name, const Cause (&of)[Count]) {
    const auto found = std::find_if(std::begin(of), std::end(of), [&](const Cause& each) { return name.startsWith(QLatin1String(each.code)); });
    return found == std::end(of) ? QString() : QString::fromLatin1(found->gap);
}

bool isSame(const base::Error& one, const base::Error& other) {
    return one.code == other.code && one.detail == other.detail;
}

}

QString causeOf(const base::Error& error) {
    if (const QString fact = error.detail.value(QStringLiteral("fact")); !fact.isEmpty())
        return QStringLiteral("fact:") + fact;
    const QString field = error.detail.value(QStringLiteral("field"));
    const QString ofApplicant = QStringLiteral("applicant.");
    if (field.startsWith(ofApplicant))
        return field.mid(ofApplicant.size());
    if (error.code.startsWith(ofApplicant))
        return field;
    const QString gap = gapOf(error.code, causes);
    return gap.isEmpty() ? gapOf(field, parts) : gap;
}

LeadToCause::LeadToCause(counter::IntakeForm& form, const Cards& cards, Banner* banner, QObject* parent)
    : QObject(parent), m_form(form), m_cards(cards), m_banner(banner) {
    for (auto signal : {&counter::IntakeForm::changed, &counter::IntakeForm::typed})
        connect(&form, signal, this, &LeadToCause::lookAgain);
}

void LeadToCause::to(const QString& gap) {
    const QString ofFact = QStringLiteral("fact:");
    if (gap == QLatin1String("procedure"))
        m_cards.procedure->begin();
    else if (gap.startsWith(ofFact))
        m_cards.facts->beginFact(gap.mid(ofFact.size()));
    else if (gap == QLatin1String("parties"))
        m_cards.parties->begin();
    else if (gap == QLatin1String("papers"))
        m_cards.checklist->begin();
    else if (gap == QLatin1String("due") || gap == QLatin1String("dueGround"))
        m_cards.terms->beginDue();
    else if (gap == QLatin1String("fee"))
        m_cards.terms->beginFee();
    else if (gap == QLatin1String("proxyName") && !m_form.isGapWrong(gap))
        m_cards.proxy->begin();
    else if (gap.startsWith(QLatin1String("proxy")))
        m_cards.proxy->beginField(gap);
    else if (gap == QLatin1String("name") && !m_form.isGapWrong(gap) && !domain::isBody(m_form.who()))
        m_cards.applicant->beginCard();
    else
        m_cards.applicant->beginField(gap);
}

void LeadToCause::refused(const base::Error& error, std::function<base::Outcome()> again) {
    m_banner->show(error);
    m_refusal = error;
    m_again = std::move(again);
    if (const QString gap = causeOf(error); !gap.isEmpty())
        to(gap);
}

/// It goes with its cause; where something else has taken its place on the banner, it is told no more.
void LeadToCause::lookAgain() {
    if (!m_again)
        return;
    if (!m_banner->isShown() || !isSame(m_banner->error(), m_refusal)) {
        m_again = nullptr;
        return;
    }
    const auto now = m_again();
    if (now || !isSame(now.error(), m_refusal)) {
        m_again = nullptr;
        m_banner->clear();
    }
}

}
