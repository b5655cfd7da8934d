#pragma once

#include "app/counter/Counter.h"
#include "app/counter/SessionControl.h"
#include "app/ui/widgets/Card.h"

namespace motcua::ui {

class ActionButton;
class Banner;
class Field;
class TextEdit;
class TextLabel;

/// Whether the seated user signs at this station, and where the province's code for that is typed. Owner: SystemPlace.
class SignatureCard : public Card {
    Q_OBJECT

public:
    SignatureCard(counter::Counter& counter, counter::SessionControl& session, QWidget* parent);

    /// What one user typed or was told is not the next one's affair.
    void forget();

protected:
    void changeEvent(QEvent* event) override;

private:
    void activate();
    void failed(const base::Error& error);
    void refresh();
    void retranslate();

    counter::Counter& m_counter;
    counter::SessionControl& m_session;
    TextLabel* m_state;
    TextEdit* m_code;
    Field* m_field;
    ActionButton* m_activate;
    Banner* m_told;
    bool m_asking = false;
};

}
