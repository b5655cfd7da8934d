#include "tests/attack/gateway/FrontedGateway.h"

#include "sync/gateway/keys/Authority.h"
#include "sync/gateway/keys/KeyFile.h"
#include "sync/gateway/store/OpenStore.h"
#include "sync/gateway/store/StationTable.h"
#include "sync/gateway/store/UnitTable.h"
#include "tests/support/gateway/OpenedStore.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <sys/prctl.h>

#include <csignal>

namespace motcua::test {

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool save(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

std::pair<int, int> twoFreePorts() {
    QTcpServer one;
    QTcpServer other;
    one.listen(QHostAddress::LocalHost);
    other.listen(QHostAddress::LocalHost);
    return {one.serverPort(), other.serverPort()};
}

}

FrontedGateway::~FrontedGateway() {
    m_nginx.kill();
    m_nginx.waitForFinished();
}

QByteArray FrontedGateway::start(const QStringList& arguments) {
    // What is said here is no contract's traffic.
    qunsetenv("MOTCUA_TRAFFIC");
    if (m_front == Front::Own)
        return m_gateway.start(arguments) ? QByteArray() : m_gateway.errors();
    const auto [port, enrolmentPort] = twoFreePorts();
    if (!m_gateway.startBehind(m_folder.path(), port, enrolmentPort, arguments))
        return m_gateway.errors();
    return startNginx();
}

QByteArray FrontedGateway::startNginx() {
    const QByteArray folder = m_folder.path().toUtf8();
    QByteArray servers = contentOf(QStringLiteral(MOTCUA_SOURCE_DIR "/packaging/nginx/motcua-gateway.conf"));
    servers.replace("/run/motcua", folder);
    servers.replace("listen 8443", "listen 127.0.0.1:" + QByteArray::number(m_gateway.port()));
    servers.replace("listen 8444", "listen 127.0.0.1:" + QByteArray::number(m_gateway.enrolmentPort()));
    const QByteArray text =
        "daemon off; master_process off; pid " + folder + "/pid; error_log " + folder +
        "/errors; worker_rlimit_nofile 32768; events { worker_connections 16384; }\nhttp { access_log off; client_body_temp_path " + folder +
        "/b; proxy_temp_path " + folder + "/p; fastcgi_temp_path " + folder + "/f; uwsgi_temp_path " + folder + "/u; scgi_temp_path " + folder +
        "/s;\n" + servers + "}\n";
    if (!save(m_folder.filePath(QStringLiteral("nginx.conf")), text))
        return "no nginx.conf";
    m_nginx.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_nginx.start(QStringLiteral("nginx"),
        {QStringLiteral("-c"), m_folder.filePath(QStringLiteral("nginx.conf")), QStringLiteral("-e"), m_folder.filePath(QStringLiteral("errors"))});
    const bool up = QTest::qWaitFor(
        [this] {
            QTcpSocket probe;
            probe.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(m_gateway.port()));
            return probe.waitForConnected(200);
        },
        10'000);
    return up ? QByteArray() : "nginx: " + m_nginx.readAllStandardError() + contentOf(m_folder.filePath(QStringLiteral("errors")));
}

qint64 FrontedGateway::memory() const {
    const QByteArrayList words = contentOf(QStringLiteral("/proc/%1/statm").arg(m_gateway.processId())).split(' ');
    constexpr qint64 page = 4096;
    return words.value(1).toLongLong() * page;
}

std::vector<Bearer> FrontedGateway::strangers(int count) const {
    const auto authority = openedAuthority(m_gateway.directory());
    std::vector<Bearer> bearers;
    for (int i = 0; authority && i < count; ++i) {
        Bearer bearer{nullptr, gateway::newEllipticKey()};
        const auto pem =
            (*authority)
                ->signStation(TestStation::signingRequest(bearer.key.get()), bearer.key.get(), QUuid::createUuid(), QDateTime::currentDateTimeUtc());
        bearer.certificate = std::move(*gateway::certificateFromPem(*pem));
        bearers.push_back(std::move(bearer));
    }
    return bearers;
}

std::vector<Bearer> FrontedGateway::stations(int count, bool revoked) {
    std::vector<Bearer> bearers;
    const auto authority = openedAuthority(m_gateway.directory());
    const auto store = openedStore(m_gateway.directory());
    if (!authority || !store)
        return bearers;
    const auto written = (*store)->write([&](gateway::Tables& tables) -> base::Outcome {
        const auto units = tables.units().all();
        if (!units || units->empty())
            return base::fail(QStringLiteral("test.no-unit"));
        for (int i = 0; i < count; ++i) {
            const QUuid id = QUuid::createUuid();
            Bearer bearer{nullptr, gateway::newEllipticKey()};
            const auto pem =
                (*authority)->signStation(TestStation::signingRequest(bearer.key.get()), bearer.key.get(), id, QDateTime::currentDateTimeUtc());
            bearer.certificate = std::move(*gateway::certificateFromPem(*pem));
            const auto key = tables.stations().add(units->front().key, id, QStringLiteral("Quầy %1").arg(i));
            if (!key || !tables.stations().enrol(*key, {{}, gateway::derOf(bearer.certificate.get()), 1}))
                return base::fail(QStringLiteral("test.not-enrolled"));
            if (revoked && !tables.stations().revoke(id))
                return base::fail(QStringLiteral("test.not-revoked"));
            bearers.push_back(std::move(bearer));
        }
        return base::done();
    });
    return written ? std::move(bearers) : std::vector<Bearer>();
}

}
