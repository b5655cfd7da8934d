#pragma once

#include "app/counter/IntakeContent.h"
#include "app/counter/Jotter.h"
#include "app/counter/PageActs.h"
#include "app/counter/Warning.h"
#include "app/domain/jobs/FactCheck.h"
#include "app/domain/jobs/FactField.h"
#include "app/domain/ports/Archive.h"

#include <QObject>
#include <QTimer>

namespace motcua::domain {
struct CardQr;
struct Passport;
}

namespace motcua::counter {

class CommandRunner;
class Desk;

/// The form of an intake with its rules: what stands in each field, and what follows from it (the job, fees, the due moment, what is
/// odd and what is still open). Knows nothing of disks; whoever keeps it listens to edited(). Owner: Intake. Thread: GUI.
class IntakeForm : public QObject, public Jotter {
    Q_OBJECT

public:
    IntakeForm(const domain::ports::Archive& archive, const Desk& desk, const CommandRunner& runner);
    ~IntakeForm() override;

    const IntakeContent& content() const { return m_content; }
    /// Nothing has been typed, read or scanned.
    bool isBlank() const { return m_content.isBlank(); }
    /// An accepted dossier is being put right: its procedure and its kind of job stand.
    bool isCorrection() const { return m_content.correction.has_value(); }
    /// What stands in the form, as a dossier would have it.
    domain::Correctable asCorrected() const;
    /// Null until one is chosen.
    const domain::Procedure* procedure() const;
    /// The kinds of job that the procedure offers; empty until one is chosen.
    std::vector<const domain::JobKind*> jobKinds() const;
    /// The one that is taken in; null until a procedure is chosen.
    const domain::JobKind* job() const;
    /// The facts that the job asks for and the card shows, as they stand.
    QJsonObject facts() const;
    /// Whether what stands in a fact, or is typed there, cannot be taken: too many, no date.
    bool isWrong(const QString& fact) const;
    /// Where a field of the applicant came from; names as in Applicant::describe.
    domain::Origin originOf(const QString& field) const;
    QString applicantText(const QString& field) const;
    QDate applicantDate(const QString& field) const;
    domain::Who who() const;
    bool isThroughProxy() const;
    /// Who asks, as a dossier would have it.
    domain::Applicant applicant() const;
    /// Whether the holder of this card or passport is somebody else than the applicant, or a body's representative, as far as one is known.
    bool isAnothers(const domain::IdentityMark& shown, const QString& name) const;
    /// Likewise, than the proxy.
    bool isAnotherProxys(const domain::IdentityMark& shown, const QString& name) const;
    /// Nothing but what one card or passport said of the applicant.
    bool saysOnlyWhoShowedPapers() const;
    /// The next card is the proxy's: the applicant is known, the proxy is not, or it is the proxy's again.
    bool isProxysTurn(const domain::IdentityMark& shown) const;

