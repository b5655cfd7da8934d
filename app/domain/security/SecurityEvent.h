#pragma once

#include "app/base/Result.h"
#include "app/domain/Ids.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>
#include <span>

namespace motcua::domain {

struct Account;

/// What the security log of a station keeps. The numbers are on disk: never change one.
enum class SecurityKind {
    LogBegan = 1,         ///< nothing is known of what was before
    SignedIn = 2,         ///< somebody has unlocked the station, or the technician's tool did so in their name
    SignInFailed = 3,     ///< wrong passwords, before the station could write: `count` of them
    SignInLocked = 4,     ///< so many that the login had to wait
    OpenedByProvince = 5, ///< with the recovery key
    UserAdded = 10,       ///< a way in was made
    UserRemoved = 11,     ///< a way in was taken away
    PasswordChanged = 12, ///< by its owner
    PasswordReset = 13,   ///< by somebody else
    Activated = 14,       ///< a key was bound by a code of the province
    AccessRefused = 15,   ///< something about users or this log that the actor may not do, also a code refused; `about`: whom, and the error
    Enrolled = 16,        ///< the station came to be, and this log with it; `about`: its first user
    BackedUp = 20,        ///< all data were copied; `about`: into which folder
    Diagnosed = 21,       ///< a diagnosis for whoever supports the desk
    LookedElsewhere = 30, ///< a dossier that is no work of this desk was opened; `about`: its code
    SeenTo = 31,          ///< what does not stand was put away; `about`: code of the dossier, and why
    BookSaved = 35,       ///< a register was written into a file; `about`: which and how many rows
    AccountOpened = 40,   ///< the province: `about` is a login
    AccountClosed = 41,   ///< the province
    AccountChanged = 42,  ///< the province: roles, name or title
    SettingsChanged = 43, ///< the province: `about` names the settings
    RecordRefused = 44,   ///< the province would not take a record; `about`: number of the record and reason
    StationRevoked = 45,  ///< the province
    ClockWrong = 50,      ///< nothing was recorded, as the clock cannot be right; `about`: aboutError()
    ClockBelieved = 51,   ///< somebody said that it is; `about`: aboutError()
    OlderCopy = 52,       ///< the data are a copy of before; `about`: aboutError()
    FileChanged = 53,     ///< rows of the station's file were changed by hand; `about`: aboutError()
};

/// Everything about one thing that happened. No citizen is named: a dossier by its code alone.
struct SecurityEvent {
    SecurityKind kind = SecurityKind::LogBegan;
    QDateTime at = {};  ///< UTC; of several, the last
    QString actor = {}; ///< a login; empty: nobody who is known, the station itself or the province
    QString about = {}; ///< see the kind; a login where people are concerned, empty: none that the station knows
    int count = 1;
    friend bool operator==(const SecurityEvent&, const SecurityEvent&) = default;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("kind", self.kind);
        field("at", self.at);
        field("actor", self.actor);
        field("about", self.about);
        field("count", self.count);
    }
};

/// Every kind with its name on the command line.
struct SecurityKindName {
    SecurityKind kind;
    const char* name; ///< "signed-in"
};
std::span<const SecurityKindName> securityKinds();
QString nameOf(SecurityKind kind);
std::optional<SecurityKind> securityKindNamed(const QString& name);

/// An error with its details as `about` has it, and back.
QString aboutError(const base::Error& error);
base::Error errorIn(const QString& about);

/// Which of them are wanted.
struct SecurityFilter {
    QDate day = {};      ///< in Viet Nam; invalid: every day
    QString person = {}; ///< a login, as actor or as whom it is about; empty: everybody
    std::optional<SecurityKind> kind = {};
    int limit = 500; ///< 1–100,000
    bool fits(const SecurityEvent& event) const;
};

/// Supervisors and technicians read the log. Error: "access.security-log".
base::Outcome mayReadSecurityLog(const Account& account);

}
