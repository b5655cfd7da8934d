#include "tests/support/line/station/EnrolledStation.h"

#include "app/journal/keys/Secrets.h"
#include "sync/http/EnrolmentClient.h"

#include <QFile>
#include <QTest>

namespace motcua::test {

namespace {

constexpr int patienceMs = 20'000;

QByteArray fileIn(const GatewayProcess& gateway, const char* name) {
    QFile file(gateway.root() + QLatin1Char('/') + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}

EnrolledStation::EnrolledStation(GatewayProcess& gateway, int desk, Keeping keeping)
    : m_gateway(gateway), m_clerk(gateway.person(domain::Role::Clerk).id), m_desk(desk) {
    http::EnrolmentClient client;
    bool ended = false;
    QObject::connect(&client, &http::EnrolmentClient::enrolled, &client, [&](const http::Enrolment& enrolment) {
        const protocol::EnrolmentAnswer& answer = enrolment.answer;
        m_credentials = {QUuid::fromString(answer.station), QUrl(answer.url), enrolment.key, answer.certificate.toLatin1(),
            answer.authority.toLatin1(), answer.platformKey.toLatin1()};
        m_unit = answer.unit;
        ended = true;
    });
    QObject::connect(&client, &http::EnrolmentClient::failed, &client, [&](const base::Error& error) {
        m_error = error.toLogLine();
        ended = true;
    });
    client.begin({QUrl(gateway.enrolmentUrl()), gateway.codes().value(desk), {}, QStringLiteral("Quầy thử")});
    (void)QTest::qWaitFor([&] { return ended; }, patienceMs);
    if (m_credentials.station.isNull())
        return;
    if (keeping == Keeping::Journal) {
        keepInJournal();
        return;
    }
    m_memory = std::make_unique<MemoryStore>(m_credentials.station);
    m_store = m_memory.get();
}

void EnrolledStation::keepInJournal() {
    const journal::NewStation station{
        domain::StationId(m_credentials.station), {}, QStringLiteral("lan.nt"), QStringLiteral("nắng chiều qua sông Lô")};
    journal::StationOptions options;
    options.cost = {1, 64, 1};
    const auto kept = journal::StationData::create(m_directory.filePath(QStringLiteral("station")), station, options)
                          .and_then([&](std::unique_ptr<journal::StationData> data) {
                              m_data = std::move(data);
                              return m_data->unlock(station.login, station.password);
                          })
                          .and_then([&](std::unique_ptr<journal::Unlocked> unlocked) {
                              m_unlocked = std::move(unlocked);
                              return m_unlocked->secrets().put(QString::fromLatin1(journal::Secrets::platformKey), m_credentials.platformKey);
                          });
    if (kept)
        m_store = &m_unlocked->syncStore();
    else
        m_error = kept.error().toLogLine();
}

qint64 EnrolledStation::lastSeq() const {
    return m_unlocked ? m_unlocked->head()->seq : *m_memory->lastSeq();
}

QString EnrolledStation::headHex() const {
    return m_unlocked ? QString::fromLatin1(m_unlocked->head()->hash.toHex()) : m_memory->headHex();
}

TestAuthority EnrolledStation::authority() const {
    return TestAuthority::fromPem(fileIn(m_gateway, "root.pem"), fileIn(m_gateway, "root.key"), m_gateway.rootPassphrase().trimmed());
}

Behind EnrolledStation::behind() const {
    return {"127.0.0.1", static_cast<quint16>(m_credentials.platform.port()), {m_credentials.certificate, m_credentials.key.bytes().toByteArray()},
        m_credentials.authority};
}

void EnrolledStation::work(int dossiers, int eventsPerDossier, qsizetype pageBytes) {
    DayPlan plan;
    plan.station = domain::StationId(m_credentials.station);
    plan.clerk = m_clerk;
    plan.unit = m_unit;
    plan.dossiers = dossiers;
    plan.eventsPerDossier = eventsPerDossier;
    plan.pageBytes = pageBytes;
    plan.desk = m_desk;
    plan.first = m_filed;
    m_filed += dossiers;
    std::vector<domain::Event> batch;
    for (FiledEvent& filed : counterDay(plan)) {
        if (m_memory)
            m_memory->append(filed.event, filed.pages);
        else
            for (const QByteArray& page : filed.pages)
                QVERIFY(m_unlocked->blobs().put(page));
        batch.push_back(std::move(filed.event));
    }
    if (m_unlocked)
        QVERIFY(m_unlocked->journal().append(batch));
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
    engine::Store* const store = m_store;
    auto made = std::make_unique<http::SyncService>(
        credentials, [store] { return base::Result<engine::Store*>(store); }, options);
    made->start();
    return made;
}

bool EnrolledStation::isConfirmed(const http::SyncService& service) const {
    const engine::Status status = service.status();
    return status.acknowledged == lastSeq() && status.confirmedHead == headHex() && status.unsent == 0;
}

}