    /// Worked out from the form as it stands.
    const std::vector<domain::FeeLine>& fees() const { return m_fees; }
    qint64 feeTotal() const;
    /// UTC, as if it were received now: the day that was agreed on where the catalogue has no time; invalid while there is none.
    QDateTime due() const;
    /// It is due later than the time limit says, on a day that was agreed on in writing.
    bool isByAgreement() const { return m_content.extension && m_content.extension->agreed; }
    /// What keeps the parties from being taken, as domain::partyFaults() has it; none before a procedure is chosen.
    std::vector<base::Error> partyFaults() const;
    /// Whether the extension can be taken: the errors of domain::checkExtension().
    base::Outcome extensionFault() const;
    /// The day that was agreed on lies before today.
    bool isDuePast() const;
    /// It is no working day.
    bool isDueOnDayOff() const;
    /// The 15:00 rule applies to this procedure and today's hour has passed.
    bool isAfterCutOff() const;
    /// As the job has it, else the procedure.
    domain::JobTime timeLimit() const;
    /// What neither the job nor the catalogue says, so that the clerk supplies it.
    domain::ProcedureLacks lacks() const;
    /// Whether the clerk types the fee.
    bool isFeeTyped() const;
    const std::vector<Warning>& warnings() const { return m_warnings; }
    /// The dossier of the same person and procedure that was given form 02 at intake and was not gone on with; null: none.
    domain::DossierId comingBack() const { return m_comingBack; }
    /// Nothing but who asks for what.
    bool saysOnlyWhoAndWhat() const;
    /// Required papers that were not handed in.
    QStringList missing() const;
    /// What keeps it from being received, words that are still being typed counted, in the order of the form: "procedure", each field of the
    /// applicant that is missing or wrong, named as in Applicant::describe, "fact:NAME" for each fact of the job, "papers", "due" (a day from today
    /// on, with its ground), "dueGround" (the ground alone), "fee", "parties", "extension". Empty: ready.
    QStringList gaps() const;
    /// Whether it is said who asks for what, as a slip needs it; words that are still being typed count. Errors: "dossier.no-procedure", those of
    /// domain::checkApplicant().
    base::Outcome whoAndWhat() const;
    /// What stands in the applicant's fields and cannot be taken, as domain::applicantFaults() has it; what is being typed is not judged yet.
    const std::vector<base::Error>& faults() const { return m_faults; }
    /// Whether something stands in this field, one of gaps(), and cannot be taken.
    bool isGapWrong(const QString& gap) const;
    /// Grounds for form 03, the job's own first.
    std::vector<domain::LegalGround> refusalGrounds() const;
    /// Favourite procedures of the unit, in order.
    std::vector<const domain::Procedure*> favourites() const;
    std::vector<const domain::Procedure*> findProcedures(const QString& text, int limit = 20) const;

    // Setters. Text is stored NFC and trimmed. Setting a value by hand makes its origin Typed.
    void setProcedure(const QString& code);
    void setChannel(domain::Channel channel);
    /// How many sets of the papers were handed in, 1 or more.
    void setSets(int sets);
    /// Where the citizen wants the result.
    void setResultWay(domain::ResultWay way);
    /// What was typed for the other kinds stays in the form until it is received, and goes nowhere.
    void setWho(domain::Who who);
    void setThroughProxy(bool throughProxy);
    /// `field` as in Applicant::describe: any that is text, such as "name", "passportNumber", "taxCode", "proxyName".
    void setApplicantText(const QString& field, const QString& text);
    /// Who asks is said elsewhere on the screen: it takes the place of all that stood in the applicant's fields.
    void setApplicant(const domain::Applicant& applicant);
    /// "passportExpiry" or "proxyGroundDate".
    void setApplicantDate(const QString& field, QDate date);
    void setBirthDate(QDate date);
    /// Where no paper says a day.
    void setBornIn(const domain::BornIn& born);
    /// One of jobKinds().
    void setJobKind(const QString& kind);
    /// A blank text or null takes the fact back.
    void setFact(const QString& fact, const QJsonValue& value);
    void setPaper(int index, domain::PaperKind kind, int quantity, bool shownOnly = false);
    void addPaper(const QString& name);
    /// That no papers are needed, where the catalogue names none.
    void setNoPapers(bool none);
    /// In any order; each in a role of the kind.
    void setParties(std::vector<domain::Party> parties);
    /// Of the kind's time limit, with setAgreedDue() where it is by agreement; nothing: it holds.
    void setExtension(std::optional<domain::Extension> extension);
    /// Which papers it stands with; null: it comes alone.
    void setVisit(domain::VisitId visit);
    void setAgreedDue(QDate day);
    void setDueGround(const QString& ground);
    /// 0: nothing is due; -1: not given.
    void setTypedFee(qint64 amount);
    void setExemption(const QString& ground);
    void setNote(const QString& note);

    /// Words on their way into a field: what a crash finds here is set when the draft comes back. Fields are named as in
    /// setApplicantText(), besides "fact:NAME", "dueGround", "exemption" and "note"; words of any other name wait for the screen that knows it.
    QString jotted(const QString& field) const override;
    void jot(const QString& field, const QString& text) override;

