#pragma once

#include "app/base/Clock.h"
#include "app/base/Result.h"
#include "sync/gateway/store/EnrolmentTable.h"
#include "sync/gateway/store/Peer.h"
#include "sync/gateway/store/PlatformStore.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace motcua::gateway {

/// A one-time code as made for a desk.
struct NewCode {
    QUuid station;
    QString stationName;
    QString code;
    QDateTime expires;
};

/// A desk and what it was given when it was enrolled.
struct MadeStation {
    Peer peer;
    QByteArray certificate; ///< DER
};

/// A desk's name as it stands on other desks' screens: plain, of one line, at most 100 signs. Empty: there is no letter in it.
QString plainDeskName(const QString& name);

/// The stations of all units: who is enrolled, revoked, last heard of. Owned by Platform; may be used by any thread.
class Stations {
public:
    Stations(PlatformStore& store, const base::Clock& clock) : m_store(store), m_clock(clock) {}

    /// Who a certificate's common name stands for. `certificate`: its DER. Errors: "station.unknown", "station.revoked".
    base::Result<Peer> peer(const QByteArray& commonName, const QByteArray& certificate) const;
    /// Makes a desk in a unit, to be enrolled later, with its volumes and code range. Errors: "unit.unknown", "station.name" (without a letter).
    base::Result<QUuid> add(const QString& unit, const QString& name);
    /// Makes a one-time code for a desk that is not enrolled. `authority`: the CA certificate, DER. `login`: whose own code it is, who signs from the
    /// first moment on; empty: nobody's, "*": whoever is named as the first user, for training.
    base::Result<NewCode> makeCode(const QUuid& station, const QByteArray& authority, const QString& login = {});
    /// The desk a secret is for, and whom it binds. Errors: "enrolment.code-wrong".
    base::Result<OpenCode> findCode(const QString& secret) const;
    /// The desk that a secret has made for this very key, with its certificate (DER), as long as it has sent nothing: its answer may have been
    /// lost on the way. Nothing: there is none. `key`: DER of the public key.
    base::Result<std::optional<MadeStation>> madeBefore(const QString& secret, const QByteArray& key) const;
    /// Uses the code up, keeps the certificate and does what `then` does, in one transaction. Errors: "enrolment.code-wrong" (used meanwhile).
    using Then = std::function<base::Outcome(Tables& tables)>;
    base::Outcome enrol(const Peer& peer, const QString& secret, const QString& name, const QByteArray& certificate, const Then& then);
    /// What it holds of the unit's numbers is written off. Error: "station.unknown".
    base::Outcome revoke(const QUuid& station);
    /// DER, of all stations that are revoked.
    base::Result<QSet<QByteArray>> revokedCertificates() const;

    QString unitOf(const Peer& peer) const;
    /// As the province calls it; empty where it is unknown.
    QString nameOf(const Peer& peer) const;
    /// Whether the desk's unit has an open account of that login; without regard to case.
    base::Result<bool> knowsLogin(const Peer& peer, const QString& login) const;
    /// Remembers that the station was heard of, until writeContacts() writes it down a moment later.
    void contact(const Peer& peer);
    base::Outcome writeContacts();

private:
    PlatformStore& m_store;
    const base::Clock& m_clock;
    std::mutex m_mutex;
    QHash<qint64, qint64> m_contacts;
};

}
