#pragma once

#include "app/counter/SessionControl.h"
#include "app/ui/widgets/Card.h"

#include <QLineEdit>

namespace motcua::ui {

class ActionButton;
class Banner;
class Field;
class TextEdit;
class TextLabel;

/// Who can unlock this station, and room for one more.
class UsersCard : public Card {
    Q_OBJECT

public:
    UsersCard(counter::SessionControl& session, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void add();
    void added(const QString& login);
    void retranslate();

    counter::SessionControl& m_session;
    TextLabel* m_logins;
    TextEdit* m_login;
    QLineEdit* m_password;
    Field* m_loginField;
    Field* m_passwordField;
    ActionButton* m_add;
    Banner* m_banner;
    bool m_asking = false;
};

}
