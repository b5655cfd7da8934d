#pragma once

#include "app/base/Result.h"
#include "app/base/Secret.h"
#include "app/domain/password/PasswordRule.h"
#include "app/journal/StationData.h"
#include "app/journal/Unlocked.h"

namespace motcua::admin {

/// Who gets into a closed station, changed from the command line by somebody who does. Every change keeps station.json in step.
/// Errors of all: those of opening and unlocking a station.
class UserCommands {
public:
    struct Who {
        QString login;
        base::Secret password;
    };
    UserCommands(QString directory, Who actor) : m_directory(std::move(directory)), m_actor(std::move(actor)) {}
    /// By the province's private key (PEM) instead of a user of the station: for the day when nobody gets in any more.
    static UserCommands byProvince(QString directory, base::Secret recoveryKey);

    struct Opened {
        std::unique_ptr<journal::StationData> data;
        std::unique_ptr<journal::Unlocked> unlocked;
    };
    /// A way in that is made and not yet there: the province may have to bind its key first.
    struct WayIn {
        Opened station;
        journal::KeySlots::Slot slot;
        QString login;
        bool isNew = true;
        domain::PasswordOpinion opinion = {}; ///< of the password that was chosen
    };
    /// `hasCode`: whether the person holds a code of the province's, which a unit of signed acts asks for. Errors: "access.no-account",
    /// "access.needs-code", "unlock.user-exists", those of domain::checkPassword().
    base::Result<WayIn> makeNew(const Who& other, bool hasCode) const;
    /// Another password, and with it another key. The province's own reset needs no code: that person's key is then bound to nobody. Errors: those of
    /// domain::mayTend(), "access.needs-code", "unlock.unknown-user", those of domain::checkPassword().
    base::Result<WayIn> makeAnew(const Who& other, bool hasCode) const;
    /// `voucher`: the platform's word for the key; empty: it is bound to nobody.
    base::Outcome put(WayIn& way, const QByteArray& voucher) const;
    /// Errors: those of domain::mayTend(), "unlock.unknown-user", "unlock.last-user".
    base::Outcome remove(const QString& login) const;
    /// Errors: "access.security-log".
    base::Result<domain::ports::SecurityPage> securityLog(const domain::SecurityFilter& filter) const;

private:
    base::Result<Opened> open() const;
    /// Whether the way in may be made with, or without, a code.
    base::Outcome mayGoBy(const Opened& station, bool hasCode) const;
    base::Result<WayIn> make(Opened station, const Who& other, bool isNew) const;
    static base::Outcome refused(const Opened& station, const base::Error& error, const QString& about);
    base::Outcome mayTend(const Opened& station, const QString& login) const;
    /// Changes the list of logins that the screen offers.
    base::Outcome note(const QString& login, bool hasSlot) const;

    QString m_directory;
    Who m_actor;
    base::Secret m_recoveryKey;
};

}
