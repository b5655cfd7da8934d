#pragma once

#include "app/domain/Applicant.h"
#include "app/domain/Ids.h"
#include "app/domain/Signer.h"
#include "app/domain/jobs/JobTerms.h"
#include "app/domain/parties/Party.h"

#include <optional>
#include <vector>

namespace motcua::domain {

/// Business states, the national portal's codes (one-stop.md §5).
enum class State {
    None = 0,            ///< no event yet
    Registered = 1,      ///< Mới đăng ký: kept at the desk without a dossier code (form 02 at intake)
    Accepted = 2,        ///< Được tiếp nhận
    Refused = 3,         ///< Không được tiếp nhận
    Processing = 4,      ///< Đang xử lý (submitted to a supervisor)
    SupplementAsked = 5, ///< Yêu cầu bổ sung giấy tờ
    PaymentAsked = 6,    ///< Yêu cầu thực hiện nghĩa vụ tài chính
    WithdrawalAsked = 7, ///< Công dân yêu cầu rút hồ sơ
    Stopped = 8,         ///< Dừng xử lý
    Completed = 9,       ///< Đã xử lý xong
    HandedOver = 10,     ///< Đã trả kết quả
};

enum class PaperKind { Original = 0, Copy = 1, Electronic = 2 }; ///< LoaiBan
enum class Channel { Counter = 1, Online = 2, Post = 3 };        ///< KenhThucHien
enum class MoneyState { Nothing = 0, Due = 1, Paid = 2, Exempt = 3 };
enum class DeliveryState { Waiting = 0, Ready = 1, Delivered = 2 };
/// Where the citizen wants the result (đăng ký nhận kết quả tại).
enum class ResultWay { Counter = 0, Post = 1, Online = 2 };
enum class FeeStage { Intake = 1, Supplement = 2, Result = 4 }; ///< HinhThucThu
enum class PaymentMethod { Cash = 0, Transfer = 1, Portal = 2 };
enum class TimeUnit { SameDay15h = 0, WorkingDay = 1, Day = 2, Other = 3, Hour = 4, Month = 5 };

/// One page on file: its sealed blob and what the recipient needs to show it.
struct Page {
    BlobHash blob;
    QString mediaType; ///< "image/jpeg", "image/tiff", "application/pdf"
    qint64 bytes = 0;
    int width = 0; ///< pixels; 0 for a PDF
    int height = 0;
    /// Pages of a PDF, which is kept whole; empty: one. Programs that do not know the field leave it out, and count one.
    std::optional<int> inside = {};
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("blob", self.blob);
        field("mediaType", self.mediaType);
        field("bytes", self.bytes);
        field("width", self.width);
        field("height", self.height);
        field("inside", self.inside);
    }
};

/// Pages as a person counts them: a PDF of three is three.
inline int countOf(const std::vector<Page>& pages) {
    int count = 0;
    for (const Page& page : pages)
        count += page.inside.value_or(1);
    return count;
}

/// One line of the checklist (thành phần hồ sơ).
struct Paper {
    QString name;
    PaperKind kind = PaperKind::Original;
    int quantity = 1; ///< 0: not handed in
    bool required = true;
    bool shownOnly = false; ///< presented and given back (xuất trình)
    std::vector<Page> pages = {};
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("name", self.name);
        field("kind", self.kind);
        field("quantity", self.quantity);
        field("required", self.required);
        field("shownOnly", self.shownOnly);
        field("pages", self.pages);
    }
};

/// One fee line (phí, lệ phí). Amounts are whole đồng, never negative.
struct FeeLine {
    QString name;
    qint64 unitPrice = 0;
    int quantity = 0;
    qint64 amount = 0;
    QString exemption; ///< the ground, when amount is 0 by exemption
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("name", self.name);
        field("unitPrice", self.unitPrice);
        field("quantity", self.quantity);
        field("amount", self.amount);
        field("exemption", self.exemption);
    }
};

/// Đồng.
inline qint64 totalOf(const std::vector<FeeLine>& fees) {
    qint64 total = 0;
    for (const FeeLine& line : fees)
        total += line.amount;
    return total;
}

