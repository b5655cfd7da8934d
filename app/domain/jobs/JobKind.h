#pragma once

#include "app/domain/Dossier.h"
#include "app/domain/jobs/JobCondition.h"
#include "app/domain/jobs/Wording.h"

#include <QDate>

#include <memory>

namespace motcua::domain {

// A kind of job as data: what it asks, costs, takes a number in, prints and hands over. Described in resources/jobs/README.md,
// published by the province, in force by date.

/// Where a fact stands on the intake card and what is said beside it.
struct FactCell {
    QString fact;
    Wording label;
    Wording placeholder;
    QStringList suggestions; ///< usual values, legal text in Vietnamese
    int width = 1;           ///< share of its row
    bool withNext = false;   ///< stays on one line with the next cell when the row folds
    QJsonValue begins;       ///< the value it has until one is given; null: none
    QString when;            ///< another fact, which must have one of the values of `is`; empty: always shown
    QJsonArray is;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("fact", self.fact);
        field("label", self.label);
        field("placeholder", self.placeholder);
        field("suggestions", self.suggestions);
        field("width", self.width);
        field("withNext", self.withNext);
        field("begins", self.begins);
        field("when", self.when);
        field("is", self.is);
    }
};

struct FactRow {
    std::vector<FactCell> cells;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("cells", self.cells);
    }
};

/// The card that asks for the facts, from top to bottom.
struct FactLayout {
    Wording heading;
    std::vector<FactRow> rows;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("heading", self.heading);
        field("rows", self.rows);
    }
};

/// A ground of refusal or of exemption, with its source. Legal text in Vietnamese.
struct LegalGround {
    QString words;
    QString article;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("words", self.words);
        field("article", self.article);
    }
};

/// A role that people take in what is certified. `asks` names what is asked of each besides the name: "paper", "birth", "address", "sex" must be
/// said; "standsFor", "title", "ground" may be. Nobody of one role is also in a role of `notAlso`.
struct PartyRole {
    QString role; ///< "giver": letters and digits; "any" is none
    Wording name;
    int least = 1; ///< how many there must be where `when` holds
    int most = 1;
    bool applies = false; ///< the first of them is who asks
    bool signs = false;   ///< puts the name to the paper as a party: may do so by fingerprint, or neither, and may not read, hear or know Vietnamese
    QStringList asks;
    JobConditions when; ///< else there is nobody in it
    QStringList notAlso;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("role", self.role);
        field("name", self.name);
        field("least", self.least);
        field("most", self.most);
        field("applies", self.applies);
        field("signs", self.signs);
        field("asks", self.asks);
        field("when", self.when);
        field("notAlso", self.notAlso);
    }
};

/// What must not be certified: a ground of refusal with a key of its own on the bench. Legal text in Vietnamese.
struct JobBan {
    QString key;   ///< "1" to "9", "a" to "z"; one of its own in the kind
    QString group; ///< "Điều 22": bans of one group stand together
    QString words;
    QString article;
    QString instead;    ///< the kind that it may be taken as; empty: none
    JobConditions when; ///< holds: it is so, whether somebody ticks it or not. Empty: only who looks at the paper can say
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("key", self.key);
        field("group", self.group);
        field("words", self.words);
        field("article", self.article);
        field("instead", self.instead);
        field("when", self.when);
    }
};

/// What the desk must see to: who signs where, in whose sight.
struct JobConduct {
    Wording words;
    QString article;
    JobConditions when;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("words", self.words);
        field("article", self.article);
        field("when", self.when);
    }
};

/// A line of the fee besides what the rule makes: what is charged apart, such as photocopying (NĐ 23/2015/NĐ-CP, Điều 15 khoản 3).
struct FeeMore {
    QString name;
    QJsonValue price; ///< đồng, or "setting:photocopyPrice": the unit's own; a unit that has none takes none
    QString counts;   ///< the fact that counts it; 0: no line
    qint64 most = 0;  ///< the ceiling of a price that the unit sets; 0: none is stated
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("name", self.name);
        field("price", self.price);
        field("counts", self.counts);
        field("most", self.most);
    }
};

/// A price that holds up to a page, counted from the first.
struct FeeStep {
    int upTo = 0; ///< the last page it holds for; 0: all further ones
    qint64 price = 0;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("upTo", self.upTo);
        field("price", self.price);
    }
};

/// How the fee is worked out. Rules: "per-page" (steps and cap for each of `copies`), "per-case" (amount), "per-copy" (amount for
/// each of `copies` of each of `events`), "catalogue" (as the procedure's row has it), "none".
struct JobFee {
    QString rule;
    QString name;  ///< the line's words on paper
    QString basis; ///< its source in law
    qint64 amount = 0;
    std::vector<FeeStep> steps;
    qint64 cap = 0; ///< most for one copy; 0: none
    QString pages;  ///< the fact that counts them
    QString copies;
    QString events;
    std::vector<LegalGround> exemptions; ///< where there are any, no other ground counts
    std::vector<FeeMore> more;           ///< no exemption frees of these
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("rule", self.rule);
        field("name", self.name);
        field("basis", self.basis);
        field("amount", self.amount);
        field("steps", self.steps);
        field("cap", self.cap);
        field("pages", self.pages);
        field("copies", self.copies);
        field("events", self.events);
        field("exemptions", self.exemptions);
        field("more", self.more);
    }
};

