// A crowd at the gateway's door: idle connections, slow ones of every kind, revoked stations that try on and on. A desk among them is answered.
// MOTCUA_CROWD=all brings as many as packaging/nightly does.

#include "tests/attack/gateway/FrontedGateway.h"
#include "tests/attack/gateway/TlsLine.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <thread>

using namespace motcua;
using test::FrontedGateway;
using test::TlsLine;

class tst_GatewayCrowd : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aDeskIsAnswered_data();
    void aDeskIsAnswered();

private:
    struct Size {
        int idle = 3000;
        int slow = 100;
        int revoked = 20;
        int questions = 60;
    };
    Size m_size;
};

Q_DECLARE_METATYPE(FrontedGateway::Front)

namespace {

constexpr int perCertificate = 20;

/// Many addresses, as an attacker has them; each holds fewer connections than it may.
QByteArray addressOf(int index) {
    constexpr int perAddress = 100;
    return "127.0.1." + QByteArray::number(1 + index / perAddress);
}

TlsLine::Who whoIs(const std::vector<test::Bearer>& bearers, int index) {
    const test::Bearer& bearer = bearers[static_cast<size_t>(index / perCertificate)];
    return {bearer.certificate.get(), bearer.key.get(), addressOf(index)};
}

int statusOf(const httplib::Result& answer) {
    return answer ? answer->status : -1;
}

size_t certificatesFor(int connections) {
    return static_cast<size_t>((connections + perCertificate - 1) / perCertificate);
}

/// Connections that shake hands, every other one asks something, and then nothing more is heard of them.
class Idle {
public:
    Idle(int port, const std::vector<test::Bearer>& bearers, int count) {
        for (int i = 0; i < count; ++i) {
            TlsLine line(port, whoIs(bearers, i));
            if (!line.shake())
                continue;
            if (i % 2 == 0)
                line.send("GET /v1/health HTTP/1.1\r\nHost: gateway\r\n\r\n");
            m_sockets.push_back(line.abandon());
        }
    }
    ~Idle() {
        for (const int socket : m_sockets)
            ::close(socket);
    }
    int count() const { return static_cast<int>(m_sockets.size()); }

private:
    std::vector<int> m_sockets;
};

/// Connections that say a sign a second: of a greeting, of a head, of a body; and such as ask for much and fetch nothing.
class Slow {
public:
    Slow(int port, const std::vector<test::Bearer>& stations, int count, const QByteArray& blob) {
        for (int i = 0; i < count; ++i) {
            auto line = std::make_unique<TlsLine>(port, whoIs(stations, i));
            const int kind = i % 4;
            if (kind == 0)
                line->sendBare("\x16\x03\x01");
            else if (!line->shake())
                continue;
            if (kind == 2)
                line->send("POST /v1/records HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\nContent-Length: 8000000\r\n\r\n{");
            if (kind == 3)
                line->send("GET /v1/blobs/content/" + blob + " HTTP/1.1\r\nHost: gateway\r\n\r\n");
            m_lines.emplace_back(kind, std::move(line));
        }
        m_thread = std::thread([this] { dribble(); });
    }
    ~Slow() {
        m_isOver = true;
        m_thread.join();
    }
    int count() const { return static_cast<int>(m_lines.size()); }

private:
    void dribble() {
        while (!m_isOver) {
            for (auto& [kind, line] : m_lines) {
                if (kind == 0)
                    line->sendBare("\x01");
                else if (kind < 3)
                    line->send("G", 10);
            }
            std::this_thread::sleep_for(std::chrono::seconds(1));
        }
    }

    std::vector<std::pair<int, std::unique_ptr<TlsLine>>> m_lines;
    std::atomic_bool m_isOver = false;
    std::thread m_thread;
};

/// Stations that were revoked and do not believe it.
class Revoked {
public:
    Revoked(int port, const std::vector<test::Bearer>& bearers) {
        m_thread = std::thread([this, port, &bearers] {
            while (!m_isOver)
                for (const test::Bearer& bearer : bearers) {
                    if (m_isOver)
                        return;
                    TlsLine line(port, {bearer.certificate.get(), bearer.key.get(), "127.0.2.1"});
                    if (line.shake() && line.send("GET /v1/mark HTTP/1.1\r\nHost: gateway\r\n\r\n") > 0)
                        m_served += test::statusesIn(line.hear(100)).contains(200) ? 1 : 0;
                    ++m_tries;
                    std::this_thread::sleep_for(std::chrono::milliseconds(5));
                }
        });
    }
    ~Revoked() {
        m_isOver = true;
        m_thread.join();
    }
    int tries() const { return m_tries; }
    int served() const { return m_served; }

private:
    std::atomic_bool m_isOver = false;
    std::atomic_int m_tries = 0;
    std::atomic_int m_served = 0;
    std::thread m_thread;
};

}