/// The catalogue row as it stood when the dossier was accepted; a later catalogue never moves an accepted dossier
/// (one-stop.md §7).
struct ProcedureVersion {
    QString code;      ///< "2.000815"
    QString catalogue; ///< the catalogue's version, e.g. "2026-11-01"
    QString name;
    QString field;
    int timeValue = 0;
    TimeUnit timeUnit = TimeUnit::WorkingDay;
    QString legalBasis;
    QString result;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("code", self.code);
        field("catalogue", self.catalogue);
        field("name", self.name);
        field("field", self.field);
        field("timeValue", self.timeValue);
        field("timeUnit", self.timeUnit);
        field("legalBasis", self.legalBasis);
        field("result", self.result);
    }
};

/// A row of a register book (số chứng thực).
struct BookEntry {
    VolumeId volume;
    int number = 0;      ///< from 1, gapless in its run
    QString volumeLabel; ///< "01/2026-SCT/BS" as printed after "quyển số"
    QString numberLabel; ///< "00042"
    QDate date;
    QString applicant;
    QString document; ///< what the row is about
    Signer signer;
    int copies = 0;
    qint64 fee = 0;
    QString remark;
    QJsonObject columns;              ///< what this book has besides: fact name → value
    QString spoiledReason;            ///< not empty: hủy; the row stays, the number is never used again
    std::optional<bool> outside = {}; ///< true: it was given on paper, out of a paper kit, on the day that `date` says; entered afterwards
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("volume", self.volume);
        field("number", self.number);
        field("volumeLabel", self.volumeLabel);
        field("numberLabel", self.numberLabel);
        field("date", self.date);
        field("applicant", self.applicant);
        field("document", self.document);
        field("signer", self.signer);
        field("copies", self.copies);
        field("fee", self.fee);
        field("remark", self.remark);
        field("columns", self.columns);
        field("spoiledReason", self.spoiledReason);
        field("outside", self.outside);
    }
};

/// The number of an attestation that was written by hand into a paper book, as it stands there.
struct HandEntry {
    QString number;
    QString volume; ///< "01/2026-SCT/CK"
    QDate date;     ///< Viet Nam
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("number", self.number);
        field("volume", self.volume);
        field("date", self.date);
    }
};

/// Names a row of a book.
struct EntryReference {
    VolumeId volume;
    int number = 0;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("volume", self.volume);
        field("number", self.number);
    }
};

/// Who asks for what, and where: what a slip at intake and an accepted dossier have in common.
struct Request {
    UnitCode receivedUnit;
    ProcedureVersion procedure;
    Applicant applicant;
    /// The visit whose papers they are, each a dossier of its own; null: it came alone. Programs that do not know the field leave it out.
    VisitId visit = {};
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("receivedUnit", self.receivedUnit);
        field("procedure", self.procedure);
        field("applicant", self.applicant);
        field("visit", self.visit);
    }
};

/// Why a result is due later than the kind's time limit says (NĐ 23/2015/NĐ-CP, Điều 21, 33, 37). When it is due stands in the filing.
struct Extension {
    QString ground;      ///< the words of one that the kind of job names
    bool agreed = false; ///< by written agreement with the person who asks; else within what the kind allows
    friend bool operator==(const Extension&, const Extension&) = default;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("ground", self.ground);
        field("agreed", self.agreed);
    }
};

/// All that is settled at receipt: declared here once, for the event that says so and for the dossier that carries it.
struct Filing : Request {
    QString code; ///< mã hồ sơ; empty until accepted
    UnitCode helpedUnit;
    UnitCode decidingUnit;
    Channel channel = Channel::Counter;
    std::vector<Paper> papers;
    int sets = 1; ///< số lượng hồ sơ (bộ)
    ResultWay resultWay = ResultWay::Counter;
    JobTerms job;
    QJsonObject facts; ///< what the kind of job asked at intake, by fact name
    std::vector<FeeLine> fees;
    QDateTime received; ///< UTC
    QDateTime due;      ///< UTC; invalid when there is no time limit
    QString dueGround;  ///< why it is due then, where the clerk agreed on a day because the catalogue has no time
    std::vector<Party> parties = {};
    std::optional<Extension> extension = {}; ///< of the kind's time limit; nothing: it holds
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        Request::describe(self, field);
        field("code", self.code);
        field("helpedUnit", self.helpedUnit);
        field("decidingUnit", self.decidingUnit);
        field("channel", self.channel);
        field("papers", self.papers);
        field("sets", self.sets);
        field("resultWay", self.resultWay);
        field("job", self.job);
        field("facts", self.facts);
        field("fees", self.fees);
        field("received", self.received);
        field("due", self.due);
        field("dueGround", self.dueGround);
        field("parties", self.parties);
        field("extension", self.extension);
    }
};

