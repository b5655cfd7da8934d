#pragma once

#include "app/domain/Settings.h"

#include <QWidget>

namespace motcua::ui {

/// One who can unlock the station: name, login and roles, and what the seated user may do about it. Owner: UsersCard.
class UserRow : public QWidget {
    Q_OBJECT

public:
    /// `account` null: the unit has no such account any more.
    UserRow(const QString& login, const domain::Account* account, bool mayTend, QWidget* parent);

signals:
    void resetRequested(const QString& login);
    void removalRequested(const QString& login);

private:
    QString m_login;
};

}
