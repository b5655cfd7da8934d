#include "app/ui/dossiers/HistoryWords.h"

#include "app/domain/EventCodec.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/RatingBar.h"

#include <QCoreApplication>
#include <QHash>

#include <type_traits>

namespace motcua::ui::words {

namespace {

struct History {
    Q_DECLARE_TR_FUNCTIONS(motcua::ui::History)
};

QString joined(const QStringList& parts) {
    QStringList filled;
    for (const QString& part : parts)
        if (!part.trimmed().isEmpty())
            filled << part.trimmed();
    return filled.join(QStringLiteral(" · "));
}

QString slip(const QString& number) {
    return number.isEmpty() ? QString() : History::tr("no. %1").arg(number);
}

QString detail(const domain::DossierReceived& body) {
    return joined({body.code, body.note});
}
QString detail(const domain::DossierRefused& body) {
    return joined({slip(body.slipNumber), body.reason, body.legalBasis});
}
QString detail(const domain::SupplementAsked& body) {
    return joined({slip(body.slipNumber), body.items.join(QStringLiteral("; ")), body.reason});
}
QString detail(const domain::SupplementReturned& body) {
    return body.due.isValid() ? History::tr("new due moment %1").arg(moment(body.due)) : QString();
}
QString detail(const domain::DossierCorrected& body) {
    return body.reason;
}
QString detail(const domain::DossierSubmitted& body) {
    return body.note;
}
QString detail(const domain::DossierReleased&) {
    return {};
}
QString detail(const domain::DossierApproved& body) {
    return joined({body.signer.name, body.signer.title, body.twoHat ? History::tr("under the two-hat rule") : QString()});
}
QString detail(const domain::DossierReturned& body) {
    return body.reason;
}
QString detail(const domain::EntryRegistered& body) {
    return History::tr("no. %1, volume %2").arg(body.entry.numberLabel, body.entry.volumeLabel);
}
QString detail(const domain::EntrySpoiled& body) {
    return joined({slip(QString::number(body.number)), body.reason});
}
QString detail(const domain::EntryNoted& body) {
    return joined({slip(QString::number(body.number)), body.note.words, body.note.ground});
}
QString detail(const domain::PrintRecorded& body) {
    return printDetail(body, body.form);
}
QString detail(const domain::FeeCollected& body) {
    return joined({dong(body.amount), payment(body.method), slip(body.slipNumber)});
}
QString detail(const domain::AttestedByHand& body) {
    return History::tr("no. %1, volume %2").arg(body.number, body.volume);
}
QString detail(const domain::ResultHandedOver& body) {
    return joined({body.recipient, body.identityChecked ? History::tr("identity checked") : History::tr("identity not checked")});
}
QString detail(const domain::RatingGiven& body) {
    return joined({RatingBar::wordFor(body.score), body.remark});
}
QString detail(const domain::DossierWithdrawn& body) {
    return body.reason;
}
QString detail(const domain::DossierClosed&) {
    return {};
}
QString detail(const domain::NoteAdded& body) {
    return body.text;
}
QString detail(const domain::UnreadRecord& body) {
    return History::tr("Needs the newer program (%1, version %2)").arg(QString::fromUtf8(body.kind)).arg(body.version);
}
QString detail(const domain::FeedHeard&) {
    return {};
}
QString numbers(int first, int last) {
    return first == last ? QString::number(first) : QStringLiteral("%1–%2").arg(first).arg(last);
}
QString detail(const domain::NumbersLeased& body) {
    return numbers(body.lease.first, body.lease.last);
}
QString detail(const domain::NumbersReturned& body) {
    QStringList ranges;
    for (const domain::NumberRange& range : body.ranges)
        ranges << numbers(range.first, range.last);
    return ranges.join(QStringLiteral(", "));
}
QString detail(const domain::NumbersWrittenOff& body) {
    return joined({numbers(body.first, body.last), body.reason});
}
QString detail(const domain::PersonListed& body) {
    return body.removed;
}
QString detail(const domain::KeepingMoved& body) {
    return body.symbol;
}
QString detail(const domain::VolumeClosed& body) {
    return History::tr("%1 numbers, %2 spoiled").arg(body.total).arg(body.spoiled);
}

}

QString event(const domain::EventBody& body) {
    const QString kind = domain::kindOf(body);
    const QString known = eventKind(kind);
    return known == kind ? History::tr("Something that this program does not know") : known;
}

QString eventDetail(const domain::EventBody& body) {
    return std::visit([](const auto& one) { return detail(one); }, body);
}

/// A paper that the clerk found at the printer, of a desk without a queue of its own, is on record as the system's.
QString printDetail(const domain::PrintRecorded& print, const QString& paper) {
    const QString queue = print.queue == QLatin1String("default") ? History::tr("the default printer") : print.queue;
    return joined({paper, print.slipNumber, print.copies > 1 ? History::tr("%n sheet(s)", nullptr, print.copies) : QString(), queue});
}

QString clockDoubt(domain::ClockDoubt doubt) {
    switch (doubt) {
    case domain::ClockDoubt::Ahead:
        return History::tr("The clock that wrote this ran ahead.");
    case domain::ClockDoubt::Back:
        return History::tr("The clock that wrote this ran wrong: it says an hour before what went before.");
    default:
        return {};
    }
}

QString eventKind(const QString& kind) {
    const QHash<QString, QString> names{
        {QStringLiteral("dossier-received"), History::tr("Received")},
        {QStringLiteral("dossier-refused"), History::tr("Refused (form 03)")},
        {QStringLiteral("supplement-asked"), History::tr("Supplement asked (form 02)")},
        {QStringLiteral("supplement-returned"), History::tr("Supplement handed in")},
        {QStringLiteral("dossier-corrected"), History::tr("Put right")},
        {QStringLiteral("dossier-submitted"), History::tr("Submitted for approval")},
        {QStringLiteral("folder-released"), History::tr("Passed to another desk")},
        {QStringLiteral("dossier-approved"), History::tr("Approved")},
        {QStringLiteral("dossier-returned"), History::tr("Returned to the clerk")},
        {QStringLiteral("entry-registered"), History::tr("Registered in the book")},
        {QStringLiteral("entry-spoiled"), History::tr("Book entry spoiled")},
        {QStringLiteral("print-recorded"), History::tr("Printed")},
        {QStringLiteral("fee-collected"), History::tr("Fee taken")},
        {QStringLiteral("attested-by-hand"), History::tr("Attested by hand, in the paper book")},
        {QStringLiteral("result-handed-over"), History::tr("Result handed over")},
        {QStringLiteral("rating-given"), History::tr("Rated by the citizen")},
        {QStringLiteral("dossier-withdrawn"), History::tr("Withdrawn")},
        {QStringLiteral("dossier-closed"), History::tr("Closed")},
        {QStringLiteral("note-added"), History::tr("Note")},
        {QStringLiteral("volume-closed"), History::tr("Volume closed for the year")},
        {QStringLiteral("numbers-leased"), History::tr("Numbers of a book leased to a desk")},
        {QStringLiteral("numbers-returned"), History::tr("Unused numbers of a book given back")},
        {QStringLiteral("entry-noted"), History::tr("Noted beside its row in the book")},
        {QStringLiteral("numbers-written-off"), History::tr("Numbers of a book written off")},
        {QStringLiteral("keeping-moved"), History::tr("Book passed on to another keeper")},
        {QStringLiteral("person-listed"), History::tr("A list of people changed")},
        {QStringLiteral("feed-heard"), History::tr("Accounts and rules of the province taken over")},
    };
    return names.value(kind, kind);
}

}
