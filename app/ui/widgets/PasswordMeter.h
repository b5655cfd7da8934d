#pragma once

#include "app/domain/password/PasswordRule.h"

#include <QObject>

#include <functional>

namespace motcua::ui {

class Field;
class SecretEdit;

/// Says below the field, while a new password is typed, what it is worth and what would help. Owner: the field.
class PasswordMeter : public QObject {
    Q_OBJECT

public:
    using Owner = std::function<domain::PasswordOwner()>;

    /// `edit` is the field's. `owner`: whose password it will be, as far as it is known at the moment.
    PasswordMeter(Field* field, SecretEdit* edit, Owner owner);

    /// What is wrong with what was typed, in words; empty: nothing.
    QString fault() const;
    void retranslate();

private:
    void show();

    Field* m_field;
    SecretEdit* m_edit;
    Owner m_owner;
};

}
