#pragma once

#include "app/counter/Counter.h"

#include <QWidget>

namespace motcua::ui {

class ActionButton;
class Banner;
class DateField;
class Field;
class TextEdit;
class TextLabel;

/// A new line of one of the lists of people: what that list asks, and for a specimen its pages. Owner: PersonListCard.
class PersonForm : public QWidget {
    Q_OBJECT

public:
    PersonForm(counter::RosterDesk& roster, counter::Scanning& scanning, QWidget* parent);

    void setList(domain::PersonList list);
    /// What somebody typed is not the next one's affair.
    void forget();
    void retranslate();

signals:
    void written(const QString& name);

private:
    void write();
    void chooseFiles();
    void showPages();
    /// False, and the field says so: what must stand there does not.
    bool isSaid(Field* field, bool said, const QString& lack);

    counter::RosterDesk& m_roster;
    counter::Scanning& m_scanning;
    domain::PersonList m_list = domain::PersonList::Translator;
    TextLabel* m_title;
    TextEdit* m_name;
    TextEdit* m_number;
    TextEdit* m_what;
    TextEdit* m_office;
    DateField* m_from;
    DateField* m_until;
    Field* m_nameField;
    Field* m_numberField;
    Field* m_whatField;
    Field* m_officeField;
    Field* m_fromField;
    Field* m_untilField;
    TextLabel* m_pages;
    ActionButton* m_scan;
    ActionButton* m_choose;
    ActionButton* m_write;
    Banner* m_told;
};

}
