#include "app/domain/EventParts.h"

#include "app/domain/Fees.h"

namespace motcua::domain::checks {

using namespace limits;

namespace {

void checkOthers(Findings& f, const Applicant& applicant) {
    f.text(applicant.passport.number, longestName, "applicant.passportNumber");
    f.text(applicant.passport.issuer, longestName, "applicant.passportIssuer");
    f.text(applicant.passport.nationality, longestName, "applicant.nationality");
    f.date(applicant.passport.expiry, "applicant.passportExpiry");
    f.text(applicant.body.taxCode, longestName, "applicant.taxCode");
    f.name(applicant.body.representative, "applicant.representative");
    f.text(applicant.body.representativeTitle, longestLine, "applicant.representativeTitle");
    f.text(applicant.body.representativeId, longestName, "applicant.representativeId");
    const ProxyData& proxy = applicant.proxy;
    f.name(proxy.name, "applicant.proxyName");
    f.expect(!proxy.name.isEmpty() || base::toJson(proxy).isEmpty(), "applicant.proxyName");
    f.text(proxy.personalId, longestName, "applicant.proxyId");
    f.text(proxy.phone, longestName, "applicant.proxyPhone");
    f.text(proxy.address, longestLine, "applicant.proxyAddress");
    f.text(proxy.ground, longestLine, "applicant.proxyGround");
    f.text(proxy.groundNumber, longestName, "applicant.proxyGroundNumber");
    f.date(proxy.groundDate, "applicant.proxyGroundDate");
}

void check(Findings& f, const QJsonObject& origins) {
    f.number(origins.size(), 0, mostFields, "parties.origins");
    for (auto origin = origins.begin(); origin != origins.end(); ++origin)
        f.expect(origin.key().size() <= longestName && origin.value().isDouble(), "parties.origins");
}

void check(Findings& f, const Party& party) {
    f.words(party.role, longestName, "parties.role");
    f.words(party.name, longestName, "parties.name");
    f.name(party.name, "parties.name");
    f.expect(party.personalId.isEmpty() || isNumber(party.personalId, 12), "parties.personalId");
    f.date(party.birthDate, "parties.birthDate");
    f.text(party.sex, longestName, "parties.sex");
    f.text(party.address, longestLine, "parties.address");
    f.text(party.paper.kind, longestName, "parties.paper.kind");
    f.text(party.paper.number, longestName, "parties.paper.number");
    f.text(party.paper.issuer, longestLine, "parties.paper.issuer");
    f.date(party.paper.issued, "parties.paper.issued");
    f.date(party.paper.expiry, "parties.paper.expiry");
    f.oneOf(party.how, {SigningWay::Signs, SigningWay::Fingerprint, SigningWay::Neither}, "parties.how");
    f.text(party.speaks, longestName, "parties.speaks");
    f.text(party.standsFor, longestLine, "parties.standsFor");
    f.text(party.title, longestLine, "parties.title");
    f.text(party.ground, longestLine, "parties.ground");
    check(f, party.origins);
}

}

void check(Findings& f, const Signer& signer) {
    f.expect(!signer.user.isNull(), "signer.user");
    f.words(signer.name, longestName, "signer.name");
    f.text(signer.title, longestLine, "signer.title");
    f.text(signer.authority, longestLine, "signer.authority");
}

void check(Findings& f, const ProcedureVersion& procedure) {
    f.words(procedure.code, longestName, "procedure.code");
    f.text(procedure.catalogue, longestName, "procedure.catalogue");
    f.words(procedure.name, longestReason, "procedure.name");
    f.text(procedure.field, longestLine, "procedure.field");
    f.number(procedure.timeValue, 0, 10'000, "procedure.timeValue");
    f.oneOf(procedure.timeUnit, {TimeUnit::SameDay15h, TimeUnit::WorkingDay, TimeUnit::Day, TimeUnit::Other, TimeUnit::Hour, TimeUnit::Month},
        "procedure.timeUnit");
    f.text(procedure.legalBasis, longestLaw, "procedure.legalBasis");
    f.text(procedure.result, longestLaw, "procedure.result");
}

void check(Findings& f, const Applicant& applicant) {
    f.oneOf(applicant.kind, {ApplicantKind::Citizen, ApplicantKind::Enterprise, ApplicantKind::HouseholdBusiness}, "applicant.kind");
    f.words(applicant.name, longestName, "applicant.name");
    f.name(applicant.name, "applicant.name");
    const bool citizen = applicant.kind == ApplicantKind::Citizen;
    f.expect(!citizen || applicant.personalId.isEmpty() || isNumber(applicant.personalId, 12), "applicant.personalId");
    f.text(applicant.personalId, longestName, "applicant.personalId");
    f.text(applicant.formerId, longestName, "applicant.formerId");
    f.date(applicant.birthDate, "applicant.birthDate");
    f.text(applicant.sex, longestName, "applicant.sex");
    f.text(applicant.address, longestLine, "applicant.address");
    f.text(applicant.phone, longestName, "applicant.phone");
    f.text(applicant.email, longestLine, "applicant.email");
    f.date(applicant.cardIssued, "applicant.cardIssued");
    f.number(applicant.origins.size(), 0, mostFields, "applicant.origins");
    for (auto origin = applicant.origins.begin(); origin != applicant.origins.end(); ++origin)
        f.expect(origin.key().size() <= longestName && origin.value().isDouble(), "applicant.origins");
    checkOthers(f, applicant);
}

void check(Findings& f, const Page& page) {
    f.expect(!page.blob.isNull(), "papers.pages.blob");
    f.text(page.mediaType, longestName, "papers.pages.mediaType");
    f.number(page.bytes, 0, largestAmount, "papers.pages.bytes");
    f.number(page.width, 0, 1'000'000, "papers.pages.width");
    f.number(page.inside.value_or(1), 1, 10'000, "papers.pages.inside");
    f.number(page.height, 0, 1'000'000, "papers.pages.height");
}

void check(Findings& f, const std::vector<Paper>& papers) {
    f.expect(papers.size() <= size_t(mostRows), "papers");
    for (const Paper& paper : papers) {
        f.words(paper.name, longestReason, "papers.name");
        f.oneOf(paper.kind, {PaperKind::Original, PaperKind::Copy, PaperKind::Electronic}, "papers.kind");
        f.number(paper.quantity, 0, mostPapers, "papers.quantity");
        f.number(static_cast<qint64>(paper.pages.size()), 0, mostPages, "papers.pages");
        for (const Page& page : paper.pages)
            check(f, page);
    }
}

void check(Findings& f, const std::vector<FeeLine>& fees) {
    f.expect(fees.size() <= size_t(mostRows), "fees");
    qint64 total = 0;
    for (const FeeLine& line : fees) {
        f.text(line.name, longestLine, "fees.name");
        f.text(line.exemption, longestReason, "fees.exemption");
        f.amount(line.unitPrice, "fees.unitPrice");
        f.amount(line.amount, "fees.amount");
        f.expect(checkFeeLine(line).has_value(), "fees.amount");
        total += qBound<qint64>(0, line.amount, largestAmount);
    }
    f.amount(total, "fees.total");
}

/// Plain values under plain names; what they must be is the job kind's affair.
void check(Findings& f, const QJsonObject& facts, const char* field) {
    f.number(facts.size(), 0, mostFacts, field);
    for (auto it = facts.begin(); it != facts.end(); ++it) {
        f.expect(!it.key().isEmpty() && it.key().size() <= longestName, field);
        f.expect(it.value().isDouble() || it.value().isBool() || it.value().isString(), field);
        f.text(it.value().toString(), longestReason, field);
    }
}

void check(Findings& f, const JobTerms& job) {
    f.words(job.kind, longestName, "job.kind");
    f.words(job.version, longestName, "job.version");
    f.text(job.book, longestName, "job.book");
    f.text(job.subject, longestReason, "job.subject");
    f.number(job.copies, 0, mostAttestations, "job.copies");
    f.text(job.attestation, longestName, "job.attestation");
    f.number(job.attestations, 0, mostAttestations, "job.attestations");
    f.expect(!job.byHand || !job.owesNumber(), "job.byHand");
    f.expect(job.attestations == 0 || (job.owesNumber() && !job.attestation.isEmpty()), "job.attestation");
    check(f, job.columns, "job.columns");
    f.number(job.signers, 0, 7, "job.signers");
    f.text(job.authority, longestLine, "job.authority");
}

void check(Findings& f, const std::vector<Party>& parties, const std::optional<Extension>& extension, const QDateTime& due) {
    f.number(static_cast<qint64>(parties.size()), 0, mostParties, "parties");
    for (const Party& party : parties)
        check(f, party);
    if (!extension)
        return;
    f.words(extension->ground, longestReason, "extension.ground");
    f.expect(due.isValid(), "extension");
}

void check(Findings& f, const EntryReference& slip, const QString& number) {
    f.text(number, longestName, "slipNumber");
    f.expect(slip.volume.isNull() ? slip.number == 0 : slip.number >= 1 && !number.isEmpty(), "slip.number");
}

}
