#include "app/base/Clock.h"
#include "app/domain/EntryLabel.h"
#include "app/domain/EventTexts.h"
#include "app/domain/Rules.h"
#include "app/domain/TypedText.h"

#include <algorithm>

namespace motcua::domain {

namespace rules {

namespace {

/// What the book notes beside a row: why no fee was taken.
QString exemptionNote(const Dossier& dossier) {
    for (const FeeLine& line : dossier.fees)
        if (!line.exemption.isEmpty())
            return QStringLiteral("Miễn phí: ") + line.exemption;
    return {};
}

QString replacementNote(const BookEntry& spoiled) {
    return QStringLiteral("Thay số %1, quyển số %2").arg(spoiled.numberLabel, spoiled.volumeLabel);
}

}

Signer signerFor(const Account& account, const QString& authority) {
    return {account.id, account.name, account.title, account.authority.isEmpty() ? authority : account.authority};
}

base::Outcome writable(const Volume* volume, const Dossier& dossier, const Context& context) {
    if (volume && !volume->isUnits() && volume->station != context.station)
        return base::fail(QStringLiteral("book.wrong-station"));
    if (const auto open = unclosed(volume, dossier, context); !open || !volume->isUnits())
        return open;
    return context.number && context.number->volume == volume->id ? base::done() : base::fail(QStringLiteral("book.no-number"));
}

base::Outcome unclosed(const Volume* volume, const Dossier& dossier, const Context& context) {
    if (!volume)
        return base::fail(QStringLiteral("book.no-open-volume"));
    if (volume->symbol != dossier.job.book)
        return base::fail(QStringLiteral("book.wrong-kind"));
    if (volume->closed)
        return base::fail(QStringLiteral("book.closed"));
    if (volume->year != base::toVietnamTime(context.now).date().year())
        return base::fail(QStringLiteral("book.wrong-year"), {{QStringLiteral("year"), QString::number(volume->year)}});
    return base::done();
}

EntryRegistered nextEntry(const Dossier& dossier, const Volume& volume, const Signer& signer, const Context& context) {
    BookEntry entry;
    entry.volume = volume.id;
    entry.number = volume.isUnits() && context.number ? context.number->number : volume.nextNumber();
    entry.volumeLabel = volume.label();
    entry.numberLabel = entryLabel(entry.number);
    entry.date = base::toVietnamTime(context.now).date();
    if (context.number && context.number->use == LeaseUse::Kit) {
        entry.outside = true;
        entry.date = context.number->onPaper.isValid() ? context.number->onPaper : entry.date;
    }
    entry.applicant = dossier.applicant.name;
    entry.document = dossier.job.subject;
    entry.columns = dossier.job.columns;
    entry.signer = signer;
    entry.copies = dossier.job.copies;
    entry.fee = dossier.feeTotal();
    QStringList notes;
    if (!dossier.entries.empty())
        notes << replacementNote(dossier.entries.back());
    notes << exemptionNote(dossier);
    notes.removeAll(QString());
    entry.remark = notes.join(QStringLiteral("; "));
    return {entry};
}

Slip nextSlip(const Context& context, const QString& suffix) {
    const QDateTime now = base::toVietnamTime(context.now);
    const Volume* volume = context.slips;
    const bool inHand = volume && (volume->isUnits() ? context.slip && context.slip->volume == volume->id : volume->station == context.station);
    if (inHand && !volume->closed && volume->year == now.date().year()) {
        const int number = volume->isUnits() ? context.slip->number : volume->nextNumber();
        return {volume->slipLabel(number) + QLatin1Char('/') + suffix, {volume->id, number}};
    }
    const QString serial = QStringLiteral("%1").arg(context.range.first, 4, 10, QLatin1Char('0'));
    return {QStringLiteral("%1.%2/%3").arg(serial, now.toString(QStringLiteral("MMddHHmmss")), suffix), {}};
}

// Whoever holds the dossier spoils its entry, also one in another station's volume: the dossier lies on one desk, so a row cannot be
// struck twice, and no number is taken. A row of a closed year stays as it was stated at the closing. Without `again` a result that has not left
// the office is nobody's result any more: the dossier goes back to its clerk. Errors: "book.no-reason", "book.no-such-entry",
// "book.already-spoiled" and those of inHand(), unclosed() and, with `again`, writable().
Events on(const Dossier& dossier, const Spoil& command, const Context& context) {
    const States allowed = command.again ? in(State::Completed) : from<EntrySpoiled>;
    const auto ready = all(byClerk(context), inHand(dossier, allowed, context), needs(command.reason, "book.no-reason"),
        unclosed(context.entryVolume, dossier, context));
    if (!ready)
        return base::fail(ready.error());
    const BookEntry* found = nullptr;
    for (const BookEntry& entry : dossier.entries)
        if (entry.volume == command.volume && entry.number == command.number && entry.volume == context.entryVolume->id)
            found = &entry;
    if (!found)
        return base::fail(QStringLiteral("book.no-such-entry"), {{QStringLiteral("number"), QString::number(command.number)}});
    if (!found->spoiledReason.isEmpty())
        return base::fail(QStringLiteral("book.already-spoiled"), {{QStringLiteral("number"), QString::number(command.number)}});
    const bool sendsBack = !command.again && dossier.state == State::Completed;
    std::vector<EventBody> events{EntrySpoiled{command.volume, command.number, typedText(command.reason), sendsBack}};
    if (sendsBack)
        sendHome(dossier, context, events);
    if (!command.again)
        return events;
    if (const auto open = writable(context.volume, dossier, context); !open)
        return base::fail(open.error());
    events.push_back(nextEntry(dossier, *context.volume, found->signer, context));
    return events;
}

const BookEntry* rowOf(const Dossier& dossier, VolumeId volume, int number) {
    const auto row = std::find_if(
        dossier.entries.begin(), dossier.entries.end(), [&](const BookEntry& entry) { return entry.volume == volume && entry.number == number; });
    return row == dossier.entries.end() ? nullptr : &*row;
}

// A row of a closed year too: what changes it comes when it comes. Errors: "actor.not-supervisor", "dossier.needs-newer-program",
// "book.no-such-entry", "book.note-empty", "book.note-without-ground", "book.note-without-initials".
Events on(const Dossier& dossier, const NoteEntry& command, const Context& context) {
    if (dossier.unread > 0)
        return base::fail(QStringLiteral("dossier.needs-newer-program"));
    RowNote note = command.note;
    const bool changes = note.kind != NoteKind::Remark;
    const bool corrects = note.kind == NoteKind::Corrected;
    const auto ready =
        all(bySupervisor(context), needs(note.words, "book.note-empty"), changes ? needs(note.ground, "book.note-without-ground") : base::done(),
            corrects ? needs(note.initials, "book.note-without-initials") : base::done());
    if (!ready)
        return base::fail(ready.error());
    if (!rowOf(dossier, command.volume, command.number))
        return base::fail(QStringLiteral("book.no-such-entry"), {{QStringLiteral("number"), QString::number(command.number)}});
    note.words = typedText(note.words);
    note.ground = typedText(note.ground);
    note.initials = corrects ? typedText(note.initials) : QString();
    note.signer = signerFor(context.actor);
    note.date = base::toVietnamTime(context.now).date();
    return std::vector<EventBody>{EntryNoted{command.volume, command.number, std::move(note)}};
}

}

namespace {

/// What is out of a paper kit bears the day on which it was given: of the kit's month, and not to come.
bool isDayOfKit(const QDate& day, const QDate& today, const HeldLease* lease) {
    return lease && lease->use == LeaseUse::Kit && lease->isOf(day) && day <= today;
}

}

base::Outcome isRightRow(const Dossier& dossier, const Volume& volume, const Event& event, const HeldLease* lease) {
    const auto* registered = std::get_if<EntryRegistered>(&event.body);
    if (!registered)
        return base::done();
    const BookEntry& told = registered->entry;
    Context context;
    context.now = event.at;
    const bool isOutside = told.outside.value_or(false);
    const NumberInHand number{volume.id, told.number, isOutside ? LeaseUse::Kit : LeaseUse::Run, {}, isOutside ? told.date : QDate()};
    context.number = volume.isUnits() ? &number : nullptr;
    if (isOutside && !isDayOfKit(told.date, base::toVietnamTime(event.at).date(), lease))
        return base::fail(QStringLiteral("book.wrong-row"), {{QStringLiteral("field"), QStringLiteral("entry.date")}});
    const EventBody derived = withPlainTexts(rules::nextEntry(dossier, volume, told.signer, context));
    const BookEntry& right = std::get<EntryRegistered>(derived).entry;
    const std::pair<bool, const char*> columns[] = {{told.numberLabel == right.numberLabel, "entry.numberLabel"},
        {told.volumeLabel == right.volumeLabel, "entry.volumeLabel"}, {told.date == right.date, "entry.date"},
        {told.applicant == right.applicant, "entry.applicant"}, {told.document == right.document, "entry.document"},
        {told.columns == right.columns, "entry.columns"}, {told.copies == right.copies, "entry.copies"}, {told.fee == right.fee, "entry.fee"}};
    for (const auto& [same, field] : columns)
        if (!same)
            return base::fail(QStringLiteral("book.wrong-row"), {{QStringLiteral("field"), QLatin1String(field)}});
    return base::done();
}

int daysUntilClosing(const Volume& volume, QDate today) {
    return static_cast<int>(today.daysTo(QDate(volume.year, 12, 31)));
}

bool isEarlyClosing(const Volume& volume, QDate today) {
    return daysUntilClosing(volume, today) > 0;
}

base::Result<EventBody> decideClosing(const Volume& volume, const Context& context, const QString& reason) {
    if (const auto ready = rules::bySupervisor(context); !ready)
        return base::fail(ready.error());
    // A slip's series gives numbers to the end of its year.
    if (isSlipSeries(volume.symbol))
        return base::fail(QStringLiteral("book.wrong-kind"));
    if (!volume.isUnits() && volume.station != context.station)
        return base::fail(QStringLiteral("book.wrong-station"));
    if (volume.closed)
        return base::fail(QStringLiteral("book.closed"));
    if (volume.isUnits() && context.openNumbers > 0)
        return base::fail(QStringLiteral("book.leases-open"), {{QStringLiteral("count"), QString::number(context.openNumbers)}});
    const bool early = isEarlyClosing(volume, base::toVietnamTime(context.now).date());
    EventBody closing = withPlainTexts(
        VolumeClosed{volume.id, volume.total(), volume.spoiled, rules::signerFor(context.actor), early ? typedText(reason) : QString()});
    if (const auto fits = rules::inRange(closing, context.now); !fits)
        return base::fail(fits.error());
    return closing;
}

}
