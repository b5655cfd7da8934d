#include "app/counter/Desk.h"

namespace motcua::counter {

Desk::Desk(const domain::ports::Archive& archive, const base::Clock& clock, domain::StationId station, QString stationName)
    : m_archive(archive), m_clock(clock), m_station(station), m_stationName(std::move(stationName)) {}

QDate Desk::today() const {
    return base::toVietnamTime(now()).date();
}

domain::Signer Desk::signer() const {
    return {m_account.id, m_account.name, m_account.title, m_account.authority};
}

QString Desk::nameOf(domain::UserId user) const {
    for (const domain::Account& account : m_archive.accounts())
        if (account.id == user)
            return account.name;
    return {};
}

void Desk::seat(const domain::Account& account) {
    m_account = account;
    emit accountChanged();
}

}
