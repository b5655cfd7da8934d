#pragma once

#include "app/ui/shell/StandardPlaces.h"
#include "app/ui/widgets/PlacePage.h"

namespace motcua::ui {

class AuthorityCard;
class CareCard;
class DevicesCard;
class LookCard;
class PasswordCard;
class PersonListCard;
class ScrollColumn;
class SecurityCard;
class SignatureCard;
class UsersCard;
class WatchedDirectoryCard;

/// The station's own place: the look, facts, users, printers and scanners, passwords, signatures, by what they sign and the lists of people, the
/// watched directory, diagnosis and backup, and the security log.
class SystemPlace : public PlacePage {
    Q_OBJECT

public:
    SystemPlace(counter::Counter& counter, const ShellServices& services, QWidget* parent);

    void activate() override;
    void deactivate() override;
    /// A user who was just taken away.
    void undo() override;

protected:
    void retranslate() override;

private:
    void forgetTheOther();

    counter::Counter& m_counter;
    LookCard* m_look;
    DevicesCard* m_devices;
    UsersCard* m_users;
    PasswordCard* m_password;
    SignatureCard* m_signature;
    AuthorityCard* m_authority;
    PersonListCard* m_people;
    WatchedDirectoryCard* m_watched;
    CareCard* m_care;
    SecurityCard* m_security;
    ScrollColumn* m_scroll = nullptr;
    domain::UserId m_seated;
};

}
