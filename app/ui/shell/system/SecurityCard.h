#pragma once

#include "app/counter/Counter.h"
#include "app/counter/SessionControl.h"
#include "app/counter/Upkeep.h"
#include "app/ui/widgets/Card.h"

class QComboBox;
class QTableView;

namespace motcua::ui {

class ActionButton;
class Banner;
class DateField;
class Field;
class SecurityModel;
class TextLabel;

/// The station's security log for those who may read it (domain::mayReadSecurityLog()); others do not see the card. Owner: SystemPlace.
class SecurityCard : public Card {
    Q_OBJECT

public:
    SecurityCard(counter::Counter& counter, counter::SessionControl& session, QWidget* parent);

    /// Reads it again, on a worker; hides the card from whoever may not.
    void refresh();
    /// What one user read is not the next one's affair.
    void forget();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showPage(const base::Result<domain::ports::SecurityPage>& page);
    void showCount();
    domain::SecurityFilter filter() const;
    void nameFilters();
    void copy();
    void retranslate();

    counter::Counter& m_counter;
    counter::SessionControl& m_session;
    TextLabel* m_explanation;
    DateField* m_day;
    QComboBox* m_person;
    QComboBox* m_kind;
    Field* m_dayField;
    Field* m_personField;
    Field* m_kindField;
    QTableView* m_table;
    SecurityModel* m_model;
    TextLabel* m_count;
    ActionButton* m_copy;
    Banner* m_banner;
    int m_asked = 0; ///< the newest question; older answers are not shown
};

}
