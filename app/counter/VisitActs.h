#pragma once

#include "app/counter/HeldActs.h"
#include "app/counter/IntakeActs.h"
#include "app/counter/VisitDraft.h"

namespace motcua::counter {

/// What a visit ends in: each paper becomes a dossier with a code of its own, all in one transaction, which also drops the draft; a paper that must
/// not be certified leaves the visit with form 03. Owner: Bench. Thread: GUI.
class VisitActs : public QObject {
    Q_OBJECT

public:
    VisitActs(const Ports& ports, const Desk& desk, CommandRunner& runner, Printing& printing, HeldActs& held, VisitForm& visit, VisitDraft& draft);

    /// Accepts every paper in which anything was said and hands them to the supervisors' tray; one receipt for all comes out. Outcomes: one for each
    /// paper, in the order of the visit. Errors: those of IntakeActs::receive(), with `paper` (its place in the visit, from 0) where it is about one;
    /// "visit.nothing".
    base::Result<std::vector<IntakeOutcome>> receive();
    /// Whether receive() would go through now; nothing happens.
    base::Outcome mayReceive() const;
    /// Form 03 for the paper in hand, held back for as long as it can be taken back; the visit goes on without it. Errors: those that it would have
    /// when it is done, and "draft.…": then the paper stays.
    base::Outcome holdRefusal(const QString& reason, const QString& legalBasis);
    /// Form 02 for the paper in hand, held back likewise; it waits among the unfinished visits for the citizen to come back. Empty `items`: the
    /// missing papers.
    base::Outcome holdAsking(const QStringList& items, const QString& reason, const QString& legalBasis);

signals:
    void received(const std::vector<motcua::counter::IntakeOutcome>& outcomes);
    /// On record, and being printed.
    void refused(const motcua::counter::IntakeOutcome& outcome);
    void asked(const motcua::counter::IntakeOutcome& outcome);
    /// `opened`: the paper is in hand again; else it waits among the unfinished visits.
    void takenBack(bool opened);

private:
    struct Receiving {
        std::vector<Batch> batches;
        std::vector<int> papers; ///< the place in the visit, by batch
    };
    base::Result<Receiving> receiving() const;
    static base::Error inVisit(base::Error error, const Receiving& all);
    base::Outcome holdSlip(const char* act, QJsonObject slip);
    base::Outcome keepAsked(const HeldAct& act);
    void giveBack(const HeldAct& act);
    QString slipNumberOf(domain::DossierId dossier) const;

    Ports m_ports;
    const Desk& m_desk;
    CommandRunner& m_runner;
    Printing& m_printing;
    HeldActs& m_held;
    VisitForm& m_visit;
    VisitDraft& m_draft;
};

}
