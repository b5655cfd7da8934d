#pragma once

#include "app/domain/Dossier.h"
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
    std::vector<LegalGround> exemptions;
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
    }
};

/// How long it may take, where the kind says otherwise than the procedure's row.
struct JobTime {
    int value = 0;
    TimeUnit unit = TimeUnit::WorkingDay;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("value", self.value);
        field("unit", self.unit);
    }
};

/// One column of a register book. `value`: "number", "date", "applicant", "subject", "signer", "copies", "fee", "remark", or
/// "fact:NAME" for a fact of the job.
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
/// "applicant".
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

class FactRules;

struct JobKind {
    QString kind;    ///< "certified-copy": lower case, digits and hyphens
    QString version; ///< "2025-07-01"; of two in force the later one counts
    QDate from;      ///< first day in force, Viet Nam
    Wording name;
    QStringList procedures;     ///< national codes it serves
    bool servesPerCopy = false; ///< also every procedure whose catalogue row counts copies and that no kind names
    QJsonObject facts;          ///< JSON Schema of the facts: an object of texts, whole numbers, choices, yes/no and dates
    FactLayout layout;
    bool originalsShown = false; ///< the checklist's papers are shown and given back, so none is missing
    std::vector<LegalGround> refusals;
    JobFee fee;
    std::optional<JobTime> time;
    std::optional<JobBook> book;
    std::vector<JobPaper> papers;
    QString attested;                            ///< "by-hand": numbered in a paper book, outside the program; empty: as `book` and `papers` say
    int signers = 0;                             ///< an or of Role numbers; 0: a supervisor
    QString authority;                           ///< printed above the signer where the account has none
    QJsonObject templates;                       ///< form name → template (forms/print explains the language); built-in ones may be left out
    std::shared_ptr<const FactRules> rules = {}; ///< `facts` as readJobKind() has read them

    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("kind", self.kind);
        field("version", self.version);
        field("from", self.from);
        field("name", self.name);
        field("procedures", self.procedures);
        field("servesPerCopy", self.servesPerCopy);
        field("facts", self.facts);
        field("layout", self.layout);
        field("originalsShown", self.originalsShown);
        field("refusals", self.refusals);
        field("fee", self.fee);
        field("time", self.time);
        field("book", self.book);
        field("papers", self.papers);
        field("attested", self.attested);
        field("signers", self.signers);
        field("authority", self.authority);
        field("templates", self.templates);
    }
};

}
