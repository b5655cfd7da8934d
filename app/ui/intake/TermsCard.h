#pragma once

#include "app/ui/widgets/Card.h"

class QComboBox;

namespace motcua::counter {
class IntakeForm;
}

namespace motcua::ui {

class DateField;
class Field;
class NumberField;
class TextEdit;
class TextLabel;

/// On what terms the dossier is taken in: what the clerk supplies where the catalogue says nothing of fee or time, the ground for an exemption, how
/// many sets were brought and how the result goes back. Owner: IntakePlace.
class TermsCard : public Card {
    Q_OBJECT

public:
    explicit TermsCard(counter::IntakeForm& form, QWidget* parent = nullptr);

    // To what is open of it.
    void beginDue();
    void beginFee();
    void refresh();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showFee();
    void showAgreed();
    void showReturn();
    void layOut();
    void wire();
    QString agreedDueName() const { return QStringLiteral("agreedDue"); }

    counter::IntakeForm& m_form;
    TextLabel* m_feeNote;   ///< the catalogue's words on a fee that the province sets
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
};

}
