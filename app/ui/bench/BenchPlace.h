#pragma once

#include "app/counter/Counter.h"
#include "app/ui/widgets/PlacePage.h"

class QShortcut;

namespace motcua::ui {

class ApplicantCard;
class BanList;
class BenchPages;
class BenchTerms;
class FactCard;
class FormScroll;
class IntakeSummary;
class PageKeys;
class PageSources;
class PartiesCard;
class ProxyCard;
class ScrollColumn;
class ShownPapers;
class SlipPanel;
class TextLabel;
class UndoPast;
class VisitCard;
class VisitList;

/// Chứng thực: one visit with many papers of many kinds. The visit at the left, the paper in hand in the middle, its number, terms and what the desk
/// must see to at the right; below the paper what it costs, when it is due and what is missing. All by keyboard; everything typed is on disk at once.
class BenchPlace : public PlacePage {
    Q_OBJECT

public:
    explicit BenchPlace(counter::Counter& counter, QWidget* parent = nullptr);

    void activate() override;
    void deactivate() override;
    void forget() override;
    bool takeCard(const domain::CardQr& card) override;
    bool takePassport(const domain::Passport& passport) override;
    void undo() override;
    std::vector<KeyLine> moreKeys() const override;

protected:
    void retranslate() override;

private:
    void addActions();
    void addKeys();
    QShortcut* addKey(const QKeySequence& sequence, const std::function<void()>& act);
    void layOut();
    void wire();
    bool partyAsks() const;
    void showPaper();
    void showPages();
    void showAsking();
    void showReady();
    void goOn();
    void lead(const QString& gap);
    void leaveField();
    void begin(const QString& kind);
    void next();
    void go(int paper);
    void takeOut();
    void openVisits();
    void turnTo(domain::DraftId visit);
    void takePerson(const domain::Party& person);
    void noteApplicant();
    void openBans();
    bool goBackToBans();
    void openAsking();
    void held(const base::Outcome& outcome);
    void receive();
    void tellReceived(const std::vector<counter::IntakeOutcome>& outcomes);
    void showVisits();

    counter::Counter& m_counter;
    counter::VisitForm& m_visit;
    counter::IntakeForm& m_form;
    VisitCard* m_visitCard;
    VisitList* m_visits; ///< in its place while it is open
    ApplicantCard* m_applicant;
    ProxyCard* m_proxy;
    TextLabel* m_asking;
    PartiesCard* m_parties;
    FactCard* m_facts;
    BanList* m_bans;
    SlipPanel* m_slip;
    BenchTerms* m_terms;
    IntakeSummary* m_summary;
    BenchPages* m_pages;
    PageKeys* m_pageKeys = nullptr;
    FormScroll* m_scroll;
    QWidget* m_columns;
    TextLabel* m_none; ///< instead of them, while no kind of the bench is in force
    PageSources* m_sources;
    ShownPapers* m_shown;
    UndoPast* m_past;             ///< while a paper that was taken out can be put back
    bool m_openApplicant = false; ///< typed by hand, or asked for by F3
    ActionButton* m_confirm = nullptr;
    ActionButton* m_next = nullptr;
    ActionButton* m_card = nullptr;
    ActionButton* m_scan = nullptr;
    ActionButton* m_import = nullptr;
    ActionButton* m_ask = nullptr;
    ActionButton* m_ban = nullptr;
    ActionButton* m_receive = nullptr;
    QShortcut* m_toGap = nullptr; ///< F9 while something is open
    std::vector<QShortcut*> m_kindKeys;
    QShortcut* m_kindsKey = nullptr;
    QShortcut* m_roleKey = nullptr;
    QShortcut* m_visitsKey = nullptr;
    QShortcut* m_backKey = nullptr;
    QShortcut* m_onKey = nullptr;
    QShortcut* m_outKey = nullptr;
    QShortcut* m_leaveBans = nullptr; ///< Esc while they are open, wherever the cursor is
};

}
