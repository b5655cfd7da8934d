#pragma once

#include "app/domain/Catalogue.h"
#include "app/domain/jobs/JobKind.h"
#include "app/domain/jobs/JobTerms.h"

namespace motcua::domain {

/// The kind that serves every procedure which no other kind names, and whose papers every dossier may have.
inline constexpr char generalKind[] = "general";

/// Every version of every kind of job that is known here: those that come with the program, and what the province published. A
/// value; copies share what they hold.
class Jobs {
public:
    /// Keeps a description beside those that are there; the same kind and version again takes its place.
    void put(JobKind kind);
    const std::vector<std::shared_ptr<const JobKind>>& kinds() const { return m_kinds; }

    /// The description a dossier was accepted under; null when it is not known here.
    const JobKind* find(const QString& kind, const QString& version) const;
    /// The version in force on a day; null when there is none, or when its last day is over.
    const JobKind* inForce(const QString& kind, QDate day) const;
    /// The kinds that a procedure offers on a day, by name; never empty where the general kind is known.
    std::vector<const JobKind*> serving(const Procedure& procedure, QDate day) const;

    /// The papers that may come out of a dossier: the kind's own, then the general ones. By the description it was accepted under.
    std::vector<JobPaper> papersOf(const JobTerms& terms, QDate day) const;
    /// Null when the form belongs to no paper of the dossier.
    std::optional<JobPaper> paper(const JobTerms& terms, QDate day, const QString& form) const;
    /// The template that was published with the dossier's description; empty: the one that comes with the program.
    QString templateOf(const JobTerms& terms, QDate day, const QString& form) const;

    /// The books of the kinds that are in force on a day from `first` to `last`, one for each symbol.
    std::vector<JobBook> books(QDate first, QDate last) const;
    /// The newest description of a book; null when no kind has it.
    const JobBook* book(const QString& symbol) const;
    /// The template that was published with it; empty: the one that comes with the program.
    QString bookTemplate(const QString& symbol) const;

    /// The newest kind that has the book; null when none has it.
    const JobKind* ofBook(const QString& symbol) const;

private:
    std::vector<std::shared_ptr<const JobKind>> m_kinds;
};

/// The variant of the attestation that a dossier owes; null: its kind has none of its own, or is not known here.
const JobAttestation* attestationOf(const Jobs& jobs, const JobTerms& terms);

/// What a dossier owes that is accepted as this kind with these facts and parties, of this procedure. Of the attestation's variants the first
/// whose condition holds, so it stays what it was whatever is published later.
JobTerms termsOf(const JobKind& job, const ProcedureVersion& procedure, const QJsonObject& facts, const std::vector<Party>& parties = {});

}
