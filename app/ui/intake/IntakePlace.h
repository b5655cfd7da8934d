#pragma once

#include "app/counter/Counter.h"
#include "app/ui/widgets/PlacePage.h"

class QShortcut;

namespace motcua::ui {

class ApplicantCard;
class ChecklistCard;
class CorrectionBanner;
class EarlierIntake;
class FactCard;
class FormScroll;
class IntakeParties;
class IntakeSummary;
class LeadToCause;
class PageKeys;
class PageSources;
class PagesPanel;
class PartiesCard;
class ProcedurePicker;
class ProxyCard;
class PutAsideCard;
class ReasonPrompt;
class ShownPapers;
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
    void undo() override;
    std::vector<KeyLine> moreKeys() const override;

protected:
    void retranslate() override;

private:
    void layOut();
    void addActions();
    void wire();
    void showProcedure();
    void begin();
    bool isNameNext() const;
    void startNew();
    void openUnfinished();
    void leaveField();
    bool mayBeRecorded() const;
    void showReady();
    void showCorrection();
    void receive();
    void askWhatWasPutRight();
    void openSupplement();
    void openRefusal();
    bool saysWhoAndWhat();
    void correct(const QString& reason);
    void showNotPutRight(const base::Error& error);
    void corrected(const counter::IntakeOutcome& outcome);
    /// Returns how many there are.
    int showDrafts();
    void goOn();
    bool leadToBench();
    void goOnFromProxy();
    void goOnWithEarlier();
    void showAnother(const base::Outcome& opened);
    void showHeld(const base::Outcome& held);
    void showTakenBack(bool opened);
    void beginNext();
    bool isUnprinted(domain::DossierId dossier) const;
    void tellDone(const counter::IntakeOutcome& outcome);

    counter::Counter& m_counter;
    counter::Intake& m_intake;
    ProcedurePicker* m_procedure;
    ApplicantCard* m_applicant;
    ProxyCard* m_proxy;
    PartiesCard* m_parties;
    FactCard* m_facts;
    ChecklistCard* m_checklist;
    TermsCard* m_terms;
    IntakeSummary* m_summary;
    PagesPanel* m_pages;
    SlipPanel* m_slip;
    PutAsideCard* m_putAside;
    CorrectionBanner* m_correcting;
    EarlierIntake* m_earlier;
    PageSources* m_sources;
    PageKeys* m_pageKeys = nullptr;
    QShortcut* m_unfinishedKey = nullptr;
    QShortcut* m_separatorKey = nullptr;
    ReasonPrompt* m_answer;
    ShownPapers* m_shown;
    IntakeParties* m_partiesKeeper;
    FormScroll* m_scroll;
    LeadToCause* m_lead;
    QShortcut* m_toGap; ///< F9 while something is open
    ActionButton* m_receive = nullptr;
    ActionButton* m_scan = nullptr;
    ActionButton* m_import = nullptr;
    ActionButton* m_supplement = nullptr;
    ActionButton* m_refuse = nullptr;
    ActionButton* m_open = nullptr; ///< the dossier of what cannot be ended here
    ActionButton* m_new = nullptr;
    ActionButton* m_card = nullptr;
    ActionButton* m_confirm = nullptr; ///< while somebody else's papers were read
};

}
