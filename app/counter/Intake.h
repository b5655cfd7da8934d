#pragma once

#include "app/counter/CommandRunner.h"
#include "app/counter/IntakeForm.h"
#include "app/counter/Jotter.h"
#include "app/counter/PageSink.h"
#include "app/counter/Warning.h"
#include "app/domain/Catalogue.h"
#include "app/domain/jobs/FactCheck.h"
#include "app/domain/jobs/FactField.h"

#include <QTimer>

namespace motcua::counter {

class Printing;

/// How receive(), refuse() and askSupplement() ended.
struct IntakeOutcome {
    domain::DossierId dossier;
    QString code;          ///< dossier code, or the slip's number for forms 02 and 03
    QLatin1String offered; ///< offer::accepted, supplementAsked or refused: the paper that is being printed
};

/// One unfinished intake, which is one draft: every field is on disk within 300 ms of being set, every page at once, and a crash,
/// a lock or a power cut brings it back as it was. Turns into a dossier by receive(), refuse() or askSupplement().
/// Owner: Counter. Thread: GUI.
class Intake : public QObject, public PageSink, public Jotter {
    Q_OBJECT

public:
    Intake(const Ports& ports, const Desk& desk, CommandRunner& runner, Printing& printing);
    ~Intake() override;

    const IntakeForm& form() const { return m_form; }
    /// Nothing has been typed, read or scanned.
    bool isBlank() const;
    /// Null until one is chosen.
    const domain::Procedure* procedure() const;
    /// The kinds of job that the procedure offers; empty until one is chosen.
    std::vector<const domain::JobKind*> jobKinds() const;
    /// The one that is taken in; null until a procedure is chosen.
    const domain::JobKind* job() const;
    /// Whether what stands in a fact, or is typed there, cannot be taken: too many, no date.
    bool isWrong(const QString& fact) const;
    /// The facts that the job asks for and the card shows, as they stand.
    QJsonObject facts() const;
    /// Where a field of the applicant came from; names as in Applicant::describe.
    domain::Origin originOf(const QString& field) const;

    /// Worked out from the form as it stands.
    const std::vector<domain::FeeLine>& fees() const { return m_fees; }
    qint64 feeTotal() const;
    /// UTC, as if it were received now; invalid when the catalogue gives no time.
    QDateTime due() const;
    /// The 15:00 rule applies to this procedure and today's hour has passed.
    bool isAfterCutOff() const;
    /// As the job has it, else the procedure.
    domain::JobTime timeLimit() const;
    const std::vector<Warning>& warnings() const { return m_warnings; }
    /// Required papers that were not handed in.
    QStringList missing() const;
    /// What keeps receive() from succeeding, in the order of the form: "procedure", "name", "fact:NAME" for each fact of the job,
    /// "papers", "fee". Empty: ready.
    QStringList gaps() const;
    /// Grounds for form 03, the procedure's own first.
    std::vector<domain::LegalGround> refusalGrounds() const;
    /// Favourite procedures of the unit, in order.
    std::vector<const domain::Procedure*> favourites() const;
    std::vector<const domain::Procedure*> findProcedures(const QString& text, int limit = 20) const;

    /// Unfinished intakes of whoever is seated, newest first; the current one included.
    std::vector<domain::ports::Draft> drafts() const;
    domain::DraftId draft() const { return m_draft; }

    // Setters. Text is stored NFC and trimmed. Setting a value by hand makes its origin Typed.
    void setProcedure(const QString& code);
    void setChannel(domain::Channel channel);
    void setApplicantKind(domain::ApplicantKind kind);
    /// `field` as in Applicant::describe: "name", "personalId", "formerId", "sex", "address", "phone", "email".
    void setApplicantText(const QString& field, const QString& text);
    void setBirthDate(QDate date);
    /// One of jobKinds().
    void setJobKind(const QString& kind);
    /// A blank text or null takes the fact back.
    void setFact(const QString& fact, const QJsonValue& value);
    void setPaper(int index, domain::PaperKind kind, int quantity, bool shownOnly = false);
    void addPaper(const QString& name);
    void setTypedFee(qint64 amount);
    void setExemption(const QString& ground);
    void setNote(const QString& note);

