#include "tests/support/line/station/EnrolledStation.h"

#include "sync/http/EnrolmentClient.h"

#include <QFile>
#include <QTest>

namespace motcua::test {

namespace {

constexpr int patienceMs = 20'000;

QByteArray fileIn(const GatewayProcess& gateway, const char* name) {
    QFile file(gateway.folder() + QStringLiteral("/keys/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}

EnrolledStation::EnrolledStation(GatewayProcess& gateway, int desk)
    : m_gateway(gateway), m_clerk(domain::UserId::make(1'767'225'600'000)), m_desk(desk) {
    http::EnrolmentClient client;
    bool ended = false;
    QObject::connect(&client, &http::EnrolmentClient::enrolled, &client, [&](const http::Enrolment& enrolment) {
        const protocol::EnrolmentAnswer& answer = enrolment.answer;
        m_credentials = {QUuid::fromString(answer.station), QUrl(answer.url), enrolment.key, answer.certificate.toLatin1(),
            answer.authority.toLatin1(), answer.platformKey.toLatin1()};
        m_unit = answer.unit;
        m_store = std::make_unique<MemoryStore>(m_credentials.station);
        ended = true;
    });
    QObject::connect(&client, &http::EnrolmentClient::failed, &client, [&](const base::Error& error) {
        m_error = error.toLogLine();
        ended = true;
    });
    client.begin(QUrl(gateway.enrolmentUrl()), gateway.codes().value(desk), QStringLiteral("Quầy thử"));
    (void)QTest::qWaitFor([&] { return ended; }, patienceMs);
}

TestAuthority EnrolledStation::authority() const {
    return TestAuthority::fromPem(fileIn(m_gateway, "authority.pem"), fileIn(m_gateway, "authority.key"));
}

Behind EnrolledStation::behind() const {
    return {"127.0.0.1", static_cast<quint16>(m_credentials.platform.port()), {m_credentials.certificate, m_credentials.key},
        m_credentials.authority};
}

void EnrolledStation::work(int folders, int eventsPerFolder, qsizetype pageBytes) {
    DayPlan plan;
    plan.station = domain::StationId(m_credentials.station);
    plan.clerk = m_clerk;
    plan.unit = m_unit;
    plan.folders = folders;
    plan.eventsPerFolder = eventsPerFolder;
    plan.pageBytes = pageBytes;
    plan.firstSerial = m_desk * 100'000 + m_serial;
    m_serial += folders;
    for (const FiledEvent& filed : counterDay(plan))
        m_store->append(filed.event, filed.pages);
}

http::SyncOptions EnrolledStation::quick() {
    http::SyncOptions options;
    options.retry = {std::chrono::milliseconds(10), std::chrono::milliseconds(100), std::chrono::milliseconds(1)};
    return options;
}

std::unique_ptr<http::SyncService> EnrolledStation::service(quint16 port, const http::SyncOptions& options) const {
    http::Credentials credentials = m_credentials;
    if (port != 0)
        credentials.platform.setPort(port);
    MemoryStore* const store = m_store.get();
    auto made = std::make_unique<http::SyncService>(credentials, [store] { return base::Result<engine::Store*>(store); }, options);
    made->start();
    return made;
}

bool EnrolledStation::isConfirmed(const http::SyncService& service) const {
    const engine::Status status = service.status();
    return status.acknowledged == *m_store->lastSeq() && status.confirmedHead == m_store->headHex() && status.unsent == 0;
}

}
