#pragma once

#include "app/counter/PageHolder.h"
#include "app/counter/Ports.h"
#include "app/domain/Dossier.h"
#include "app/domain/Ids.h"

#include <QObject>
#include <QTimer>

namespace motcua::counter {

class Desk;
class IntakeForm;
struct IntakeContent;

/// The keeper of the draft that an unfinished intake is: every field is on disk within 300 ms of being set, every page at once, and a
/// crash, a lock or a power cut brings it back as it was. Owner: Intake. Thread: GUI.
class IntakeDraft : public QObject, public PageHolder {
    Q_OBJECT

public:
    IntakeDraft(const Ports& ports, const Desk& desk, IntakeForm& form);
    ~IntakeDraft() override;

    /// Null until something was kept.
    domain::DraftId id() const { return m_id; }
    /// Unfinished intakes of whoever is seated, newest first; the current one included.
    std::vector<domain::ports::Draft> drafts() const;

    /// The unfinished work, anybody's, on a dossier that was given form 02 at intake, or that is being put right as it stands; null: this desk has
    /// none.
    base::Result<domain::DraftId> of(const domain::Dossier& dossier) const;

    /// Seals the page and adds it to the form's current paper. Errors: "blob.…", "draft.…".
    base::Outcome take(const domain::ports::ScannedPage& page) override;
    base::Outcome takeAll(const std::vector<domain::ports::ScannedPage>& pages) override;
    PageActs& pages() override;
    QString purpose() const override { return QString::number(m_turn); }
    base::Result<QByteArray> pageContent(int paper, int page) const override;
    base::Outcome turnPage(int paper, int page) override;

    /// On disk now; error "draft.…" when it is not.
    base::Outcome saveNow();
    // What stands in the form is on disk before anything else takes its place: an error "journal.…" or "draft.…" is told by saveFailed() too, and
    // leaves the form as it is.
    /// Puts the current one aside (it stays a draft) and begins another. Where only a card or passport was shown there is no work to keep.
    base::Outcome startNew();
    /// Anybody's at this desk; another's is whose is seated from then on. Error "draft.gone".
    base::Outcome resume(domain::DraftId draft);
    /// Takes up another one of the same citizen. Where the form says only who asks for what, that goes with it: the newer words stand. Else what
    /// stands in the form is put aside.
    base::Outcome goBackTo(domain::DraftId draft);
    /// Throws the current one away.
    base::Outcome discard();
    /// Brings back what was open when whoever is seated was here last, if anything was. What only a card or passport said on an earlier day is kept
    /// no longer, anybody's.
    void restore();
    /// The draft has become events and left the disk with them, or waits there for something else: the form is emptied.
    void settle();

signals:
    void saved();
    void saveFailed(const motcua::base::Error& error);
    void restored();

private:
    base::Outcome dropOwn();
    base::Outcome putAside();
    void dropUnused();
    base::Result<domain::ports::Draft> find(domain::DraftId draft) const;
    base::Outcome write(const IntakeContent& content);
    void keep();
    void forget();
    void load(const domain::ports::Draft& draft);

    Ports m_ports;
    const Desk& m_desk;
    IntakeForm& m_form;
    domain::DraftId m_id;
    bool m_dirty = false;
    int m_turn = 0; ///< how often the form has been another one
    QTimer m_saveTimer;
};

}