/// How much longer than its time limit a matter may take, and on which grounds.
struct JobExtension {
    int value = 0; ///< at most so much more, counted from the end of the time limit; 0: only by agreement
    TimeUnit unit = TimeUnit::WorkingDay;
    bool agreed = false; ///< longer than that by written agreement with who asks
    std::vector<LegalGround> grounds;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("value", self.value);
        field("unit", self.unit);
        field("agreed", self.agreed);
        field("grounds", self.grounds);
    }
};

/// How long it may take, where the kind says otherwise than the procedure's row.
struct JobTime {
    int value = 0;
    TimeUnit unit = TimeUnit::WorkingDay;
    std::optional<JobExtension> extension = {}; ///< nothing: it is never longer
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("value", self.value);
        field("unit", self.unit);
        field("extension", self.extension);
    }
};

/// One column of a register book. `value`: "number", "date", "applicant", "subject", "signer", "copies", "fee", "remark",
/// "parties" (all of them with their papers), "kept" (what the office keeps), or "fact:NAME" for a fact of the job.
struct BookColumn {
    QString title; ///< on paper, as the law has it
    Wording label; ///< on screens; empty: the title
    QString value;
    int width = 1; ///< share of the sheet
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("title", self.title);
        field("label", self.label);
        field("value", self.value);
        field("width", self.width);
    }
};

/// What the book's last line calls what it adds up: "23 số chứng thực; 52 bản sao đã chứng thực; phí chứng thực: …". Each may be empty.
struct BookClosing {
    QString numbers;
    QString copies;
    QString fee;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("numbers", self.numbers);
        field("copies", self.copies);
        field("fee", self.fee);
    }
};

/// The register book that gives the number: numbers run on through the year's volumes and a year is closed by its signer
/// (NĐ 23/2015/NĐ-CP, Điều 13).
struct JobBook {
    QString symbol;  ///< "SCT/BS"; names the book within its unit
    QString name;    ///< on its cover
    QString subject; ///< the fact that says what a row is about; empty: the procedure's name
    QString copies;  ///< the fact that counts copies; empty: 1
    QString form = QStringLiteral("book");
    std::vector<BookColumn> columns;
    BookClosing closing;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("symbol", self.symbol);
        field("name", self.name);
        field("subject", self.subject);
        field("copies", self.copies);
        field("form", self.form);
        field("columns", self.columns);
        field("closing", self.closing);
    }
};

/// Value of JobKind::attested.
inline constexpr char attestedByHand[] = "by-hand";

/// When a paper is offered.
namespace offer {
inline constexpr char accepted[] = "accepted"; ///< the dossier has its code
inline constexpr char supplementAsked[] = "supplement-asked";
inline constexpr char refused[] = "refused";
inline constexpr char paid[] = "paid";
inline constexpr char numbered[] = "numbered"; ///< approved, with its number in the book
inline constexpr char completed[] = "completed";
inline constexpr const char* all[] = {accepted, supplementAsked, refused, paid, numbered, completed};
}

/// A paper that comes out of the job. `offered`: one of those above.
/// `says` names the blocks of values that the template is given: "receipt", "supplement", "refusal", "fee", "entry", "facts",
/// "applicant", "parties", "attestation".
struct JobPaper {
    QString form; ///< its template's name, "attestation-copy"
    Wording name;
    QString media = QStringLiteral("A4");
    QString copies; ///< the fact that counts them; empty: 1
    QString offered;
    bool attests = false; ///< its print attests the copies that the job owes
    QStringList says;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("form", self.form);
        field("name", self.name);
        field("media", self.media);
        field("copies", self.copies);
        field("offered", self.offered);
        field("attests", self.attests);
        field("says", self.says);
    }
};

/// Where an attestation stands: on the copy's own last page, under the signature that it attests, or on a sheet of its own.
namespace placed {
inline constexpr char lastPage[] = "last-page";
inline constexpr char underSignature[] = "under-signature";
inline constexpr char ownSheet[] = "own-sheet"; ///< the sheets' edges are stamped over
inline constexpr const char* all[] = {lastPage, underSignature, ownSheet};
}

