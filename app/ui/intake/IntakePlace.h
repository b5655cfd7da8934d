#pragma once

#include "app/counter/Counter.h"
#include "app/ui/widgets/PlacePage.h"

namespace motcua::ui {

class ApplicantCard;
class ChecklistCard;
class FactCard;
class IntakeSummary;
class PagesPanel;
class ProcedurePicker;
class ProxyCard;
class PutAsideCard;
class ReasonPrompt;
class ScrollColumn;
class SlipPanel;
class TermsCard;

/// Tiếp nhận: from the citizen's card to the receipt. The form on the left, the scanned pages on the right at full height; below the form, always in
/// sight, what it costs, when it is due and what is missing. Everything typed is a draft on disk at once.
class IntakePlace : public PlacePage {
    Q_OBJECT

public:
    explicit IntakePlace(counter::Counter& counter, QWidget* parent = nullptr);

    void activate() override;
    void forget() override;
    void deactivate() override;
    void openDraft(domain::DraftId draft) override;
    /// The card's holder becomes the applicant; somebody else's work in hand is not written over unless the card comes twice.
    bool takeCard(const domain::CardQr& card) override;
    bool takePassport(const domain::Passport& passport) override;
    std::vector<KeyLine> moreKeys() const override;

protected:
    void retranslate() override;

private:
    void layOut();
    void addActions();
    void wire();
    void showProcedure();
    void begin();
    void startNew();
    void openUnfinished();
    void leaveField();
    void showReady();
    void showCorrection();
    void receive();
    void correct(const QString& reason);
    void corrected(const counter::IntakeOutcome& outcome);
    void scan();
    void importFiles();
    /// Returns how many there are.
    int showDrafts();
    void goOn();
    void goOnWithEarlier();
    void done(const counter::IntakeOutcome& outcome);
    void scanEnded(const base::Error& error);
    void tellOfFile(const QString& name, const base::Error& error);

    counter::Counter& m_counter;
    counter::Intake& m_intake;
    ProcedurePicker* m_procedure;
    ApplicantCard* m_applicant;
    ProxyCard* m_proxy;
    FactCard* m_facts;
    ChecklistCard* m_checklist;
    TermsCard* m_terms;
    IntakeSummary* m_summary;
    PagesPanel* m_pages;
    SlipPanel* m_slip;
    PutAsideCard* m_putAside;
    Banner* m_correcting;
    ReasonPrompt* m_answer;
    QWidget* m_form;
    ScrollColumn* m_scroll;
    /// Of whom the next card is expected to be.
    QString presentNumber() const;
    /// A card or a passport: the proxy's when it is their turn, else the applicant's.
    template <class Shown>
    bool takeShown(const Shown& shown, const QString& number, const char* othersError);
    /// Whether what was read is somebody else's and is offered for the first time: the clerk is asked.
    bool isRefused(const QString& present, const QString& number, const char* error);

    QString m_offered; ///< number of the card that was refused because the intake is somebody else's
    ActionButton* m_receive = nullptr;
    ActionButton* m_scan = nullptr;
    ActionButton* m_import = nullptr;
    ActionButton* m_supplement = nullptr;
    ActionButton* m_refuse = nullptr;
    ActionButton* m_comingBack = nullptr;
    ActionButton* m_new = nullptr;
    ActionButton* m_card = nullptr;
};

}