    /// Words on their way into a field: what a crash finds here is set when the draft comes back. Fields are named as in
    /// setApplicantText(), besides "fact:NAME", "exemption" and "note"; words of any other name wait for the screen that knows it.
    QString jotted(const QString& field) const override;
    void jot(const QString& field, const QString& text) override;

    /// A card's QR as a keyboard-wedge scanner types it. All fields or none. Errors: "card.input-method", "card.field-count",
    /// "card.number", "card.former-number", "card.name", "card.birth-date", "card.sex", "card.issue-date".
    base::Outcome applyCardQr(const QString& text);
    /// Fills the applicant from an earlier dossier.
    base::Outcome applyEarlier(domain::DossierId dossier);

    /// Goes on with a dossier that was given form 02 at an earlier intake: the citizen is back with the papers.
    base::Outcome continueDossier(domain::DossierId dossier);

    /// Seals the page, adds it to the current paper; a card's QR on it fills the applicant if that is still empty.
    /// Errors: "blob.…", "draft.…".
    base::Outcome take(const domain::ports::ScannedPage& page) override;
    /// The pages of a file that stays outside until they are safe: all of them in one saving of the draft, or none.
    base::Outcome takeAll(const std::vector<domain::ports::ScannedPage>& pages);
    /// The paper that scanned pages go to; 0 at first.
    int currentPaper() const { return m_currentPaper; }
    void setCurrentPaper(int index);
    void removePage(int paper, int page);
    void movePage(int paper, int from, int to);
    base::Result<QByteArray> pageContent(int paper, int page) const;

    /// Accepts: takes the dossier code, hands the dossier to the supervisors' tray in the same transaction, prints form 01.
    base::Result<IntakeOutcome> receive();
    /// Form 03.
    base::Result<IntakeOutcome> refuse(const QString& reason, const QString& legalBasis);
    /// Form 02 at intake. Empty `items`: the missing papers.
    base::Result<IntakeOutcome> askSupplement(const QStringList& items, const QString& reason, const QString& legalBasis);

    /// On disk now; error "draft.…" when it is not.
    base::Outcome saveNow();

public slots:
    /// Puts the current one aside (it stays a draft) and begins another.
    void startNew();
    void resume(motcua::domain::DraftId draft);
    /// Throws the current one away.
    void discard();
    /// Brings back the newest unfinished intake of whoever is seated, if there is one.
    void restore();

signals:
    /// Any field, page, fee, deadline or warning.
    void changed();
    void procedureChanged();
    void applicantChanged();
    void pagesChanged();
    void saved();
    void saveFailed(const motcua::base::Error& error);
    void restored();
    void received(const motcua::counter::IntakeOutcome& outcome);
    void refused(const motcua::counter::IntakeOutcome& outcome);
    void supplementAsked(const motcua::counter::IntakeOutcome& outcome);

private:
    void touch();
    void keep();
    void settleJottings();
    bool settle(const QString& field, const QString& text);
    std::optional<domain::FactField> factField(const QString& fact) const;
    void recompute();
    void clear();
    void load(const domain::ports::Draft& draft);
    void noteOrigin(const QString& field, domain::Origin origin);
    void fillPapers();
    void beginFacts();
    std::vector<domain::FactFault> faults() const;
    bool sameSubject(const domain::ports::DossierRow& row) const;
    void addPage(domain::Page page, const QStringList& codes);
    void addPersonalIdWarnings();
    void addDuplicateWarning();
    void addCutOffWarning();
    base::Result<IntakeOutcome> finish(const std::vector<domain::Command>& commands, const char* offered);

    Ports m_ports;
    const Desk& m_desk;
    CommandRunner& m_runner;
    Printing& m_printing;
    IntakeForm m_form;
    domain::DraftId m_draft;
    bool m_dirty = false;
    int m_currentPaper = 0;
    std::vector<domain::FeeLine> m_fees;
    std::vector<Warning> m_warnings;
    QTimer m_saveTimer;
    QTimer m_minute;
};

}
