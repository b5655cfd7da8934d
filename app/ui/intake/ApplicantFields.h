#pragma once

#include <QHash>
#include <QObject>
#include <QString>

class QWidget;

namespace motcua::counter {
class IntakeForm;
}

namespace motcua::ui {

class DateField;
class Field;
class TextEdit;

/// Fields of the applicant by their names in Applicant::describe, each bound to the form: what is typed is set there, what stands there is shown
/// with where it came from and what is odd about it. Owner: a card of the intake.
class ApplicantFields : public QObject {
    Q_OBJECT

public:
    ApplicantFields(counter::IntakeForm& form, QWidget* parent);

    void addText(const QString& name);
    DateField* addDate(const QString& name);
    /// A field that its card fills itself.
    void add(const QString& name, Field* field);
    /// Null: no such field.
    Field* field(const QString& name) const { return m_fields.value(name); }
    TextEdit* text(const QString& name) const { return m_texts.value(name); }
    /// Puts the cursor there, with what stands there marked, so that typing replaces it.
    void begin(const QString& name) const;
    void setLabels(const QHash<QString, QString>& labels);
    /// In this order, after `before`.
    void setTabOrder(QWidget* before, const QStringList& names);

    void refresh();
    void showWarnings();

private:
    void dropMended();

    counter::IntakeForm& m_form;
    QWidget* m_parent;
    QHash<QString, TextEdit*> m_texts;
    QHash<QString, DateField*> m_dates;
    QHash<QString, Field*> m_fields;
};

}
