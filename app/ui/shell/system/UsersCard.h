#pragma once

#include "app/counter/Counter.h"
#include "app/counter/SessionControl.h"
#include "app/domain/password/PasswordRule.h"
#include "app/ui/widgets/Card.h"

#include <QLineEdit>
#include <QTimer>

#include <optional>
#include <vector>

namespace motcua::ui {

class ActionButton;
class Banner;
class Field;
class PasswordMeter;
class SecretEdit;
class TextEdit;
class TextLabel;

/// Who can unlock this station; room for one more, and what the seated user may do about the others (domain::mayTend()). Taking away is
/// held back for ten seconds. Owner: SystemPlace.
class UsersCard : public Card {
    Q_OBJECT

public:
    UsersCard(counter::Counter& counter, counter::SessionControl& session, QWidget* parent);

    /// What is held back is done now.
    void settle();
    /// What is held back is not done; nothing where nothing is.
    void undoRemoval();
    /// What one user typed or was told is not the next one's affair.
    void forget();
    void refresh();

signals:
    void rowsMade();

protected:
    void changeEvent(QEvent* event) override;

private:
    /// What a row says.
    struct Shown {
        QString login;
        std::optional<domain::Account> account;
        bool mayTend = false;
        friend bool operator==(const Shown&, const Shown&) = default;
    };
    std::vector<Shown> shown() const;
    void showRows();
    void add();
    /// Beside its cause: the field that is to be typed again, which has the focus then.
    void tellOf(Field* field, const QString& message);
    void beginReset(const QString& login);
    void beginRemoval(const QString& login);
    void ended(const QString& said);
    void failed(const base::Error& error);
    Field* causeOf(const base::Error& error) const;
    /// Of the one who is added, or whose password is set anew.
    domain::PasswordOwner passwordOwner() const;
    void retranslate();
    /// The unit takes signed acts alone: nobody gets in by what somebody else chose.
    bool needsCode() const;
    bool isResetting() const { return !m_resetting.isEmpty(); }

    counter::Counter& m_counter;
    counter::SessionControl& m_session;
    QVBoxLayout* m_rows;
    TextLabel* m_form;
    TextEdit* m_login;
    TextEdit* m_code;
    SecretEdit* m_password;
    SecretEdit* m_again;
    Field* m_loginField;
    Field* m_codeField; ///< seen where a colleague needs a code
    Field* m_passwordField;
    Field* m_againField;
    PasswordMeter* m_meter;
    ActionButton* m_add;
    ActionButton* m_cancel;
    ActionButton* m_undo;
    Banner* m_removal; ///< below the rows
    Banner* m_told;    ///< below the form
    QTimer m_hold;
    std::vector<Shown> m_shown;
    QString m_removing;  ///< held back
    QString m_resetting; ///< whose password is being typed
    enum class Asked { Nothing, Form, Removal };
    Asked m_asked = Asked::Nothing; ///< what the session is doing for this card
};

}
