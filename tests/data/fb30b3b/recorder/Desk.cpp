#include "Desk.h"

#include "Must.h"

#include "app/journal/Unlocked.h"
#include "app/station/Identity.h"

#include <algorithm>

namespace motcua::recorder {

Desk::Desk(Place place, const PlayedClock& clock) : m_place(std::move(place)), m_clock(clock), m_printer(m_place.firstJob) {
    station::StationSetup setup;
    setup.folder = m_place.folder;
    setup.clock = &m_clock;
    setup.printer = &m_printer;
    setup.journal.cost = m_place.cost;
    setup.sync.retry.first = std::chrono::milliseconds(100);
    setup.sync.retry.ceiling = std::chrono::milliseconds(500);
    m_station = std::make_unique<station::Station>(setup);
}

void Desk::enrol(const QString& url, const QString& code, const QString& login) {
    counter::SessionControl& session = m_station->session();
    session.enrol({url, code, m_place.label, login, password()});
    waitUntil([&] { return !session.isBusy(); }, "enrolment does not end");
    if (session.state() != counter::SessionControl::State::Closed)
        giveUp("the station is not enrolled");
}

http::Credentials Desk::credentials(const QString& login) const {
    journal::StationOptions options;
    options.clock = &m_clock;
    const auto data = must(journal::StationData::open(m_place.folder, options), "a station's folder does not open");
    const auto unlocked = must(data->unlock(login, password()), "a station does not unlock");
    return must(station::Identity::unseal(unlocked->secrets()), "a station has no identity").credentials();
}

void Desk::sit(const QString& login) {
    counter::SessionControl& session = m_station->session();
    session.lock();
    session.unlock(login, password());
    waitUntil([&] { return !session.isBusy(); }, "unlocking does not end");
    if (session.state() != counter::SessionControl::State::Unlocked)
        giveUp("the station does not unlock");
    counter().printing().setTarget({QStringLiteral("quay-1"), {}});
}

void Desk::addUser(const QString& login) {
    auto added = m_station->addUser(login, password());
    waitUntil([&] { return added.isFinished(); }, "adding a user does not end");
    must(added.result(), "adding a user");
}

void Desk::close() {
    m_station->session().close();
}

domain::Dossier Desk::dossier(domain::DossierId id) {
    return must(counter().runner().dossier(id), "a dossier is not there");
}

domain::Volume Desk::volume(int year) {
    const auto volumes = must(counter().books().volumes(), "the volumes cannot be read");
    const auto own = std::find_if(
        volumes.begin(), volumes.end(), [&](const domain::Volume& volume) { return counter().books().isOwn(volume) && volume.year == year; });
    if (own == volumes.end())
        giveUp("the desk has no volume of that year");
    return *own;
}

void Desk::waitForPaper() {
    waitUntil([this] { return counter().printing().pending() == 0; }, "paper does not come");
}

void Desk::waitUntilConfirmed() {
    waitUntil([this] { return counter().sync().isConfirmed(); }, "the gateway does not confirm");
}

void Desk::waitFor(domain::DossierId id, domain::State state) {
    waitUntil(
        [&] {
            const auto there = counter().archive().dossier(id);
            return there && there->state == state;
        },
        "a dossier does not arrive");
}

}
