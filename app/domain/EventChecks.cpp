#include "app/domain/EventChecks.h"

#include "app/domain/DossierCode.h"
#include "app/domain/EventCodec.h"
#include "app/domain/EventParts.h"
#include "app/domain/EventTexts.h"
#include "app/domain/Settings.h"

namespace motcua::domain {

namespace {

using namespace checks;
using namespace limits;

bool isHex(const QString& text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
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
