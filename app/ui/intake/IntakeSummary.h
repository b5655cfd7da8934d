#pragma once

#include "app/ui/widgets/Card.h"

class QVBoxLayout;

namespace motcua::counter {
class Intake;
}

namespace motcua::ui {

class Field;
class NumberField;
class TextEdit;
class TextLabel;

/// What the citizen will ask: how much, and when. Beside it what is odd and what still stands in the way. Owner: IntakePlace.
class IntakeSummary : public Card {
    Q_OBJECT

public:
    explicit IntakeSummary(counter::Intake& intake, QWidget* parent = nullptr);

    void refresh();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showFee();
    void showDue();
    void showGaps();
    QString gapWords(const QString& gap) const;
    QString factWords(const QString& fact) const;

    counter::Intake& m_intake;
    TextLabel* m_feeLabel;
    TextLabel* m_fee;
    TextLabel* m_feeLines;
    TextLabel* m_feeNote; ///< the catalogue's words on a fee that the province sets
    TextLabel* m_dueLabel;
    TextLabel* m_due;
    TextLabel* m_dueNote;
    NumberField* m_typedFee;
    Field* m_typedFeeField;
    TextEdit* m_exemption;
    Field* m_exemptionField;
    TextLabel* m_warnings;
    TextLabel* m_gaps;
};

}
