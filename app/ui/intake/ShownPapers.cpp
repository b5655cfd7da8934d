#include "app/ui/intake/ShownPapers.h"

#include "app/counter/IntakeForm.h"
#include "app/domain/CardQr.h"
#include "app/domain/Comer.h"
#include "app/domain/Passport.h"
#include "app/ui/intake/ApplicantCard.h"
#include "app/ui/intake/ProxyCard.h"

namespace motcua::ui {

ShownPapers::ShownPapers(counter::IntakeForm& form, ApplicantCard& applicant, ProxyCard& proxy, QObject* parent)
    : QObject(parent), m_form(form), m_applicant(applicant), m_proxy(proxy) {}

/// Of whom the next one is expected to be.
QString ShownPapers::presentNumber() const {
    const domain::Applicant applicant = m_form.applicant();
    return domain::isBody(m_form.who()) ? applicant.body.representativeId : domain::identityNumber(applicant);
}

bool ShownPapers::isRefused(const QString& number, const char* error) {
    const counter::IntakeContent& content = m_form.content();
    const QString present = presentNumber();
    const bool isOthers = !present.isEmpty() && present != number && !content.procedureCode.isEmpty();
    if (!isOthers || m_offered == number)
        return false;
    m_offered = number;
    const QString& name = domain::isBody(m_form.who()) ? content.applicant.body.representative : content.applicant.name;
    emit refused({QString::fromLatin1(error), {{QStringLiteral("name"), name}}});
    return true;
}

template <class Shown>
void ShownPapers::takeShown(const Shown& shown, const QString& number, const char* othersError) {
    const bool proxys = m_form.isProxysTurn(number);
    if (!proxys && isRefused(number, othersError))
        return;
    m_offered.clear();
    emit accepted();
    if (proxys)
        m_proxy.take(shown);
    else
        m_applicant.take(shown);
}

void ShownPapers::take(const domain::CardQr& card) {
    takeShown(card, card.personalId, "scan.other-person");
}

void ShownPapers::take(const domain::Passport& passport) {
    takeShown(passport, passport.number, "scan.other-passport");
}

}
