#pragma once

#include "app/counter/Counter.h"
#include "app/ui/widgets/PlacePage.h"

class QShortcut;

namespace motcua::ui {

class Card;
class DossierDetail;
class DossierFilterBar;
class DossierList;
class PageKeys;
class PageSources;
class PagesPanel;
class ReasonPrompt;
class SlipPanel;
class SupplementCard;

/// Hồ sơ: every dossier of this machine, and the one under the cursor in full. From here a supplement is asked for and taken in,
/// a dossier withdrawn, what a supervisor gave back submitted again, a form printed again, a note written.
class DossiersPlace : public PlacePage {
    Q_OBJECT

public:
    explicit DossiersPlace(counter::Counter& counter, QWidget* parent = nullptr);

    void activate() override;
    void forget() override;
    void deactivate() override;
    void openDossier(domain::DossierId dossier) override;
    void undo() override;
    std::vector<KeyLine> moreKeys() const override;

protected:
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addActions();
    void layOut();
    void wire();
    void refresh();
    void readRows();
    void toNewlyReturned();
    void showCurrent();
    void showActs();
    void showStanding();
    void showForms();
    void sayWhyNot();
    void showInBook();
    void print(const QString& form, qint64 slip);
    void askSupplement();
    void askWithdrawal();
    void fetch();
    void wireClaims();
    void askAnswer();
    void goOn(base::Outcome (counter::IntakeActs::*begin)(domain::DossierId));
    void submitAgain(const QString& answer);
    void leavePrompts();
    void takePapersIn();
    bool isTakingIn() const;
    void showSupplement();
    void showPossibleActs();
    void wirePages();
    void sayWhatStoodThere();
    bool isMine() const;

    counter::Counter& m_counter;
    DossierFilterBar* m_filter;
    DossierList* m_list;
    DossierDetail* m_detail;
    SlipPanel* m_slip;
    ReasonPrompt* m_prompt;
    ReasonPrompt* m_answer; ///< to the supervisor who gave the dossier back
    Banner* m_standing;
    SupplementCard* m_supplement;
    Card* m_listCard;
    PagesPanel* m_pages; ///< of the supplement, in the place of the list
    PageSources* m_sources;
    PageKeys* m_pageKeys = nullptr;
    ActionButton* m_note = nullptr;
    ActionButton* m_reveal = nullptr;
    ActionButton* m_book = nullptr;
    ActionButton* m_print = nullptr;
    ActionButton* m_ask = nullptr;
    ActionButton* m_withdraw = nullptr;
    ActionButton* m_take = nullptr;
    // While papers are taken in, with the keys that they have in an intake.
    ActionButton* m_scan = nullptr;
    ActionButton* m_import = nullptr;
    ActionButton* m_giveBack = nullptr;
    QShortcut* m_separator = nullptr;
    ActionButton* m_correct = nullptr;
    ActionButton* m_submit = nullptr;
    ActionButton* m_continue = nullptr;
    ActionButton* m_fetch = nullptr;
    QShortcut* m_searchKey = nullptr;
    QShortcut* m_previousKey = nullptr;
    QShortcut* m_nextKey = nullptr;
    QShortcut* m_whyNot = nullptr; ///< the key of what cannot be done
    bool m_saidWhyNot = false;
    std::vector<domain::DossierId> m_returned; ///< on top when the place was last entered
    domain::DossierId m_wanted;                ///< a dossier asked for that the list does not have: shown on top of it
    counter::OpenedDossier m_dossier;
};

}
