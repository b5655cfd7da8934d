#pragma once

#include "app/domain/Correction.h"
#include "app/domain/ListedPerson.h"
#include "app/domain/Volume.h"

#include <variant>

namespace motcua::domain {

// What has happened. Each body is written to the journal as JSON under its kind's wire name, in the lowest version that holds what it
// says (EventCodec.h). A change that an old reader would misread gets a new version; adding a field that it may ignore does not.

struct DossierReceived : Filing {
    QString note;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        Filing::describe(self, field);
        field("note", self.note);
    }
};

/// Form 03 at intake: the dossier is kept, without a code, in state 3.
struct DossierRefused : Request {
    QString slipNumber;
    QString reason;
    QString legalBasis;
    EntryReference slip = {}; ///< where slipNumber stands in its series (Volume.h, series); null: made without one
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        Request::describe(self, field);
        field("slipNumber", self.slipNumber);
        field("reason", self.reason);
        field("legalBasis", self.legalBasis);
        field("slip", self.slip);
    }
};

/// Form 02. `atIntake`: nothing was accepted yet; unit, procedure and applicant are then filled.
struct SupplementAsked : Request {
    QString slipNumber;
    bool atIntake = false;
    QStringList items;
    QString reason;
    QString legalBasis;
    QDate until = {};         ///< the last day for it, as the slip says; invalid: it says none
    EntryReference slip = {}; ///< where slipNumber stands in its series (Volume.h, series); null: made without one
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        Request::describe(self, field);
        field("slipNumber", self.slipNumber);
        field("atIntake", self.atIntake);
        field("items", self.items);
        field("reason", self.reason);
        field("legalBasis", self.legalBasis);
        field("until", self.until);
        field("slip", self.slip);
    }
};

struct SupplementReturned {
    std::vector<Paper> papers; ///< the whole checklist as it stands now
    QDateTime due;             ///< moved by the time that did not count
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("papers", self.papers);
        field("due", self.due);
    }
};

struct DossierSubmitted {
    QString note;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("note", self.note);
    }
};

/// The holder lets the dossier go to another desk; from here on only `to` may change it.
struct DossierReleased {
    StationId to;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("to", self.to);
    }
};

struct DossierApproved {
    Signer signer;
    bool twoHat = false;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("signer", self.signer);
        field("twoHat", self.twoHat);
    }
};

struct DossierReturned {
    QString reason;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("reason", self.reason);
    }
};

/// What was taken in wrongly is put right, before anything is decided on it. Both sides are kept: the record says by itself what was changed.
struct DossierCorrected {
    Correctable before;
    Correctable after;
    QString reason;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("before", self.before);
        field("after", self.after);
        field("reason", self.reason);
    }
};

struct EntryRegistered {
    BookEntry entry;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("entry", self.entry);
    }
};

struct EntrySpoiled {
    VolumeId volume;
    int number = 0;
    QString reason;
    bool sendsBack = false; ///< what stands in the row is wrong: the dossier is on its clerk's desk again, to be put right and approved anew
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("volume", self.volume);
        field("number", self.number);
        field("reason", self.reason);
        field("sendsBack", self.sendsBack);
    }
};

/// Something is noted beside a row of a book: an amendment, a correction after signing, or a remark. The row itself stays as it was written.
struct EntryNoted {
    VolumeId volume;
    int number = 0;
    RowNote note;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("volume", self.volume);
        field("number", self.number);
        field("note", self.note);
    }
};

/// A print that the spooler took (or a PDF that was saved) and that the clerk did not gainsay.
struct PrintRecorded {
    QString form; ///< "form-01", "attestation", …: the template's name
    int copies = 1;
    QString sha256; ///< of the PDF that was printed
    QString queue;  ///< the CUPS queue; empty: saved as PDF
    int job = 0;
    EntryReference entry;    ///< of an attestation: the book row it states; filled by decide()
    bool partial = false;    ///< of an attestation: more copies are owed than have come out with this print; filled by decide()
    QString slipNumber = {}; ///< which of a dossier's slips of this form; empty: no slip, or an older program printed it
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("form", self.form);
        field("copies", self.copies);
        field("sha256", self.sha256);
        field("queue", self.queue);
        field("job", self.job);
        field("entry", self.entry);
        field("partial", self.partial);
        field("slipNumber", self.slipNumber);
    }
};

struct FeeCollected {
    qint64 amount = 0;
    PaymentMethod method = PaymentMethod::Cash;
    FeeStage stage = FeeStage::Result;
    QString slipNumber;
    EntryReference slip = {}; ///< where slipNumber stands in its series (Volume.h, series); null: made without one
    /// The dossier of the same visit whose slip, with that number, is this one's too; null: it has one of its own. Programs that do not know the
    /// field leave it out.
    DossierId slipOf = {};
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("amount", self.amount);
        field("method", self.method);
        field("stage", self.stage);
        field("slipNumber", self.slipNumber);
        field("slip", self.slip);
        field("slipOf", self.slipOf);
    }
};