void tst_GatewayCrowd::initTestCase() {
    std::signal(SIGPIPE, SIG_IGN);
    if (qEnvironmentVariable("MOTCUA_CROWD") == QLatin1String("all"))
        m_size = {5000, 1000, 200, 300};
    rlimit limit{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 65536);
    ::setrlimit(RLIMIT_NOFILE, &limit);
    if (static_cast<rlim_t>(m_size.idle + m_size.slow + 500) > limit.rlim_cur)
        QSKIP("this machine lets a program open too few files");
}

void tst_GatewayCrowd::aDeskIsAnswered_data() {
    QTest::addColumn<FrontedGateway::Front>("front");
    QTest::newRow("own") << FrontedGateway::Front::Own;
    QTest::newRow("nginx") << FrontedGateway::Front::Nginx;
}

void tst_GatewayCrowd::aDeskIsAnswered() {
    QFETCH(FrontedGateway::Front, front);
    FrontedGateway gateway(front);
    const QByteArray error = gateway.start({QStringLiteral("--reserve"), QStringLiteral("0")});
    QVERIFY2(error.isEmpty(), error.constData());
    QVERIFY(!gateway.process().codes().isEmpty());
    test::TestStation desk;
    QCOMPARE(desk.enrol(gateway.process(), gateway.process().codes()[0]), 201);
    const auto strangers = gateway.strangers(static_cast<int>(certificatesFor(m_size.idle)));
    const auto stations = gateway.stations(static_cast<int>(certificatesFor(m_size.slow)), false);
    const auto revoked = gateway.stations(m_size.revoked, true);
    QCOMPARE(revoked.size(), static_cast<size_t>(m_size.revoked));
    const int port = gateway.process().port();

    // Larger than what lies in the sockets' buffers on the way.
    const std::string content(8 * 1024 * 1024, 'c');
    const QByteArray blob = QCryptographicHash::hash(QByteArray::fromStdString(content), QCryptographicHash::Sha256).toHex();
    const auto put = [&](const std::string& bytes, httplib::SSLClient& client) {
        const QByteArray hash = QCryptographicHash::hash(QByteArray::fromStdString(bytes), QCryptographicHash::Sha256).toHex();
        const httplib::Headers headers{{"Tus-Resumable", "1.0.0"}, {"Upload-Length", std::to_string(bytes.size())},
            {"Upload-Metadata", "sha256 " + hash.toBase64().toStdString()}};
        return statusOf(client.Post("/v1/blobs", headers, bytes, "application/offset+octet-stream"));
    };
    QCOMPARE(put(content, *desk.connect(gateway.process())), 201);

    QElapsedTimer timer;
    timer.start();
    const Idle idle(port, strangers, m_size.idle);
    const Slow slow(port, stations, m_size.slow, blob);
    const Revoked tries(port, revoked);
    const qint64 gathered = timer.elapsed();
    QVERIFY2(idle.count() > m_size.idle * 9 / 10, QByteArray::number(idle.count()).constData());
    QVERIFY2(slow.count() > m_size.slow * 9 / 10, QByteArray::number(slow.count()).constData());

    std::vector<qint64> times;
    const auto kept = desk.connect(gateway.process());
    for (int i = 0; i < m_size.questions; ++i) {
        QElapsedTimer one;
        one.start();
        // Every third question on a connection of its own, every third a page.
        const auto fresh = i % 3 == 0 ? desk.connect(gateway.process()) : nullptr;
        const auto ask = [&] { return (fresh ? *fresh : *kept).Get("/v1/mark"); };
        const int status = i % 3 == 1 ? put(std::string(300000, 'p') + std::to_string(i), *kept) : statusOf(ask());
        times.push_back(one.elapsed());
        QCOMPARE(status, i % 3 == 1 ? 201 : 200);
        QTest::qWait(30);
    }
    std::sort(times.begin(), times.end());
    const qint64 p95 = times[times.size() * 95 / 100];
    std::printf("%s: %d idle, %d slow (%lld ms to gather), %d tries of revoked stations; the desk: median %lld ms, p95 %lld ms, worst %lld ms; the "
                "gateway holds %lld MB\n",
        front == FrontedGateway::Front::Own ? "own front" : "nginx", idle.count(), slow.count(), static_cast<long long>(gathered), tries.tries(),
        static_cast<long long>(times[times.size() / 2]), static_cast<long long>(p95), static_cast<long long>(times.back()),
        static_cast<long long>(gateway.memory() / 1024 / 1024));
    QVERIFY2(p95 <= 1000, QByteArray::number(p95).constData());
    QVERIFY(tries.tries() > 0);
    QCOMPARE(tries.served(), 0);
}

QTEST_GUILESS_MAIN(tst_GatewayCrowd)
#include "tst_GatewayCrowd.moc"
