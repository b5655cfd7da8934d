#include "app/ui/intake/ShownPapers.h"

#include "app/base/Error.h"
#include "app/counter/IntakeForm.h"
#include "app/domain/Comer.h"
#include "app/domain/Fold.h"
#include "app/domain/Mask.h"
#include "app/ui/intake/ApplicantCard.h"
#include "app/ui/intake/ProxyCard.h"
#include "app/ui/widgets/UndoPast.h"

#include <QApplication>

#include <utility>

namespace motcua::ui {

namespace {

QString nameOf(const domain::CardQr& card) {
    return card.name;
}

QString nameOf(const domain::Passport& passport) {
    return passport.name();
}

template <class Shown>
domain::IdentityMark mark(const Shown& shown) {
    return std::visit([](const auto& each) { return domain::markOf(each); }, shown);
}

template <class Shown>
QString name(const Shown& shown) {
    return std::visit([](const auto& each) { return nameOf(each); }, shown);
}

}

ShownPapers::ShownPapers(counter::IntakeForm& form, ApplicantCard& applicant, ProxyCard& proxy, QObject* parent)
    : QObject(parent), m_form(form), m_applicant(applicant), m_proxy(proxy), m_past(new UndoPast(this)) {
    connect(&m_applicant, &ApplicantCard::cardShown, this, [this](const domain::CardQr& card) { takeShown(card, Of::Applicant); });
    connect(&m_proxy, &ProxyCard::cardShown, this, [this](const domain::CardQr& card) { takeShown(card, Of::Proxy); });
    connect(&m_form, &counter::IntakeForm::replaced, this, &ShownPapers::forget);
    connect(&m_form, &counter::IntakeForm::edited, this, [this] {
        if (!m_filling)
            setBefore({});
    });
}

void ShownPapers::take(const domain::CardQr& card) {
    takeShown(card, turnOf(card));
}

void ShownPapers::take(const domain::Passport& passport) {
    takeShown(passport, turnOf(passport));
}

/// A third person's are of the one in whose fields the cursor stands.
ShownPapers::Of ShownPapers::turnOf(const Shown& shown) const {
    if (m_form.isProxysTurn(mark(shown)))
        return Of::Proxy;
    const bool amongProxys = m_form.isThroughProxy() && m_proxy.isAncestorOf(QApplication::focusWidget());
    return amongProxys && m_form.isAnothers(mark(shown), name(shown)) ? Of::Proxy : Of::Applicant;
}

bool ShownPapers::isOthers(const Shown& shown, Of of) const {
    return of == Of::Proxy ? m_form.isAnotherProxys(mark(shown), name(shown)) : m_form.isAnothers(mark(shown), name(shown));
}

void ShownPapers::takeShown(const Shown& shown, Of of) {
    if (!isOthers(shown, of)) {
        fill(shown, of);
        return;
    }
    if (of == Of::Proxy || !m_form.saysOnlyWhoShowedPapers()) {
        ask(shown, of);
        return;
    }
    replace(shown, of);
}

void ShownPapers::replace(const Shown& shown, Of of) {
    const Person there = present(of);
    counter::IntakeContent before = m_form.content();
    fill(shown, of);
    const bool isSame = domain::isSameName(name(shown), there.name);
    const auto told = [isSame](const QString& name, const QString& number) {
        return isSame ? QStringLiteral("%1 (%2)").arg(name, domain::maskedNumber(number)) : name;
    };
    const bool speaks = of == Of::Applicant && domain::isBody(m_form.who());
    emit replaced(speaks ? Of::Representative : of, told(name(shown), mark(shown).number), told(there.name, there.number));
    setBefore(std::move(before));
}

ShownPapers::Person ShownPapers::present(Of of) const {
    const domain::Applicant applicant = m_form.applicant();
    if (of == Of::Proxy)
        return {applicant.proxy.name, applicant.proxy.personalId};
    if (domain::isBody(m_form.who()))
        return {applicant.body.representative, applicant.body.representativeId};
    return {applicant.name, domain::identityNumber(applicant)};
}

void ShownPapers::ask(const Shown& shown, Of of) {
    const QString there = present(of).name;
    const bool isCard = std::holds_alternative<domain::CardQr>(shown);
    const char* code = of == Of::Proxy ? "scan.other-proxy" : isCard ? "scan.other-person" : "scan.other-passport";
    m_question = QLatin1String(code);
    setAsked(std::pair(shown, of));
    emit refused({m_question, {{QStringLiteral("name"), there}, {QStringLiteral("holder"), name(shown)}}});
}

void ShownPapers::confirm() {
    if (const auto asked = m_asked)
        replace(asked->first, asked->second);
}

void ShownPapers::dismiss() {
    setAsked({});
}

void ShownPapers::fill(const Shown& shown, Of of) {
    setAsked({});
    emit accepted();
    m_filling = true;
    std::visit(
        [&](const auto& papers) {
            if (of == Of::Proxy)
                m_proxy.take(papers);
            else
                m_applicant.take(papers);
        },
        shown);
    m_filling = false;
}

void ShownPapers::forget() {
    setAsked({});
    setBefore({});
}

void ShownPapers::setAsked(std::optional<std::pair<Shown, Of>> asked) {
    m_asked = std::move(asked);
    if (!m_asked)
        m_question.clear();
    emit askingChanged();
}

void ShownPapers::setBefore(std::optional<counter::IntakeContent> before) {
    m_before = std::move(before);
    m_past->watch(m_before.has_value());
}

bool ShownPapers::takeBack() {
    if (!m_before)
        return false;
    counter::IntakeContent before = *m_before;
    setBefore({});
    m_form.takeBack(std::move(before));
    return true;
}

}
