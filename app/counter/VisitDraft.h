#pragma once

#include "app/counter/PageHolder.h"
#include "app/counter/Ports.h"
#include "app/counter/VisitForm.h"

namespace motcua::counter {

/// One that was put aside, in a line.
struct UnfinishedVisit {
    domain::DraftId id;
    QString who;                 ///< who asks; empty: nobody was named yet
    std::vector<QString> papers; ///< what each is about, in the words of the book's row; empty: not said yet
    QDateTime changed;
    bool isAsked = false; ///< a paper of it waits for what form 02 asks for
};

/// The keeper of the draft that an unfinished visit is, as IntakeDraft is of an intake: all its papers are on disk within 300 ms of anything that is
/// said, every page at once. Owner: Bench. Thread: GUI.
class VisitDraft : public QObject, public PageHolder {
    Q_OBJECT

public:
    VisitDraft(const Ports& ports, const Desk& desk, VisitForm& visit);
    ~VisitDraft() override;

    /// Null until something was kept.
    domain::DraftId id() const { return m_id; }
    /// Unfinished visits of whoever is seated besides the one in hand, the one that was left first in front.
    std::vector<UnfinishedVisit> others() const;

    base::Outcome take(const domain::ports::ScannedPage& page) override;
    base::Outcome takeAll(const std::vector<domain::ports::ScannedPage>& pages) override;
    PageActs& pages() override { return m_visit.form().pages(); }
    QString purpose() const override { return QString::number(m_turn); }
    base::Result<QByteArray> pageContent(int paper, int page) const override;
    base::Outcome turnPage(int paper, int page) override;

    /// On disk now; error "draft.…" when it is not.
    base::Outcome saveNow();
    /// Puts the visit in hand aside, and takes up another; null: begins a new one. Nothing is lost where the disk does not take it: error "draft.…";
    /// "draft.gone".
    base::Outcome turnTo(domain::DraftId visit);
    /// The same with the visit in which a paper waits that was given form 02, whoever wrote it; nothing: there is none here.
    std::optional<base::Outcome> turnToAsked(domain::DossierId dossier);
    /// A paper of a visit that is not in hand, or of one that has ended: it waits among the others.
    base::Outcome keepAside(const IntakeContent& paper);
    /// What was kept aside of this dossier alone is not wanted any more.
    void dropAside(domain::DossierId dossier);
    /// Brings back what was open when whoever is seated was here last, if anything was.
    void restore();
    /// The visit has become events and its draft left the disk with them.
    void settle();

signals:
    void saved();
    void saveFailed(const motcua::base::Error& error);

private:
    base::Outcome write(const Visit& visit);
    base::Outcome dropOwn();
    void dropUnused();
    std::vector<domain::ports::Draft> drafts() const;
    base::Outcome turnTo(const std::optional<domain::ports::Draft>& another);
    void load(const domain::ports::Draft& draft);
    void forget();

    Ports m_ports;
    const Desk& m_desk;
    VisitForm& m_visit;
    domain::DraftId m_id;
    bool m_dirty = false;
    int m_turn = 0; ///< how often another paper was in hand
    QTimer m_saveTimer;
};

/// Empty when the draft is none of a visit, or damaged.
std::optional<Visit> visitIn(const domain::ports::Draft& draft);

}
