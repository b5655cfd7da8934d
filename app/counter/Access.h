#pragma once

#include "app/base/Result.h"
#include "app/base/Secret.h"
#include "app/domain/Settings.h"

#include <QFuture>
#include <QStringList>

namespace motcua::counter {

class Counter;
class Upkeep;

/// What a first enrolment needs. The password is forgotten when enrol() has taken it.
struct Enrolment {
    QString gateway;     ///< "https://host:port", the province's enrolment address
    QString code;        ///< one time
    QString stationName; ///< empty: as the province calls the desk that the code is for
    QString login;       ///< the first user
    base::Secret password;
};

/// The doors of the station as SessionControl uses them; app/station is the real one. The slow parts run on a worker.
class Access {
public:
    virtual ~Access() = default;

    virtual bool isEnrolled() const = 0;
    /// Logins that have a key slot on this station.
    virtual QStringList logins() const = 0;
    /// Who was seated last, also before this start of the program; may be empty.
    virtual QString lastLogin() const = 0;
    /// Errors: "enrolment.…", "journal.exists", those of domain::checkPassword(), "access.no-account", those of the line and the disk.
    virtual QFuture<base::Outcome> enrol(const Enrolment& enrolment) = 0;
    /// Opens the journal (first time) or only checks the password (later). Errors: "unlock.wrong-password"
    /// {triesLeft, waitSeconds}, "unlock.wait" {waitSeconds, triesLeft}, "access.no-accounts-yet" (a new station that has not heard
    /// from the province), "access.unknown-user", "access.inactive", "journal.newer-version", "journal.damaged" {place},
    /// "journal.in-use", "station.not-enrolled".
    virtual QFuture<base::Result<domain::Account>> unlock(const QString& login, const base::Secret& password) = 0;
    /// A slot for another user of the unit, with a key that this person signs with; needs an open station. `code`: what the province gave to that
    /// person and nobody else; empty: the key is bound to nobody yet, which a unit of signed acts does not allow. Errors: "access.no-account" (the
    /// province has none of this login in the unit), "access.inactive", "access.needs-code", "activation.…", those of
    /// domain::checkPassword(), "unlock.user-exists".
    virtual QFuture<base::Outcome> addUser(const QString& login, const base::Secret& password, const QString& code) = 0;
    /// Takes a user's slot away. Errors: those of domain::mayTend(), "unlock.unknown-user", "unlock.last-user".
    virtual QFuture<base::Outcome> removeUser(const QString& login) = 0;
    /// A new password for a user who has lost the old one, typed by them, and with it a new key: the old one no longer counts once `code` has bound
    /// the new one. Errors: those of domain::mayTend(), of the code as for addUser(), "unlock.unknown-user", those of domain::checkPassword().
    virtual QFuture<base::Outcome> resetPassword(const QString& login, const base::Secret& password, const QString& code) = 0;
    /// Binds the key of whoever is seated, by the code that the province gave to that person. Errors: "activation.…", "desk.nobody".
    virtual QFuture<base::Outcome> activate(const QString& code) = 0;
    virtual QFuture<base::Outcome> changePassword(const QString& login, const base::Secret& oldPassword, const base::Secret& newPassword) = 0;

    /// Null until the first unlock and after close().
    virtual Upkeep* upkeep() = 0;
    /// Null until the first unlock and after close().
    virtual Counter* counter() = 0;
    /// Saves, wipes the keys and closes the files.
    virtual void close() = 0;
};

}
