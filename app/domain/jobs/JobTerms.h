#pragma once

#include "app/base/Json.h"

namespace motcua::domain {

/// What a dossier owes by the kind of job it was accepted as: worked out once, at receipt, and kept with the dossier. Rules ask
/// this, never which procedure it is; what the province publishes later does not move it.
struct JobTerms {
    QString kind;         ///< "certified-copy"; empty: taken by no kind (a slip at intake)
    QString version;      ///< of the description, e.g. "2025-07-01"
    QString book;         ///< symbol of the book that gives its number, "SCT/BS"; empty: no number is owed
    QString subject;      ///< what the book's row is about: the document's name
    int copies = 0;       ///< as the book's row counts them
    QString attestation;  ///< the form whose print attests; empty: nothing is attested
    int attestations = 0; ///< how many of it are owed before the result may be handed over
    QJsonObject columns;  ///< what the book's row has besides: column name → value
    int signers = 0;      ///< an or of Role numbers, one of which the approver must have; 0: a supervisor
    QString authority;    ///< printed above the signer where the account names none
    bool byHand = false;  ///< attested on paper outside the program: the number given there is owed before the result may be handed over
    /// Nobody signs who is a party or whose declared list names one. Said only where it is true, so records of before stay as they are.
    std::optional<bool> conflicts = {};

    bool owesNumber() const { return !book.isEmpty(); }
    bool owesAttestations() const { return attestations > 0; }
    friend bool operator==(const JobTerms&, const JobTerms&) = default;

    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("kind", self.kind);
        field("version", self.version);
        field("book", self.book);
        field("subject", self.subject);
        field("copies", self.copies);
        field("attestation", self.attestation);
        field("attestations", self.attestations);
        field("columns", self.columns);
        field("signers", self.signers);
        field("authority", self.authority);
        field("byHand", self.byHand);
        field("conflicts", self.conflicts);
    }
};

}