/// One variant of the attestation (lời chứng). The first one whose `when` holds is owed, as many as `copies` counts.
struct JobAttestation {
    QString form;
    QString place = QLatin1String(placed::ownSheet);
    QString copies; ///< the fact that counts them; empty: 1
    JobConditions when;
    Wording name{{QStringLiteral("vi"), QStringLiteral("Lời chứng")}, {QStringLiteral("en"), QStringLiteral("Attestation")}};
    QString media = QStringLiteral("A4");
    QStringList says{
        QStringLiteral("applicant"), QStringLiteral("facts"), QStringLiteral("parties"), QStringLiteral("attestation"), QStringLiteral("entry")};
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("form", self.form);
        field("place", self.place);
        field("copies", self.copies);
        field("when", self.when);
        field("name", self.name);
        field("media", self.media);
        field("says", self.says);
    }
};

/// The paper as which a variant comes out, once there is a number.
JobPaper paperOf(const JobAttestation& attestation);

/// What the office keeps of the matter (NĐ 23/2015/NĐ-CP, Điều 14).
struct JobKeeps {
    int copies = 0;
    QString pages; ///< the fact that counts the pages of one; empty: the book does not say
    int years = 0; ///< 0: for ever
    QString words; ///< "một bản gốc"
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("copies", self.copies);
        field("pages", self.pages);
        field("years", self.years);
        field("words", self.words);
    }
};

/// What the row that this matter amends is to say of it, in whose words {number}, {volume} and {date} stand for its own.
struct JobNotes {
    QString entry; ///< the fact that names the row: one of the format "entry"
    QString words;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("entry", self.entry);
        field("words", self.words);
    }
};

/// Who issues a kind of identity paper from a day on.
struct PaperIssuer {
    QDate from; ///< invalid: from the first
    QString words;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("from", self.from);
        field("words", self.words);
    }
};

/// A kind of identity paper that may be shown (certification.md §6).
struct IdentityPaperKind {
    QString words;         ///< as papers print it, "Căn cước công dân"
    bool personal = false; ///< its number is the personal number
    std::vector<PaperIssuer> issuers;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("words", self.words);
        field("personal", self.personal);
        field("issuers", self.issuers);
    }
};

class FactRules;

struct JobKind {
    QString kind;    ///< "certified-copy": lower case, digits and hyphens
    QString version; ///< "2025-07-01"; of two in force the later one counts
    QDate from;      ///< first day in force, Viet Nam
    QDate until;     ///< last day in force: from then on there is no such kind; invalid: no end
    int reads = 0;   ///< the record version that a desk must read to be given it; 0: any
    Wording name;
    QString place;              ///< "bench": taken in on the certification bench; empty: at the intake
    int benchKey = 0;           ///< 1 to 9: its key there; 0: none
    QStringList procedures;     ///< national codes it serves
    bool servesPerCopy = false; ///< also every procedure whose catalogue row counts copies and that no kind names
    QJsonObject facts;          ///< JSON Schema of the facts: an object of texts, whole numbers, choices, yes/no and dates
    FactLayout layout;
    bool originalsShown = false; ///< the checklist's papers are shown and given back, so none is missing
    std::vector<LegalGround> refusals;
    std::vector<PartyRole> parties;
    std::vector<JobBan> bans;
    std::vector<JobConduct> conduct;
    JobFee fee;
    std::optional<JobTime> time;
    std::optional<JobBook> book;
    std::vector<JobPaper> papers;
    std::vector<JobAttestation> attestations;
    std::optional<JobKeeps> keeps;
    std::optional<JobNotes> notes;
    bool conflicts = false;                        ///< nobody signs who is a party or whose declared list names one
    std::vector<IdentityPaperKind> identityPapers; ///< of the kind "general": what every other one may ask for
    QString attested;                              ///< "by-hand": numbered in a paper book, outside the program; empty: as `book` and `papers` say
    int signers = 0;                               ///< an or of Role numbers; 0: a supervisor
    QString authority;                             ///< printed above the signer where the account has none
    QJsonObject templates;                         ///< form name → template (forms/print explains the language); built-in ones may be left out
    std::shared_ptr<const FactRules> rules = {};   ///< `facts` as readJobKind() has read them

    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("kind", self.kind);
        field("version", self.version);
        field("from", self.from);
        field("until", self.until);
        field("reads", self.reads);
        field("name", self.name);
        field("place", self.place);
        field("benchKey", self.benchKey);
        field("procedures", self.procedures);
        field("servesPerCopy", self.servesPerCopy);
        field("facts", self.facts);
        field("layout", self.layout);
        field("originalsShown", self.originalsShown);
        field("refusals", self.refusals);
        field("parties", self.parties);
        field("bans", self.bans);
        field("conduct", self.conduct);
        field("fee", self.fee);
        field("time", self.time);
        field("book", self.book);
        field("papers", self.papers);
        field("attestations", self.attestations);
        field("keeps", self.keeps);
        field("notes", self.notes);
        field("conflicts", self.conflicts);
        field("identityPapers", self.identityPapers);
        field("attested", self.attested);
        field("signers", self.signers);
        field("authority", self.authority);
        field("templates", self.templates);
    }
};

}
