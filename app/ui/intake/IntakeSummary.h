#pragma once

#include "app/counter/MayCorrect.h"
#include "app/ui/widgets/Card.h"

namespace motcua::counter {
class IntakeForm;
}

namespace motcua::ui {

class TextLabel;

/// What the citizen will ask: how much, and when. Below it what is odd and what still stands in the way. Owner: IntakePlace.
class IntakeSummary : public Card {
    Q_OBJECT

public:
    explicit IntakeSummary(counter::IntakeForm& form, QWidget* parent = nullptr);

    void refresh();

    /// What stands here cannot be ended: nothing is said to be ready.
    void setOutlook(counter::Outlook outlook);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showFee();
    void showDue();
    void layOut();
    void showGaps();
    void showReady();
    QStringList gapWords(QStringList gaps) const;
    QString fieldWords(const QString& field) const;
    QString whoWords(const QString& field) const;
    QString factWords(const QString& fact) const;
    QStringList missingRoles() const;

    counter::IntakeForm& m_form;
    TextLabel* m_feeLabel;
    TextLabel* m_fee;
    TextLabel* m_feeLines;
    TextLabel* m_dueLabel;
    TextLabel* m_due;
    TextLabel* m_dueNote;
    TextLabel* m_warnings;
    TextLabel* m_gaps;
    counter::Outlook m_outlook = counter::Outlook::Open;
};

}
