#pragma once

#include "app/counter/SessionControl.h"
#include "app/counter/Upkeep.h"
#include "app/ui/widgets/Card.h"

class QProgressBar;

namespace motcua::ui {

class ActionButton;
class Banner;
class FactGrid;
class TextLabel;

/// Diagnosis, verification and backup of the station, beside everybody's work. Owner: SystemPlace.
class CareCard : public Card {
    Q_OBJECT

public:
    CareCard(counter::SessionControl& session, QWidget* parent);

    /// What one user was told is not the next one's affair.
    void forget();

protected:
    void changeEvent(QEvent* event) override;

private:
    void diagnose();
    void verify();
    void chooseTarget();
    void backUp(const QString& parent);
    void setBusy(bool busy);
    bool isBusy() const;
    /// What came may lie below the edge of the window.
    void reveal();
    void showFindings();
    void copyFindings();
    void retranslate();

    counter::SessionControl& m_session;
    TextLabel* m_about;
    ActionButton* m_diagnose;
    ActionButton* m_verify;
    ActionButton* m_backUp;
    ActionButton* m_copy;
    QProgressBar* m_progress;
    Banner* m_banner;
    FactGrid* m_facts;
    std::vector<counter::Finding> m_findings;
};

}
