#pragma once

#include "app/counter/Counter.h"
#include "app/ui/widgets/Card.h"

class QCheckBox;
class QComboBox;

namespace motcua::ui {

class DateField;
class Field;
class TextLabel;

/// Beside the paper in hand: the number that its book gives next, the ground on which it costs nothing, the ground on which it may take longer, and
/// what the desk must see to: who signs where, in whose sight. Owner: BenchPlace.
class BenchTerms : public Card {
    Q_OBJECT

public:
    explicit BenchTerms(counter::Counter& counter, QWidget* parent = nullptr);

    void refresh();
    void beginFee();
    void beginExtension();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showNumber();
    void showExemption();
    void showExtension();
    void showConduct();
    static void showGround(const QComboBox* box, TextLabel* words);
    void extend();
    QStringList articles() const;
    QString numberWords(const QString& symbol) const;

    counter::Counter& m_counter;
    counter::IntakeForm& m_form;
    TextLabel* m_number;
    QComboBox* m_exemption;
    Field* m_exemptionField;
    TextLabel* m_exemptionWords; ///< the ground in full: the box has no room for it
    QComboBox* m_extension;
    Field* m_extensionField;
    TextLabel* m_extensionWords;
    QCheckBox* m_agreed;
    DateField* m_day;
    Field* m_dayField;
    TextLabel* m_conductLabel;
    TextLabel* m_conduct;
    QString m_built; ///< kind and version the lists were made for
};

}
