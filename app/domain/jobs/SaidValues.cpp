#include "app/domain/jobs/SaidValues.h"

#include "app/domain/jobs/FactCheck.h"

namespace motcua::domain {

namespace {

using forms::Said;
using forms::Vocabulary;

Said always(const char* name) {
    return {QLatin1String(name)};
}

Said maybe(const char* name, const char* with = "") {
    return {QLatin1String(name), Said::Is::Text, false, {}, QLatin1String(with)};
}

Said flag(const char* name, bool isAlways) {
    return {QLatin1String(name), Said::Is::Flag, isAlways};
}

Said list(const char* name, Vocabulary items) {
    return {QLatin1String(name), Said::Is::List, true, std::move(items)};
}

Vocabulary operator+(Vocabulary one, const Vocabulary& other) {
    one.insert(one.end(), other.begin(), other.end());
    return one;
}

Vocabulary head() {
    return {always("parentAuthority"), always("centre"), always("place"), always("date")};
}

Vocabulary person() {
    return {always("applicant"), maybe("personalNumber"), maybe("passport"), maybe("born"), maybe("applicantTaxCode"), maybe("representative"),
        maybe("proxy"), always("submitter"), maybe("submitterRole"), maybe("address"), maybe("phone"), maybe("email")};
}

Vocabulary applicant() {
    return head() + person() + Vocabulary{maybe("code"), always("procedure"), maybe("birthDate")};
}

Vocabulary receipt() {
    return head() + person() +
           Vocabulary{always("number"), always("code"), always("procedure"), always("procedureCode"),
               list("details", {always("name"), always("value")}), list("papers", {always("name"), always("kind"), always("quantity")}),
               maybe("replaces"), flag("papersIncomplete", true), always("sets"), always("timeLimit"), flag("timeLimitKnown", true),
               always("receivedAt"), always("dueAt"), always("fee"), always("feeStatus"), always("delivery"), always("clerk"), maybe("book"),
               maybe("bookEntry", "book")};
}

Vocabulary visit() {
    return head() + person() +
           Vocabulary{always("number"), always("code"), always("count"), maybe("replaces"), always("receivedAt"), always("fee"), always("feeStatus"),
               always("delivery"), always("clerk"),
               list("matters", {always("code"), always("procedure"), always("procedureCode"), always("details"), always("papers"),
                                   always("applicant"), always("timeLimit"), always("fee"), always("dueAt")})};
}

Vocabulary supplement() {
    return head() + person() +
           Vocabulary{always("number"), maybe("code"), always("procedure"), always("procedureCode"), list("items", {always("name"), maybe("note")}),
               always("reason"), list("reasons", {always(".")}), maybe("legalBasis"), always("stage"), always("contact"), always("clerk"),
               maybe("supplementBy"), always("qr")};
}

Vocabulary refusal() {
    return head() + person() +
           Vocabulary{always("number"), always("procedure"), always("procedureCode"), list("reasons", {always(".")}), maybe("legalBasis"),
               always("contact"), always("clerk")};
}

Vocabulary entry() {
    return {always("topMm"), always("number"), always("volume"), always("date"), always("signerTitle"), always("signerName"), maybe("capacity"),
        maybe("acting"), flag("ownSheet", true)};
}

Vocabulary fee() {
    return head() + Vocabulary{always("number"), always("code"), always("payer"), maybe("address"), maybe("exemption"),
                        list("lines", {always("name"), always("quantity"), always("unitPrice"), always("amount")}), always("total"),
                        always("totalInWords"), always("payment"), flag("paidOnline", true), maybe("paidBefore"), always("collector"),
                        maybe("taxCode"), maybe("payerTaxCode"), maybe("paymentQr"), maybe("proxy"), always("submitter"), maybe("submitterRole")};
}

Vocabulary facts(const JobParts& parts) {
    Vocabulary values;
    for (const FactField& field : parts.fields) {
        const FactCell* cell = cellOf(parts.job.layout, field.name);
        const bool isAlways = field.required && (!cell || cell->when.isEmpty());
        const QString name = QStringLiteral("fact_") + field.name;
        values.push_back({name, field.type == FactType::YesNo ? Said::Is::Flag : Said::Is::Text, isAlways});
        const bool isTime = field.type == FactType::Time;
        if (isTime || field.type == FactType::Number || field.type == FactType::Date)
            values.push_back({name + QStringLiteral("_words"), Said::Is::Text, isAlways, {}, isAlways ? QString() : name});
        if (isTime)
            values.push_back({name + QStringLiteral("_spoken"), Said::Is::Text, isAlways, {}, isAlways ? QString() : name});
    }
    return values;
}

Vocabulary parties(const JobParts& parts) {
    const Vocabulary party{always("who"), always("name"), always("identity"), maybe("born"), maybe("address"), maybe("standsFor"),
        flag("fingerprint", true), flag("neither", true)};
    Vocabulary values{list("people", party), flag("several", true), flag("noneSigns", true), always("manner")};
    for (const PartyRole& role : parts.job.parties)
        values.push_back({QStringLiteral("party_") + role.role, Said::Is::List, true, party});
    return values;
}

Vocabulary attestation(const JobParts& parts) {
    Vocabulary values{always("day"), always("dateWords"), always("where"), always("office"), always("certifier"), always("certifierTitle"),
        always("receivedBy"), always("mark")};
    if (parts.job.keeps && !parts.job.keeps->words.isEmpty())
        values.push_back(always("kept"));
    return values;
}

}

Vocabulary saidBy(const QString& block, const JobParts& parts) {
    constexpr std::pair<const char*, Vocabulary (*)()> blocks[] = {{"applicant", applicant}, {"receipt", receipt}, {"supplement", supplement},
        {"refusal", refusal}, {"entry", entry}, {"fee", fee}, {"visit", visit}};
    for (const auto& [name, values] : blocks)
        if (block == QLatin1String(name))
            return values();
    constexpr std::pair<const char*, Vocabulary (*)(const JobParts&)> ofKind[] = {
        {"facts", facts}, {"parties", parties}, {"attestation", attestation}};
    for (const auto& [name, values] : ofKind)
        if (block == QLatin1String(name))
            return values(parts);
    return {};
}

Vocabulary saidBy(const JobPaper& paper, const JobParts& parts) {
    Vocabulary all;
    for (const QString& block : paper.says)
        for (Said& said : saidBy(block, parts)) {
            const auto same = std::find_if(all.begin(), all.end(), [&](const Said& known) { return known.name == said.name; });
            if (same == all.end()) {
                all.push_back(std::move(said));
            } else {
                said.always = said.always || same->always;
                *same = std::move(said);
            }
        }
    return all;
}

Vocabulary saidByBook() {
    return {always("parentAuthority"), always("centre"), always("title"), always("volume"), always("mark"), always("year"),
        list("columns", {always("title"), always("width")}),
        list("entries", {list("cells", {flag("struck", true), maybe("text"), flag("right", false), flag("middle", false), maybe("spoiled"),
                                           maybe("spoiledBy", "spoiled"), maybe("writtenOff"), maybe("noted")})}),
        list("closing", {always("total"), always("totalName"), maybe("copies"), maybe("copiesName", "copies"), maybe("fee"), maybe("feeName", "fee"),
                            maybe("spoiled"), maybe("writtenOff"), maybe("date"), maybe("signerTitle", "date"), maybe("signerName", "date"),
                            maybe("capacity"), maybe("acting"), maybe("why")}),
        Said{QStringLiteral("cover"), Said::Is::List, false, {maybe("opened"), maybe("closed")}}, maybe("month")};
}

}
