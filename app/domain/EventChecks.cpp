#include "app/domain/EventChecks.h"

#include "app/domain/DossierCode.h"
#include "app/domain/EventCodec.h"
#include "app/domain/EventTexts.h"
#include "app/domain/Fees.h"
#include "app/domain/Limits.h"
#include "app/domain/PlainText.h"
#include "app/domain/Settings.h"
#include "app/domain/UnseenSigns.h"

#include <algorithm>
#include <initializer_list>

namespace motcua::domain {

namespace {

using namespace limits;

bool isHex(const QString& text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

bool isNumber(const QString& text, qsizetype digits) {
    return text.size() == digits && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Keeps the first field that is not right.
class Findings {
public:
    void expect(bool right, const char* field) {
        if (!right && !m_field)
            m_field = field;
    }
    void number(qint64 value, qint64 first, qint64 last, const char* field) { expect(value >= first && value <= last, field); }
    void amount(qint64 value, const char* field) { number(value, 0, largestAmount, field); }
    /// May be empty.
    void text(const QString& value, qsizetype longest, const char* field) { expect(value.size() <= longest, field); }
    /// May not be blank.
    void words(const QString& value, qsizetype longest, const char* field) { expect(value.size() <= longest && !saysNothing(value), field); }
    /// A person's or a body's, with a letter, in one line: no blank in it but the plain one. May be empty.
    void name(const QString& value, const char* field) {
        const bool isLine = std::all_of(value.begin(), value.end(), [](QChar c) { return !c.isSpace() || c == u' '; });
        expect(isLine && value.size() <= longestName && (value.isEmpty() || hasLetter(value)), field);
    }
    /// May be unknown.
    void date(const QDate& value, const char* field) { expect(value.isNull() || (value.year() >= 1800 && value.year() < 2200), field); }
    void moment(const QDateTime& value, const char* field) {
        expect(!value.isValid() || (value.date().year() >= 2000 && value.date().year() < 2200), field);
    }
    template <class Enum>
    void oneOf(Enum value, std::initializer_list<Enum> known, const char* field) {
        expect(std::find(known.begin(), known.end(), value) != known.end(), field);
    }

    base::Outcome outcome() const {
        if (m_field)
            return base::fail(QStringLiteral("event.malformed"), {{QStringLiteral("field"), QLatin1String(m_field)}});
        return base::done();
    }

private:
    const char* m_field = nullptr;
};

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

void check(Findings& f, const DossierReceived& body) {
    // One code is written in one way: "-901" and "-000901" are not "-0901".
    const auto code = DossierCode::parse(body.code);
    f.expect(code && code->toString() == body.code && body.code.size() <= longestName, "code");
    f.words(body.helpedUnit, longestName, "helpedUnit");
    f.words(body.receivedUnit, longestName, "receivedUnit");
    f.words(body.decidingUnit, longestName, "decidingUnit");
    f.oneOf(body.channel, {Channel::Counter, Channel::Online, Channel::Post}, "channel");
    check(f, body.procedure);
    check(f, body.applicant);
    check(f, body.papers);
    f.number(body.sets, 1, mostPapers, "sets");
    f.oneOf(body.resultWay, {ResultWay::Counter, ResultWay::Post, ResultWay::Online}, "resultWay");
    check(f, body.job);
    check(f, body.facts, "facts");
    check(f, body.fees);
    f.expect(body.received.isValid(), "received");
    f.moment(body.received, "received");
    f.moment(body.due, "due");
    f.text(body.dueGround, longestReason, "dueGround");
    f.expect(body.dueGround.isEmpty() || body.due.isValid(), "dueGround");
    check(f, body.parties, body.extension, body.due);
    f.text(body.note, longestNote, "note");
}

void check(Findings& f, const DossierRefused& body) {
    check(f, body.slip, body.slipNumber);
    f.words(body.receivedUnit, longestName, "receivedUnit");
    check(f, body.procedure);
    check(f, body.applicant);
    f.words(body.reason, longestReason, "reason");
    f.text(body.legalBasis, longestLaw, "legalBasis");
}

void check(Findings& f, const SupplementAsked& body) {
    check(f, body.slip, body.slipNumber);
    if (body.atIntake) {
        f.words(body.receivedUnit, longestName, "receivedUnit");
        check(f, body.procedure);
        check(f, body.applicant);
    }
    f.number(body.items.size(), 1, mostRows, "items");
    f.expect(!saysNothing(body.items.join(QString())), "items");
    for (const QString& item : body.items)
        f.text(item, longestReason, "items");
    f.words(body.reason, longestReason, "reason");
    f.text(body.legalBasis, longestLaw, "legalBasis");
    f.date(body.until, "until");
}

void check(Findings& f, const SupplementReturned& body) {
    check(f, body.papers);
    f.moment(body.due, "due");
}

void check(Findings& f, const Correctable& said) {
    check(f, said.applicant);
    check(f, said.papers);
    check(f, said.job);
    check(f, said.facts, "facts");
    check(f, said.fees);
    f.moment(said.due, "due");
    f.text(said.dueGround, longestReason, "dueGround");
    f.expect(said.dueGround.isEmpty() || said.due.isValid(), "dueGround");
    check(f, said.parties, said.extension, said.due);
}

void check(Findings& f, const DossierCorrected& body) {
    check(f, body.before);
    check(f, body.after);
    f.words(body.reason, longestReason, "reason");
}

void check(Findings& f, const DossierSubmitted& body) {
    f.text(body.note, longestNote, "note");
}

void check(Findings& f, const DossierReleased& body) {
    f.expect(!body.to.isNull(), "to");
}

void check(Findings& f, const DossierApproved& body) {
    check(f, body.signer);
}

void check(Findings& f, const DossierReturned& body) {
    f.words(body.reason, longestReason, "reason");
}

void check(Findings& f, const EntryRegistered& body) {
    const BookEntry& entry = body.entry;
    f.expect(!entry.volume.isNull(), "entry.volume");
    f.expect(entry.number >= 1, "entry.number");
    f.text(entry.volumeLabel, longestName, "entry.volumeLabel");
    f.text(entry.numberLabel, longestName, "entry.numberLabel");
    f.expect(entry.date.isValid(), "entry.date");
    f.date(entry.date, "entry.date");
    f.words(entry.applicant, longestName, "entry.applicant");
    f.words(entry.document, longestReason, "entry.document");
    check(f, entry.signer);
    f.number(entry.copies, 1, mostAttestations, "entry.copies");
    check(f, entry.columns, "entry.columns");
    f.amount(entry.fee, "entry.fee");
    f.text(entry.remark, longestReason, "entry.remark");
    f.expect(entry.spoiledReason.isEmpty(), "entry.spoiledReason");
    f.expect(entry.notes.empty(), "entry.notes");
}

void check(Findings& f, const EntrySpoiled& body) {
    f.expect(!body.volume.isNull(), "volume");
    f.expect(body.number >= 1, "number");
    f.words(body.reason, longestReason, "reason");
}

void check(Findings& f, const EntryNoted& body) {
    const RowNote& note = body.note;
    f.expect(!body.volume.isNull(), "volume");
    f.expect(body.number >= 1, "number");
    f.oneOf(note.kind, {NoteKind::Amended, NoteKind::Corrected, NoteKind::Remark}, "note.kind");
    f.words(note.words, longestReason, "note.words");
    f.text(note.ground, longestLine, "note.ground");
    f.expect(note.kind == NoteKind::Remark || !saysNothing(note.ground), "note.ground");
    f.text(note.initials, longestName, "note.initials");
    f.expect((note.kind == NoteKind::Corrected) != saysNothing(note.initials), "note.initials");
    check(f, note.signer);
    f.expect(note.date.isValid(), "note.date");
    f.date(note.date, "note.date");
}

void check(Findings& f, const PrintRecorded& body) {
    f.words(body.form, longestName, "form");
    f.number(body.copies, 1, mostSheetsAJob, "copies");
    f.expect(body.sha256.size() <= 64 && isHex(body.sha256), "sha256");
    f.text(body.queue, longestLine, "queue");
    f.expect(body.job >= 0, "job");
    f.text(body.slipNumber, longestName, "slipNumber");
    f.expect(body.entry.volume.isNull() ? body.entry.number == 0 : body.entry.number >= 1, "entry.number");
}

void check(Findings& f, const FeeCollected& body) {
    f.amount(body.amount, "amount");
    f.oneOf(body.method, {PaymentMethod::Cash, PaymentMethod::Transfer, PaymentMethod::Portal}, "method");
    f.oneOf(body.stage, {FeeStage::Intake, FeeStage::Supplement, FeeStage::Result}, "stage");
    check(f, body.slip, body.slipNumber);
    f.expect(body.slipOf.isNull() || (body.slip.volume.isNull() && !body.slipNumber.isEmpty()), "slipOf");
}

void check(Findings& f, const AttestedByHand& body) {
    f.words(body.number, longestName, "number");
    f.words(body.volume, longestName, "volume");
    f.expect(body.date.isValid(), "date");
    f.date(body.date, "date");
}

void check(Findings& f, const ResultHandedOver& body) {
    f.words(body.recipient, longestLine, "recipient");
}

void check(Findings& f, const RatingGiven& body) {
    f.number(body.score, 1, 5, "score");
    f.text(body.remark, longestNote, "remark");
}

void check(Findings& f, const DossierWithdrawn& body) {
    f.words(body.reason, longestReason, "reason");
}

void check(Findings&, const DossierClosed&) {}

void check(Findings& f, const NoteAdded& body) {
    f.words(body.text, longestNote, "text");
}

void check(Findings& f, const FeedHeard& body) {
    f.expect(body.cursor > 0, "cursor");
}

void check(Findings& f, const NumberRange& range, const char* field) {
    f.expect(range.first >= 1 && range.last >= range.first && range.last <= mostNumbers, field);
}

void check(Findings& f, const NumbersLeased& body) {
    f.expect(!body.lease.id.isNull(), "lease.id");
    f.expect(!body.lease.volume.isNull(), "lease.volume");
    f.expect(!body.lease.holder.isNull(), "lease.holder");
    check(f, body.lease.range(), "lease.last");
    f.oneOf(body.lease.use, {LeaseUse::Draw, LeaseUse::Run, LeaseUse::Kit}, "lease.use");
    f.expect(body.lease.given.isValid(), "lease.given");
    f.moment(body.lease.given, "lease.given");
    f.expect(body.lease.month.isValid() && body.lease.month.day() == 1, "lease.month");
    f.date(body.lease.month, "lease.month");
}

void check(Findings& f, const NumbersReturned& body) {
    f.expect(!body.volume.isNull(), "volume");
    f.number(static_cast<qint64>(body.ranges.size()), 1, mostRows, "ranges");
    int before = 0;
    for (const NumberRange& range : body.ranges) {
        check(f, range, "ranges");
        f.expect(range.first > before, "ranges");
        before = range.last;
    }
}

void check(Findings& f, const NumbersWrittenOff& body) {
    f.expect(!body.volume.isNull(), "volume");
    check(f, NumberRange{body.first, body.last}, "last");
    f.words(body.reason, longestReason, "reason");
    check(f, body.signer);
}

void check(Findings& f, const KeepingMoved& body) {
    f.words(body.symbol, longestName, "symbol");
    f.number(body.year, 2000, 2199, "year");
}

void checkLine(Findings& f, const ListedPerson& person) {
    const bool isRelative = person.list == PersonList::Relative;
    const bool isTranslator = person.list == PersonList::Translator;
    const bool isSpecimen = person.list == PersonList::Specimen;
    f.words(person.name, longestName, "person.name");
    f.name(person.name, "person.name");
    f.text(person.number, longestName, "person.number");
    f.expect(!isRelative || isNumber(person.number, 12), "person.number");
    f.expect(!isTranslator || !saysNothing(person.number), "person.number");
    f.number(person.languages.size(), isTranslator ? 1 : 0, isTranslator ? mostFields : 0, "person.languages");
    for (const QString& language : person.languages)
        f.words(language, longestName, "person.languages");
    f.text(person.body, isSpecimen ? longestLine : 0, "person.body");
    f.expect(!isSpecimen || !saysNothing(person.body), "person.body");
    f.text(person.title, isSpecimen ? longestLine : 0, "person.title");
    f.text(person.relation, isRelative ? longestName : 0, "person.relation");
    f.expect(!isRelative || !saysNothing(person.relation), "person.relation");
    f.expect(isRelative ? person.from.isNull() && person.until.isNull() : person.from.isValid(), "person.from");
    f.date(person.from, "person.from");
    f.expect(person.until.isNull() || person.until >= person.from, "person.until");
    f.date(person.until, "person.until");
    f.number(static_cast<qint64>(person.pages.size()), isSpecimen ? 1 : 0, isRelative ? 0 : mostSpecimens, "person.pages");
    for (const Page& page : person.pages)
        check(f, page);
}

void check(Findings& f, const PersonListed& body) {
    f.expect(!body.person.id.isNull(), "person.id");
    f.oneOf(body.person.list, {PersonList::Translator, PersonList::Specimen, PersonList::Relative}, "person.list");
    if (!body.isRemoval()) {
        checkLine(f, body.person);
        return;
    }
    f.words(body.removed, longestReason, "removed");
    // What is struck out is named, and said once.
    ListedPerson named;
    named.id = body.person.id;
    named.list = body.person.list;
    f.expect(base::toJson(named) == base::toJson(body.person), "person");
}

/// What a newer program wrote cannot be judged here.
void check(Findings&, const UnreadRecord&) {}

void check(Findings& f, const VolumeClosed& body) {
    f.expect(!body.volume.isNull(), "volume");
    f.expect(body.total >= 0, "total");
    f.number(body.spoiled, 0, body.total, "spoiled");
    check(f, body.signer);
    f.text(body.reason, longestReason, "reason");
}

}

base::Outcome wellFormed(const EventBody& body) {
    Findings findings;
    std::visit([&findings](const auto& event) { check(findings, event); }, body);
    if (const auto sound = findings.outcome(); !sound)
        return sound;
    if (const auto field = unplainField(body))
        return base::fail(QStringLiteral("event.text-unplain"), {{QStringLiteral("field"), *field}});
    return base::done();
}

int rolesFor(const EventBody& body, int signers) {
    constexpr int supervisor = static_cast<int>(Role::Supervisor);
    if (std::holds_alternative<DossierApproved>(body))
        return signers;
    if (std::holds_alternative<DossierReturned>(body) || std::holds_alternative<VolumeClosed>(body) ||
        std::holds_alternative<NumbersWrittenOff>(body) || std::holds_alternative<KeepingMoved>(body) || std::holds_alternative<EntryNoted>(body))
        return supervisor;
    // Whoever signs declares their own relatives, whatever their roles.
    if (const auto* listed = std::get_if<PersonListed>(&body))
        return listed->person.list == PersonList::Relative ? 0 : supervisor;
    return changesDossier(body) ? static_cast<int>(Role::Clerk) | supervisor : 0;
}

bool happensUnattended(const EventBody& body) {
    return std::holds_alternative<DossierReleased>(body) || std::holds_alternative<FeedHeard>(body) || std::holds_alternative<NumbersLeased>(body) ||
           std::holds_alternative<NumbersReturned>(body);
}

}
