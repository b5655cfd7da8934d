#pragma once

#include "app/base/Result.h"
#include "app/base/Secret.h"

#include <QString>

namespace motcua::domain {

struct Account;
struct UnitSettings;

/// Whose password it is: what everybody knows of that person is no secret.
struct PasswordOwner {
    QString login = {};
    QString name = {}; ///< "Nguyễn Thị Lan"; empty: not known yet
    QString unit = {}; ///< name of the unit; empty: not known yet
    /// Everything known of an account; null: the login alone.
    static PasswordOwner of(const QString& login, const Account* account, const UnitSettings& unit);
};

enum class PasswordStrength {
    Weak, ///< refused
    Fair,
    Strong,
};

/// What a password is worth, and what is wrong with a weak one.
struct PasswordOpinion {
    PasswordStrength strength = PasswordStrength::Weak;
    base::Error flaw = {}; ///< of a weak one, see checkPassword(); empty code: none
};

/// The rule for every password that somebody chooses, at every screen and in the technician's tool (NIST SP 800-63B-4 §3.1.1.2, OWASP ASVS 5.0
/// V6.2). At least 12 characters, or four different words; no signs are asked for. It must then resist guessing by whoever knows the person, the
/// unit and what people choose: parts of login, name and unit, of this program's name, well-known passwords, words and sayings, years, keys beside
/// each other and repetitions are worth next to nothing, also when they are written sign by sign with something between, with digits
/// among them, or in letters of other scripts that look the same. Signs that cannot be seen
/// count for nothing. A Vietnamese syllable is worth 9 bits, so four of them alone are too few and five are enough; letters,
/// digits and signs without order are worth what they are. Capitals, diacritics and signs in place of letters (0 for o) add nothing.
constexpr int leastPasswordCharacters = 12;
constexpr int leastPasswordWords = 4;
constexpr int mostPasswordCharacters = 256;

/// The first question alone. Errors: "unlock.password-too-short" {least, words}, "unlock.password-too-long" {most}.
base::Outcome checkPasswordLength(const base::Secret& password);
/// Takes less than a millisecond after the first time, which reads the lists; any thread. The password lies in secure memory alone meanwhile.
PasswordOpinion judgePassword(const base::Secret& password, const PasswordOwner& owner);
/// Errors: those of checkPasswordLength(), "password.personal" (login, name, unit, this program), "password.common", "password.pattern" (years, keys
/// beside each other, repetitions), "password.guessable" (too few words or signs).
base::Outcome checkPassword(const base::Secret& password, const PasswordOwner& owner);

}