struct ResultHandedOver {
    QString recipient; ///< who took it
    bool identityChecked = false;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("recipient", self.recipient);
        field("identityChecked", self.identityChecked);
    }
};

struct RatingGiven {
    int score = 0; ///< 1 (Rất không hài lòng) to 5 (Rất hài lòng)
    QString remark;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("score", self.score);
        field("remark", self.remark);
    }
};

struct DossierWithdrawn {
    QString reason;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("reason", self.reason);
    }
};

struct DossierClosed {
    template <class Self, class Visitor>
    static void describe(Self&, Visitor&&) {}
};

struct NoteAdded {
    QString text;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("text", self.text);
    }
};

/// Closing of the year (NĐ 23/2015/NĐ-CP, Điều 13): the total is stated and confirmed by the signer.
struct VolumeClosed {
    VolumeId volume;
    int total = 0;
    int spoiled = 0;
    Signer signer;
    QString reason = {}; ///< why before the year's last day; empty on and after it
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("volume", self.volume);
        field("total", self.total);
        field("spoiled", self.spoiled);
        field("signer", self.signer);
        field("reason", self.reason);
    }
};

/// Where the result was attested by hand: what number it was given. Said again, the later one counts.
struct AttestedByHand : HandEntry {};

/// From here on the desk works by what the feed had told it up to `cursor`: accounts, settings and kinds of job. Written by the desk itself before
/// the first act after such news, so that the province judges by the chain's order alone, whatever any clock says.
struct FeedHeard {
    qint64 cursor = 0;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("cursor", self.cursor);
    }
};

/// The keeper of a book leases numbers to a desk. Written by a desk that keeps it; the platform says it by the feed.
struct NumbersLeased {
    NumberLease lease;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("lease", self.lease);
    }
};

/// A desk gives back what it did not use of its leases; it never uses that again.
struct NumbersReturned {
    VolumeId volume;
    NumberRanges ranges;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("volume", self.volume);
        field("ranges", self.ranges);
    }
};

/// Numbers that this desk holds and nobody will give any more, such as a spoilt sheet of a paper kit: a row with its reason.
struct NumbersWrittenOff {
    VolumeId volume;
    int first = 0;
    int last = 0;
    QString reason;
    Signer signer;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("volume", self.volume);
        field("first", self.first);
        field("last", self.last);
        field("reason", self.reason);
        field("signer", self.signer);
    }
};

/// From here on somebody else keeps the book of that year: only its keeper says so.
struct KeepingMoved {
    QString symbol;
    int year = 0;
    StationId to; ///< null: the platform
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("symbol", self.symbol);
        field("year", self.year);
        field("to", self.to);
    }
};

/// A line of one of the lists of people, written or struck out. Whoever writes a line of relatives writes it of themselves.
struct PersonListed {
    ListedPerson person; ///< of a line that is struck out only its id and list
    QString removed;     ///< why it is struck out; empty: it is written
    bool isRemoval() const { return !removed.isEmpty(); }
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("person", self.person);
        field("removed", self.removed);
    }
};

/// A record that a newer program wrote: kept and passed on as it is, never left out. The words are what this program can make out.
struct UnreadRecord {
    QByteArray kind;
    int version = 0;
    bool changes = false; ///< it changed the dossier
    QByteArray json;      ///< as written
    template <class Self, class Visitor>
    static void describe(Self&, Visitor&&) {}
};

using EventBody = std::variant<DossierReceived, DossierRefused, SupplementAsked, SupplementReturned, DossierSubmitted, DossierReleased,
    DossierApproved, DossierReturned, EntryRegistered, EntrySpoiled, PrintRecorded, FeeCollected, ResultHandedOver, RatingGiven, DossierWithdrawn,
    DossierClosed, NoteAdded, VolumeClosed, DossierCorrected, AttestedByHand, FeedHeard, NumbersLeased, NumbersReturned, NumbersWrittenOff,
    KeepingMoved, EntryNoted, PersonListed, UnreadRecord>;

/// An event with its circumstances. `dossierVersion` is the dossier's version after the event: 1 for the first, one more for
/// each changing event; 0 for an event that only adds (NoteAdded, RatingGiven, PrintRecorded) or is not about a dossier.
struct Event {
    EventBody body;
    DossierId dossier;
    qint64 dossierVersion = 0;
    StationId station;
    UserId actor;
    QDateTime at; ///< UTC
};

}
