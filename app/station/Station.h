#pragma once

#include "app/counter/SessionControl.h"
#include "app/counter/Upkeep.h"
#include "app/domain/password/PasswordRule.h"
#include "app/journal/StationData.h"
#include "app/station/OpenStation.h"
#include "app/station/StationCard.h"
#include "sync/http/EnrolmentClient.h"

#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>

namespace motcua::station {

class Activation;
class Enroller;

/// One station: its data directory and everything that works on it. What the three programs are composed of.
/// Owner: a program's main. Thread: GUI; passwords are checked on a worker.
class Station : public QObject, public counter::Access, public counter::Upkeep {
    Q_OBJECT

public:
    explicit Station(StationSetup setup);
    ~Station() override;

    counter::SessionControl& session() { return *m_session; }
    QString directory() const override { return m_setup.directory; }
    /// What is known without a password; empty before enrolment.
    const StationCard& card() const { return m_card; }
    /// Null while closed.
    OpenStation* openStation() { return m_open.get(); }

    // counter::Access
    bool isEnrolled() const override;
    QStringList logins() const override { return m_card.logins; }
    QString lastLogin() const override { return m_card.lastLogin; }
    QFuture<base::Outcome> enrol(const counter::Enrolment& enrolment) override;
    QFuture<base::Result<domain::Account>> unlock(const QString& login, const base::Secret& password) override;
    QFuture<base::Outcome> addUser(const QString& login, const base::Secret& password, const QString& code) override;
    QFuture<base::Outcome> removeUser(const QString& login) override;
    QFuture<base::Outcome> resetPassword(const QString& login, const base::Secret& password, const QString& code) override;
    QFuture<base::Outcome> activate(const QString& code) override;
    QFuture<base::Outcome> changePassword(const QString& login, const base::Secret& oldPassword, const base::Secret& newPassword) override;
    counter::Counter* counter() override { return m_open ? &m_open->counter() : nullptr; }
    counter::Upkeep* upkeep() override { return m_open ? this : nullptr; }
    void close() override;

    // counter::Upkeep
    QFuture<std::vector<counter::Finding>> diagnose() override;
    QFuture<base::Result<counter::Soundness>> verify() override;
    QFuture<base::Outcome> backUp(const QString& to) override;
    QFuture<base::Result<domain::ports::SecurityPage>> securityLog(const domain::SecurityFilter& filter) override;

private:
    using AccountPromise = std::shared_ptr<QPromise<base::Result<domain::Account>>>;
    struct Opened;

    void opened(const std::shared_ptr<Opened>& opened, const QString& login, const AccountPromise& promise);
    /// Answers with the account as soon as the province has published it; only a station's very first unlock has to wait.
    void awaitAccount(const QString& login, const journal::PersonKeyPointer& signer, const AccountPromise& promise);
    void answerWith(
        const base::Result<domain::Account>& account, const QString& login, const journal::PersonKeyPointer& signer, const AccountPromise& promise);
    /// Makes a slot with a key of its own, has it bound where there is a code, and hands it on.
    using SlotUse = std::function<base::Outcome(journal::Unlocked& station, const journal::KeySlots::Slot& slot)>;
    QFuture<base::Outcome> withSlot(const QString& login, const base::Secret& password, const QString& code, const SlotUse& use);
    /// Errors: "access.needs-code", "activation.code-malformed".
    base::Outcome mayGoBy(const QString& code) const;
    base::Error whyNot(const base::Error& error, const QString& login) const;
    void refuse(const base::Error& error, const AccountPromise& promise);
    std::optional<base::Result<domain::Account>> findAccount(const QString& login) const;
    /// What the password of this login may not be made of.
    domain::PasswordOwner ownerOf(const QString& login) const;
    /// Whether the seated may take away or set anew how this login gets in.
    base::Outcome mayTend(const QString& login);
    /// The error, after it was noted in the security log.
    base::Outcome refused(const base::Error& error, const QString& about);
    void remember(const QString& login);
    void forget(const QString& login);
    /// Whoever's account the province has closed gets into this desk no more, also once there is no line.
    void dropClosedSlots();
    void restorePaper();
    void restoreInbox();
    void writeCard();
    /// In the security log, where the station is open; what cannot be noted stops nobody.
    void note(const domain::SecurityEvent& event);
    const base::Clock& clock() const;

    StationSetup m_setup;
    base::SystemClock m_systemClock;
    StationCard m_card;
    std::unique_ptr<domain::ports::Scanner> m_scanner;
    std::unique_ptr<domain::ports::ForeignPages> m_pages;
    std::unique_ptr<domain::ports::Printer> m_printer;
    std::unique_ptr<journal::StationData> m_data;
    std::unique_ptr<OpenStation> m_open;
    std::unique_ptr<http::EnrolmentClient> m_enrolment; ///< for as long as the program runs: see there
    std::unique_ptr<Enroller> m_enroller;
    std::unique_ptr<Activation> m_activation;
    std::unique_ptr<counter::SessionControl> m_session;
    journal::PersonKeyPointer m_signer; ///< of whoever is seated
    QString m_seated;                   ///< their login
};

}
