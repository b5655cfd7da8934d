#pragma once

#include "app/counter/SessionControl.h"
#include "app/ui/widgets/Card.h"

#include <array>

namespace motcua::ui {

class ActionButton;
class Banner;
class Field;
class PasswordMeter;
class SecretEdit;

/// The seated user's own password on this station.
class PasswordCard : public Card {
    Q_OBJECT

public:
    PasswordCard(counter::SessionControl& session, QWidget* parent);

    /// What one user typed or was told is not the next one's affair.
    void forget();

protected:
    void changeEvent(QEvent* event) override;

private:
    void change();
    void failed(const base::Error& error);
    void askForAnother();
    void retranslate();

    counter::SessionControl& m_session;
    std::array<SecretEdit*, 3> m_edits{};
    std::array<Field*, 3> m_fields{};
    PasswordMeter* m_meter;
    ActionButton* m_change;
    Banner* m_banner;
    bool m_asking = false;
};

}