/// How many attested copies of an entry have been printed.
struct AttestedEntry {
    EntryReference entry;
    int copies = 0;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("entry", self.entry);
        field("copies", self.copies);
    }
};

/// A dossier as replayed from its events. A dossier lies on one desk: only `holder` may append events that change it.
struct Dossier : Filing {
    DossierId id;
    qint64 version = 0; ///< of the last changing event; 0: does not exist
    StationId holder;
    StationId receivedAt;
    State state = State::None;
    MoneyState money = MoneyState::Nothing;
    DeliveryState delivery = DeliveryState::Waiting;
    UserId receivedBy;
    qint64 collected = 0;      ///< đồng
    QDateTime completed;       ///< UTC, state 9
    int supplements = 0;       ///< how often asked during processing; more than one counts as overdue nationally
    QDateTime supplementAsked; ///< since when the clock stands still; invalid when it runs
    QDate supplementUntil;     ///< the last day that form 02 gave for the papers, while it waits for them; invalid: none
    int waitedDays = 0;        ///< calendar days it stood still before; follows from the records and is told nobody, so describe() leaves it out
    std::vector<BookEntry> entries;
    HandEntry handEntry;             ///< empty: none was stated
    QString returnReason;            ///< the supervisor's, while it is back on the clerk's desk
    std::vector<UserId> correctedBy; ///< whoever put it right, or took in papers without having received it; each once
    UserId decidedBy;
    bool twoHat = false; ///< approved by the one who received it, under the unit's rule
    int rating = 0;      ///< 1–5; 0: none
    int prints = 0;
    bool closed = false;
    QString endReason;                   ///< refusal, withdrawal or stop, in words
    State resumes = State::None;         ///< where it goes on when the supplement comes back
    std::vector<AttestedEntry> attested; ///< by entry, whose attestations (lời chứng) were printed
    int unread = 0;                      ///< records about it that need a newer program; while there are any, nothing is decided on it

    qint64 feeTotal() const { return totalOf(fees); }
    /// The entry that counts: the last one that is not spoiled; null when there is none.
    const BookEntry* liveEntry() const {
        for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
            if (entry->spoiledReason.isEmpty())
                return &*entry;
        return nullptr;
    }

    /// The one that was registered after `entry`; null: it is the last, or none of this dossier's.
    const BookEntry* entryAfter(const BookEntry& entry) const {
        for (size_t i = 0; i + 1 < entries.size(); ++i)
            if (entries[i].volume == entry.volume && entries[i].number == entry.number)
                return &entries[i + 1];
        return nullptr;
    }

    /// Attested copies of an entry that were printed.
    int attestedCopies(const BookEntry& entry) const {
        for (const AttestedEntry& row : attested)
            if (row.entry.volume == entry.volume && row.entry.number == entry.number)
                return row.copies;
        return 0;
    }

    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        Filing::describe(self, field);
        field("id", self.id);
        field("version", self.version);
        field("holder", self.holder);
        field("receivedAt", self.receivedAt);
        field("state", self.state);
        field("money", self.money);
        field("delivery", self.delivery);
        field("receivedBy", self.receivedBy);
        field("collected", self.collected);
        field("completed", self.completed);
        field("supplements", self.supplements);
        field("supplementAsked", self.supplementAsked);
        field("supplementUntil", self.supplementUntil);
        field("entries", self.entries);
        field("handEntry", self.handEntry);
        field("returnReason", self.returnReason);
        field("correctedBy", self.correctedBy);
        field("decidedBy", self.decidedBy);
        field("twoHat", self.twoHat);
        field("rating", self.rating);
        field("prints", self.prints);
        field("closed", self.closed);
        field("endReason", self.endReason);
        field("resumes", self.resumes);
        field("attested", self.attested);
        field("unread", self.unread);
    }
};

}
