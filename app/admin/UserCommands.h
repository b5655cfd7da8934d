#pragma once

#include "app/base/Result.h"
#include "app/journal/StationData.h"

namespace motcua::admin {

/// Who gets into a closed station, changed from the command line by somebody who does. Every change keeps station.json in step.
/// Errors of all: those of opening and unlocking a station.
class UserCommands {
public:
    struct Who {
        QString login;
        QString password;
    };
    UserCommands(QString directory, Who actor) : m_directory(std::move(directory)), m_actor(std::move(actor)) {}
    /// By the province's private key (PEM) instead of a user of the station: for the day when nobody gets in any more.
    static UserCommands byProvince(QString directory, const QByteArray& recoveryKey);

    /// Errors: "access.no-account", "unlock.user-exists", "unlock.password-too-short".
    base::Outcome add(const Who& other) const;
    /// Errors: those of domain::mayTend(), "unlock.unknown-user", "unlock.last-user".
    base::Outcome remove(const QString& login) const;
    /// Errors: those of domain::mayTend(), "unlock.unknown-user", "unlock.password-too-short".
    base::Outcome resetPassword(const Who& other) const;

private:
    struct Opened {
        std::unique_ptr<journal::StationData> data;
        std::unique_ptr<journal::Unlocked> unlocked;
    };
    base::Result<Opened> open() const;
    base::Outcome mayTend(const Opened& station, const QString& login) const;
    /// Changes the list of logins that the screen offers.
    base::Outcome note(const QString& login, bool hasSlot) const;

    QString m_directory;
    Who m_actor;
    QByteArray m_recoveryKey;
};

}
