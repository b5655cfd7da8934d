#pragma once

#include "app/domain/Decide.h"
#include "app/domain/Settings.h"
#include "sync/gateway/ledger/Heard.h"
#include "sync/gateway/ledger/KnownJobs.h"
#include "sync/gateway/ledger/KnownLists.h"
#include "sync/gateway/ledger/Mandates.h"
#include "sync/gateway/store/Peer.h"
#include "sync/protocol/Record.h"

#include <QSet>
#include <QStringList>

#include <optional>
#include <vector>

namespace motcua::gateway {

/// Why a record may not stand.
struct Objection {
    base::Error why;
    QStringList missingBlobs = {};
};
/// Nothing: it may stand. An error means that the store failed.
using Verdict = base::Result<std::optional<Objection>>;

inline Verdict may() {
    return std::optional<Objection>();
}
inline Verdict mayNot(base::Error why, QStringList missingBlobs = {}) {
    return std::optional<Objection>({std::move(why), std::move(missingBlobs)});
}
inline Verdict mayNot(const char* code) {
    return mayNot(base::Error{QString::fromLatin1(code)});
}
inline Verdict verdictOf(const base::Outcome& outcome) {
    return outcome ? may() : mayNot(outcome.error());
}
/// True: go on with the next question.
inline bool isFine(const Verdict& verdict) {
    return verdict && !*verdict;
}

/// A desk, and what it could know when it wrote its records.
struct Desk {
    Peer peer;
    domain::UnitCode unit;
    int reads = 1; ///< the newest record version that it reads
    Heard::Past heard;

    static base::Result<Desk> of(const Tables& tables, const Peer& peer);
};

/// What is asked of a desk's record besides its place in the chain: who did it, at which unit, by which rules, and that what it names is
/// held. One judge for what is judged when it comes and for what waited. Within one transaction, by one thread; it remembers the codes
/// that it let pass.
class Judge {
public:
    struct Parts {
        Tables& tables; ///< of the transaction
        const Mandates& mandates;
        const KnownJobs::Edition& jobs;
        std::shared_ptr<const KnownLists::Edition> lists; ///< of the desk's unit; never null
    };
    Judge(Parts parts, Desk desk) : m_parts(std::move(parts)), m_desk(std::move(desk)) {}

    /// A record with what it is about, as it was before.
    struct Case {
        const protocol::RecordHeader& header;
        const domain::Event& event;
        const domain::Dossier& dossier;         ///< version 0: none
        const domain::Volume* volume = nullptr; ///< the one that the event writes in; null: the unit has none such
        qint64 received = 0;                    ///< when it came, UTC milliseconds
        qint64 before = 0;                      ///< when the record before it in the chain says it was written; 0: not known
        /// Of the number that it takes in a unit's volume: the desk's own lease that covers it; null: there is none.
        const domain::HeldLease* lease = nullptr;
    };
    /// Whether the header says the same as the body.
    static bool headerFits(const Case& one);
    /// All of it.
    Verdict allows(const Case& one);

    /// What somebody should look into although nobody here can say for certain that it is wrong; nothing: all is as expected. One at most of what it
    /// says, and one of its clock.
    std::vector<base::Error> doubts(const Case& one) const;
    /// The record stands, and what comes after it in the chain is judged by what it says was heard.
    void take(const domain::Event& event, qint64 seq);

    /// The cursor of what the desk had surely heard when it wrote the record; 0: nothing.
    qint64 heardBy(const Case& one) const { return heardBefore(one); }

    /// Whether what it says of a code is so: a free one of the desk's own, of its day.
    Verdict codeFits(const Case& one);

private:
    /// What a dossier was given of fee slips of its own.
    struct SlipsOf {
        domain::VisitId visit;
        QStringList numbers;
        void add(const domain::Event& event);
    };
    Verdict actorMay(const Case& one);
    Verdict unitFits(const Case& one) const;
    /// What a record says beside its dossier: a free code of its own, blobs that are held, a row that its volume takes.
    Verdict contentFits(const Case& one);
    Verdict jobFits(const Case& one) const;
    /// Whether the desk had a kind once it had heard everything up to a cursor.
    bool wasGiven(const domain::JobKind& job, qint64 since) const;
    Verdict dueFits(const Case& one) const;
    Verdict procedureFits(const Case& one) const;
    bool isCodeOfProvince(const domain::ProcedureVersion& said) const;
    /// What the record says of a procedure is what the province published of it. Field: the first that is not; null: it is all so.
    const char* alteredIn(const domain::ProcedureVersion& said, const Case& one) const;
    Verdict unitsKnown(const Case& one) const;
    Verdict heardFits(const Case& one) const;
    qint64 heardBefore(const Case& one) const;
    Verdict blobsHeld(const Case& one) const;
    // JudgeSigners.cpp
    Verdict signerFits(const Case& one) const;
    Verdict listingFits(const Case& one) const;
    bool isHeard(const domain::ListedLine& line, const Case& one) const;
    std::optional<base::Error> aboutRelatives(const Case& one) const;
    void takeListing(const domain::Event& event);
    // JudgeNumbers.cpp
    Verdict volumeFits(const Case& one) const;
    Verdict numbersFit(const Case& one) const;
    Verdict holdsAll(const domain::NumbersWrittenOff& off) const;
    Verdict isAllGiven(domain::VolumeId volume) const;
    Verdict isOwnFreeCode(const QString& code, domain::DossierId dossier);
    std::optional<base::Error> aboutSharedSlip(const Case& one) const;
    std::optional<base::Error> aboutSuffix(const Case& one) const;
    /// Every one that the desk has or had; read when the first code is looked at.
    base::Result<const std::vector<domain::CodeRange>*> ranges();
    base::Result<bool> isDeskOfUnit(domain::StationId station) const;

    Parts m_parts;
    Desk m_desk;
    domain::Standing m_standing; ///< of the actor of the record that is looked at
    std::optional<std::vector<domain::CodeRange>> m_ranges;
    QHash<QString, QUuid> m_codes;
    QHash<QUuid, SlipsOf> m_slips; ///< by dossier: what stands and is not in the store yet
};

}
