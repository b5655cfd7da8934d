#pragma once

#include "app/domain/jobs/FactField.h"
#include "app/domain/jobs/JobKind.h"

#include <QObject>

class QComboBox;
class QWidget;

namespace motcua::counter {
class Intake;
}

namespace motcua::ui {

class DateField;
class Field;

/// One fact of a job on the intake card: the editor that fits its type, with its label and what is wrong with it. Made by FactCard for
/// one description. Owner: the field, which belongs to the card.
class FactEditor : public QObject {
    Q_OBJECT

public:
    FactEditor(const domain::FactCell& cell, const domain::FactField& fact, counter::Intake& intake, QWidget* card);

    Field* field() const { return m_field; }
    const QString& fact() const { return m_cell.fact; }
    /// The name under which gaps, warnings and jottings know it.
    QString name() const { return QStringLiteral("fact:") + m_cell.fact; }
    int width() const { return m_cell.width; }
    bool isWithNext() const { return m_cell.withNext; }
    /// The value as the intake has it; what is being typed stays.
    void refresh();
    void retranslate();

private:
    QWidget* makeText();
    QWidget* makeNumber();
    QWidget* makeChoice();
    QWidget* makeYesNo();
    QWidget* makeDate();
    QWidget* makeEditor();
    void showDate(DateField& edit, const QJsonValue& value);
    void showMessage();
    QString fault() const;

    domain::FactCell m_cell;
    domain::FactField m_fact;
    counter::Intake& m_intake;
    Field* m_field;
};

}
