#pragma once

#include "app/counter/Counter.h"
#include "app/ui/widgets/PlacePage.h"

#include <QHash>

#include <utility>
#include <vector>

class QHBoxLayout;

namespace motcua::ui {

class DossierList;
class OpenDossier;
class PageKeys;
class ReasonPrompt;

/// Phê duyệt: the supervisor's tray, oldest deadline first, with the dossier under the cursor laid open. One key approves all
/// that are ticked, or the one under the cursor where nothing is ticked; one returns with a reason. Papers of one visit stand together under a
/// heading, whose tick is all of theirs. A dossier on another desk is asked for by the same key. Up, Down, Home and End go from dossier to dossier;
/// Left, Right, Page Up and Page Down turn the pages of the one that is open, also with the cursor in the tray, and never lead to another one.
class ApprovalPlace : public PlacePage {
    Q_OBJECT

public:
    explicit ApprovalPlace(counter::Counter& counter, QWidget* parent = nullptr);

    void activate() override;
    void forget() override;
    void deactivate() override;
    void openDossier(domain::DossierId dossier) override;
    std::vector<KeyLine> moreKeys() const override;

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void addActions();
    void layOut();
    void fitColumns();
    void wire();
    void refresh();
    void showCurrent();
    void showSubtitle();
    void showStanding();
    void showObstacle(domain::DossierId dossier, const base::Error& error);
    /// Which of the ticked ones would be refused is known before the key is pressed.
    void weighTicked();
    void showTickedObstacles();
    std::vector<domain::DossierId> aheadOf(domain::DossierId dossier) const;
    void showAttestationKey();
    base::Outcome mayApprove(domain::DossierId dossier) const;
    void approve();
    void approveCurrent();
    void approveChecked();
    void askReason();
    void returnToClerk(const QString& reason);
    void tickAll();
    void claim(domain::DossierId dossier, counter::Decision then);
    void arrived(domain::DossierId dossier, counter::Decision then);
    void tell(const std::vector<domain::DossierId>& approved);
    QString codeOf(domain::DossierId dossier) const;

    counter::Counter& m_counter;
    counter::ApprovalDesk& m_desk;
    DossierList* m_tray;
    OpenDossier* m_dossier;
    QHBoxLayout* m_columns = nullptr;
    ReasonPrompt* m_prompt;
    Banner* m_standing;
    PageKeys* m_pageKeys;
    ActionButton* m_reveal = nullptr;
    ActionButton* m_tick = nullptr;
    ActionButton* m_paper = nullptr;
    ActionButton* m_ask = nullptr;
    ActionButton* m_return = nullptr;
    ActionButton* m_approve = nullptr;
    QHash<domain::DossierId, domain::UserId> m_askers;                  ///< in whose name a dossier was asked for
    std::vector<std::pair<domain::DossierId, base::Error>> m_obstacles; ///< of those that are ticked
    bool m_front = false;
};

}
