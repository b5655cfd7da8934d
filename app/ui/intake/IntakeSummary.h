#pragma once

#include "app/ui/widgets/Card.h"

class QComboBox;
class QVBoxLayout;

namespace motcua::counter {
class IntakeForm;
}

namespace motcua::ui {

class DateField;
class Field;
class NumberField;
class TextEdit;
class TextLabel;

/// What the citizen will ask: how much, and when; and what the clerk supplies of it where the catalogue says nothing. Beside it what is odd and what
/// still stands in the way. Owner: IntakePlace.
class IntakeSummary : public Card {
    Q_OBJECT

public:
    explicit IntakeSummary(counter::IntakeForm& form, QWidget* parent = nullptr);

    void refresh();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showFee();
    void showDue();
    void showAgreed();
    void layOut();
    void wire();
    QString agreedDueName() const { return QStringLiteral("agreedDue"); }
    void showReturn();
    void showGaps();
    QString gapWords(const QString& gap) const;
    QString factWords(const QString& fact) const;

    counter::IntakeForm& m_form;
    TextLabel* m_feeLabel;
    TextLabel* m_fee;
    TextLabel* m_feeLines;
    TextLabel* m_feeNote; ///< the catalogue's words on a fee that the province sets
    TextLabel* m_dueLabel;
    TextLabel* m_due;
    TextLabel* m_dueNote;
    DateField* m_agreedDue; ///< where the catalogue has no time
    Field* m_agreedDueField;
    TextEdit* m_ground;
    Field* m_groundField;
    NumberField* m_typedFee;
    Field* m_typedFeeField;
    TextEdit* m_exemption;
    Field* m_exemptionField;
    NumberField* m_sets;
    Field* m_setsField;
    QComboBox* m_way; ///< where the citizen wants the result
    Field* m_wayField;
    TextLabel* m_warnings;
    TextLabel* m_gaps;
};

}
