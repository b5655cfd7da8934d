#pragma once

#include "app/counter/Ports.h"

#include <QObject>

namespace motcua::counter {

/// Who sits at this station, and where it stands. Every command is carried out in this name.
/// Owner: Counter. Thread: GUI.
class Desk : public QObject {
    Q_OBJECT

public:
    Desk(const domain::ports::Archive& archive, const base::Clock& clock, domain::StationId station, QString stationName);

    /// Null id while nobody is seated.
    const domain::Account& account() const { return m_account; }
    bool isOccupied() const { return !m_account.id.isNull(); }
    bool may(domain::Role role) const { return m_account.may(role); }
    domain::StationId station() const { return m_station; }
    QString stationName() const { return m_stationName; }

    const domain::UnitSettings& settings() const { return m_archive.settings(); }
    const domain::Jobs& jobs() const { return m_archive.jobs(); }
    const domain::Calendar& calendar() const { return m_archive.calendar(); }
    const base::Clock& clock() const { return m_clock; }
    /// UTC.
    QDateTime now() const { return m_clock.now(); }
    /// The date in Viet Nam.
    QDate today() const;
    /// The signer's line on paper for whoever is seated.
    domain::Signer signer() const;
    /// Full name of an account of the unit; empty when unknown.
    QString nameOf(domain::UserId user) const;

    void seat(const domain::Account& account);

signals:
    void accountChanged();

private:
    const domain::ports::Archive& m_archive;
    const base::Clock& m_clock;
    domain::StationId m_station;
    QString m_stationName;
    domain::Account m_account;
};

}