    /// A card's QR as a keyboard-wedge scanner types it. All fields or none. Errors: as CardQr::parse().
    base::Outcome applyCardQr(const QString& text);
    /// What was being typed into its fields gives way to it. A body's card is its representative's. Where it is another person's than who stands
    /// here, nothing of who stood here stays: phone, addresses, former number, proxy, exemption.
    void applyCard(const domain::CardQr& card);
    /// Likewise; the ground goes too.
    void applyProxyCard(const domain::CardQr& card);
    // As a card: the lines were checked when they were read.
    void applyProxyPassport(const domain::Passport& passport);
    void applyPassport(const domain::Passport& passport);
    /// Fills the applicant from an earlier dossier.
    base::Outcome applyEarlier(domain::DossierId dossier);

    /// Its scanned pages, how they lie among the papers.
    PageActs& pages() { return m_pages; }
    const PageActs& pages() const { return m_pages; }
    /// A card's QR on one of them fills the applicant if that is still empty.
    void addPages(KeptPages kept);

    /// Empties it.
    void clear();
    /// What a draft kept takes the place of what stands here.
    void open(IntakeContent content);
    /// As it was before something that could not be kept.
    void takeBack(IntakeContent content);
    /// It is of this dossier from now on.
    void setDossier(domain::DossierId dossier);
    /// Goes on with a dossier that was given form 02 at an earlier intake; the form is empty.
    void goOnWith(const domain::Dossier& dossier);
    /// What was just said of whom it is for takes the place of what was said before; what it leaves out stays.
    void takeOver(const IntakeContent& said);

    /// Puts an accepted dossier right; the form is empty.
    void correct(const domain::Dossier& dossier);
    /// A new intake that says all that `dossier` does; the form is empty.
    void takeAgain(const domain::Dossier& dossier, qint64 madeFrom);

signals:
    /// Another intake stands here, or none.
    void replaced();
    /// Something is being typed: gaps() may have changed, nothing else has.
    void typed();
    /// Any field, page, fee, deadline or warning.
    void changed();
    /// Something was set that a draft must keep.
    void edited();
    void procedureChanged();
    void applicantChanged();
    void pagesChanged();

private:
    void fillFrom(const domain::Dossier& dossier);
    QStringList wrongDates() const;
    QStringList applicantGaps() const;
    domain::Applicant applicantAsTyped() const;
    /// As it would be kept; a field that is none of the applicant's texts changes nothing.
    static void setText(domain::Applicant& applicant, const QString& field, const QString& text);
    void findFaults();
    bool isFaulty(const QString& field) const;
    void touch();
    void noteEdit();
    void tellAll();
    void settleJottings();
    bool settle(const QString& field, const QString& text);
    void recompute();
    std::vector<domain::FeeLine> workedOutFees() const;
    // Of a dossier that is being put right.
    bool isAgreedAsBefore() const;
    bool feeIsAsBefore() const;
    void setBirth(QDate date, const domain::BornIn& born);
    void noteOrigin(const QString& field, domain::Origin origin);
    /// These were read at once: what was being typed into them goes.
    void noteRead(std::initializer_list<const char*> fields, domain::Origin origin);
    void leaveTo(const domain::IdentityMark& shown, const QString& name);
    void leaveProxyTo(const domain::IdentityMark& shown, const QString& name);
    void fillPapers();
    void beginFacts();
    QJsonObject factsAsTyped(const domain::JobKind& kind) const;
    /// What is being typed into a field, else its value.
    QString asTyped(const QString& field, const QString& value) const;
    std::vector<domain::FactFault> factFaults() const;
    std::optional<domain::FactField> factField(const QString& fact) const;
    bool sameSubject(const domain::ports::DossierRow& row) const;
    void addPersonalIdWarnings();
    void addPaperWarnings();
    void addDuplicateWarning();
    void addComingBackWarning();
    bool isApplicantOf(const domain::ports::DossierRow& row) const;
    void addCutOffWarning();

    const domain::ports::Archive& m_archive;
    const Desk& m_desk;
    const CommandRunner& m_runner;
    IntakeContent m_content;
    PageActs m_pages;
    std::vector<domain::FeeLine> m_fees;
    std::vector<Warning> m_warnings;
    std::vector<base::Error> m_faults;
    domain::DossierId m_comingBack;
    QTimer m_minute;
};

}
