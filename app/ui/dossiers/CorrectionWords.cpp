#include "app/ui/dossiers/CorrectionWords.h"

#include "app/domain/Mask.h"
#include "app/domain/parties/PartyWords.h"
#include "app/ui/text/Words.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace motcua::ui::words {

namespace {

struct Correction {
    Q_DECLARE_TR_FUNCTIONS(motcua::ui::Correction)
};

/// Keeps the lines of what differs.
class Changes {
public:
    void add(const QString& what, const QString& before, const QString& after) {
        if (before != after)
            m_lines << QStringLiteral("%1: %2 → %3").arg(what, orNothing(before), orNothing(after));
    }
    /// Both sides differ although they look the same, masked.
    void addHidden(const QString& what, const QString& before, const QString& after, QString (*mask)(const QString&)) {
        if (before != after && mask(before) == mask(after))
            m_lines << Correction::tr("%1: changed (%2)").arg(what, mask(after));
        else
            add(what, mask(before), mask(after));
    }
    QStringList lines() const { return m_lines; }

private:
    static QString orNothing(const QString& text) { return text.isEmpty() ? Correction::tr("nothing") : text; }

    QStringList m_lines;
};

void addApplicant(Changes& changes, const domain::Applicant& before, const domain::Applicant& after) {
    changes.add(Correction::tr("Applicant"), applicantKind(before.kind), applicantKind(after.kind));
    changes.add(Correction::tr("Name"), before.name, after.name);
    changes.addHidden(Correction::tr("Personal number"), before.personalId, after.personalId, &domain::maskedNumber);
    changes.addHidden(Correction::tr("Former number"), before.formerId, after.formerId, &domain::maskedNumber);
    changes.add(Correction::tr("Date of birth"), date(before.birthDate), date(after.birthDate));
    changes.add(Correction::tr("Sex"), before.sex, after.sex);
    changes.add(Correction::tr("Address"), before.address, after.address);
    changes.addHidden(Correction::tr("Phone"), before.phone, after.phone, &domain::maskedPhone);
    changes.add(Correction::tr("E-mail"), before.email, after.email);
    changes.add(Correction::tr("Card issued"), date(before.cardIssued), date(after.cardIssued));
}

/// Of a passport, a body and a proxy.
void addOthers(Changes& changes, const domain::Applicant& before, const domain::Applicant& after) {
    changes.addHidden(Correction::tr("Passport number"), before.passport.number, after.passport.number, &domain::maskedNumber);
    changes.add(Correction::tr("Passport issued by"), before.passport.issuer, after.passport.issuer);
    changes.add(Correction::tr("Nationality"), before.passport.nationality, after.passport.nationality);
    changes.add(Correction::tr("Passport good until"), date(before.passport.expiry), date(after.passport.expiry));
    changes.add(Correction::tr("Tax code"), before.body.taxCode, after.body.taxCode);
    const bool household = after.kind == domain::ApplicantKind::HouseholdBusiness;
    changes.add(
        household ? Correction::tr("Household's owner") : Correction::tr("Representative"), before.body.representative, after.body.representative);
    changes.add(Correction::tr("Representative's title"), before.body.representativeTitle, after.body.representativeTitle);
    changes.addHidden(household ? Correction::tr("Number of the household's owner") : Correction::tr("Representative's number"),
        before.body.representativeId, after.body.representativeId, &domain::maskedNumber);
    changes.add(Correction::tr("Filed by"), before.proxy.name, after.proxy.name);
    changes.addHidden(Correction::tr("Number of who files"), before.proxy.personalId, after.proxy.personalId, &domain::maskedNumber);
    changes.addHidden(Correction::tr("Phone of who files"), before.proxy.phone, after.proxy.phone, &domain::maskedPhone);
    changes.add(Correction::tr("Address of who files"), before.proxy.address, after.proxy.address);
    changes.add(Correction::tr("Ground of filing"), before.proxy.ground, after.proxy.ground);
    changes.add(Correction::tr("Number of that paper"), before.proxy.groundNumber, after.proxy.groundNumber);
    changes.add(Correction::tr("Date of that paper"), date(before.proxy.groundDate), date(after.proxy.groundDate));
}

void addFacts(Changes& changes, const QJsonObject& before, const QJsonObject& after, const domain::JobKind* job) {
    QHash<QString, QString> labels;
    QStringList names;
    if (job)
        for (const domain::FactRow& row : job->layout.rows)
            for (const domain::FactCell& cell : row.cells) {
                labels.insert(cell.fact, inLanguage(cell.label));
                names << cell.fact;
            }
    for (const QJsonObject& side : {before, after})
        for (const QString& name : side.keys())
            if (!names.contains(name))
                names << name;
    for (const QString& name : names)
        changes.add(labels.value(name, name), fact(before.value(name)), fact(after.value(name)));
}

QString groundOf(const std::optional<domain::Extension>& extension) {
    if (!extension)
        return {};
    return extension->agreed ? Correction::tr("%1 (by written agreement)").arg(extension->ground) : extension->ground;
}

QString signingWay(const domain::Party& party) {
    switch (party.how) {
    case domain::SigningWay::Signs:
        return Correction::tr("signs");
    case domain::SigningWay::Fingerprint:
        return Correction::tr("by fingerprint");
    case domain::SigningWay::Neither:
        break;
    }
    return Correction::tr("can neither sign nor give a fingerprint");
}

QString yesOrNo(bool yes) {
    return fact(QJsonValue(yes));
}

/// Of one person in one role; what only one side has is nothing on the other.
void addParty(Changes& changes, const QString& role, const domain::Party& before, const domain::Party& after) {
    const auto called = [&](const QString& field) { return QStringLiteral("%1, %2").arg(role, field); };
    changes.add(role, before.name, after.name);
    changes.addHidden(called(Correction::tr("Personal number")), before.personalId, after.personalId, &domain::maskedNumber);
    changes.add(called(Correction::tr("Date of birth")), before.birth(), after.birth());
    changes.add(called(Correction::tr("Sex")), before.sex, after.sex);
    changes.add(called(Correction::tr("Address")), before.address, after.address);
    changes.add(called(Correction::tr("Identity paper")), before.paper.kind, after.paper.kind);
    changes.addHidden(called(Correction::tr("Number of that paper")), before.paper.number, after.paper.number, &domain::maskedNumber);
    changes.add(called(Correction::tr("Issued by")), before.paper.issuer, after.paper.issuer);
    changes.add(called(Correction::tr("Issued on")), date(before.paper.issued), date(after.paper.issued));
    changes.add(called(Correction::tr("Good until")), date(before.paper.expiry), date(after.paper.expiry));
    if (!before.name.isEmpty() && !after.name.isEmpty()) {
        changes.add(called(Correction::tr("Signature")), signingWay(before), signingWay(after));
        changes.add(called(Correction::tr("Can read")), yesOrNo(before.canRead()), yesOrNo(after.canRead()));
        changes.add(called(Correction::tr("Can hear")), yesOrNo(before.canHear()), yesOrNo(after.canHear()));
    }
    changes.add(called(Correction::tr("Speaks")), before.speaks, after.speaks);
    changes.add(called(Correction::tr("Acts for")), before.standsFor, after.standsFor);
    changes.add(called(Correction::tr("Title")), before.title, after.title);
    changes.add(called(Correction::tr("Ground")), before.ground, after.ground);
}

void addParties(Changes& changes, const std::vector<domain::Party>& before, const std::vector<domain::Party>& after, const domain::JobKind* job) {
    QStringList roles;
    for (const auto* side : {&before, &after})
        for (const domain::Party& party : *side)
            if (!roles.contains(party.role))
                roles << party.role;
    const auto of = [](const std::vector<domain::Party>& all, const QString& role) {
        std::vector<domain::Party> found;
        std::copy_if(all.begin(), all.end(), std::back_inserter(found), [&](const domain::Party& party) { return party.role == role; });
        return found;
    };
    for (const QString& role : roles) {
        const domain::PartyRole* known = job ? domain::roleOf(*job, role) : nullptr;
        const std::vector<domain::Party> was = of(before, role);
        const std::vector<domain::Party> is = of(after, role);
        for (size_t i = 0; i < qMax(was.size(), is.size()); ++i)
            addParty(
                changes, known ? inLanguage(known->name) : role, i < was.size() ? was[i] : domain::Party(), i < is.size() ? is[i] : domain::Party());
    }
}

QString handedIn(const domain::Paper& paper) {
    const int pages = domain::countOf(paper.pages);
    const QString brought = paper.shownOnly       ? Correction::tr("shown")
                            : paper.quantity == 0 ? Correction::tr("not handed in")
                                                  : QStringLiteral("%1 × %2").arg(paper.quantity).arg(paperKind(paper.kind));
    return pages == 0 ? brought : QStringLiteral("%1, %2").arg(brought, Correction::tr("%n page(s)", nullptr, pages));
}

bool samePages(const domain::Paper& one, const domain::Paper& other) {
    return std::equal(one.pages.begin(), one.pages.end(), other.pages.begin(), other.pages.end(),
        [](const domain::Page& a, const domain::Page& b) { return a.blob == b.blob; });
}

void addPapers(Changes& changes, const std::vector<domain::Paper>& before, const std::vector<domain::Paper>& after) {
    for (size_t i = 0; i < qMax(before.size(), after.size()); ++i) {
        const domain::Paper was = i < before.size() ? before[i] : domain::Paper();
        const domain::Paper is = i < after.size() ? after[i] : domain::Paper();
        const QString then = i < before.size() ? handedIn(was) : QString();
        const QString now = i < after.size() ? handedIn(is) : QString();
        const QString name = is.name.isEmpty() ? was.name : is.name;
        if (then == now && !samePages(was, is))
            changes.add(name, Correction::tr("the pages before"), Correction::tr("other pages"));
        else
            changes.add(name, then, now);
    }
}

}

QStringList changesOf(const domain::DossierCorrected& corrected, const domain::JobKind* job) {
    const domain::Correctable& before = corrected.before;
    const domain::Correctable& after = corrected.after;
    Changes changes;
    addApplicant(changes, before.applicant, after.applicant);
    addOthers(changes, before.applicant, after.applicant);
    addFacts(changes, before.facts, after.facts, job);
    addPapers(changes, before.papers, after.papers);
    changes.add(Correction::tr("Fee"), dong(domain::totalOf(before.fees)), dong(domain::totalOf(after.fees)));
    changes.add(Correction::tr("Due"), moment(before.due), moment(after.due));
    changes.add(Correction::tr("Ground of the due day"), before.dueGround, after.dueGround);
    changes.add(Correction::tr("Ground of the extension"), groundOf(before.extension), groundOf(after.extension));
    addParties(changes, before.parties, after.parties, job);
    return changes.lines();
}

}
