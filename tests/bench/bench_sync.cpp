// Sending a backlog over mutual TLS to an embedded gateway, durable on both sides, against what the same bytes cost without a
// journal, a check or a disk: events against a bare TLS sink, signed acts against the bare verification of their signatures, pages against curl
// putting the same files to nginx. `bench_sync events|signed|pages` runs one.

#include "app/journal/StationData.h"
#include "app/journal/Unlocked.h"
#include "app/journal/keys/Secrets.h"
#include "sync/http/ActivationClient.h"
#include "sync/protocol/Address.h"
#include "sync/protocol/Pem.h"
#include "sync/protocol/RecordCodec.h"
#include "sync/protocol/Signing.h"
#include "sync/protocol/Vouchers.h"
#include "tests/support/line/station/EnrolledStation.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <httplib.h>

#include <cstdio>
#include <thread>

using namespace motcua;

namespace {

constexpr int events = 20'000;
constexpr int eventsPerDossier = 10;
constexpr int pages = 200;
constexpr int pageBytes = 300'000;
constexpr int patience = 300'000;

template <class T>
T must(base::Result<T> result) {
    if (!result)
        qFatal("%s", qPrintable(result.error().toLogLine()));
    return std::move(*result);
}

void print(const char* name, double value, const char* unit, double baseline, const QByteArray& goal, bool met) {
    std::printf("%s\t%.1f\t%s\t%.1f\t%.2f\t%s\t%s\n", name, value, unit, baseline, value / baseline, goal.constData(), met ? "met" : "missed");
    std::fflush(stdout);
}

double seconds(const QElapsedTimer& timer) {
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

void save(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

base::Secret password() {
    return QStringLiteral("đò dọc sông sâu nước lặng");
}

/// A station with a real journal at a real gateway.
struct Desk {
    Desk(test::GatewayProcess& gateway, int desk, const QString& directory) : number(desk), enrolled(gateway, desk) {
        if (!enrolled.isEnrolled())
            qFatal("%s", qPrintable(enrolled.error()));
        journal::NewStation station{domain::StationId(enrolled.credentials().station), {}, QStringLiteral("lan.nt"), password()};
        data = must(journal::StationData::create(directory, station));
        unlocked = must(data->unlock(station.login, station.password));
        must(unlocked->secrets().put(QString::fromLatin1(journal::Secrets::platformKey), enrolled.credentials().platformKey));
    }

    /// From now on the clerk signs, each append being an act.
    void activate(const test::GatewayProcess& gateway) {
        const journal::PersonKeyPointer key = unlocked->opener();
        const QString login = QStringLiteral("lan.nt");
        http::ActivationClient client(
            enrolled.credentials(), must(protocol::makeOffer(*key, login, gateway.activation(login), must(unlocked->head()).seq)));
        QByteArray voucher;
        QObject::connect(&client, &http::ActivationClient::activated, &client,
            [&](const protocol::PersonVoucher& said) { voucher = QJsonDocument(base::toJson(said)).toJson(); });
        QObject::connect(&client, &http::ActivationClient::failed, &client,
            [](const base::Error& error) { qFatal("not activated: %s", qPrintable(error.toLogLine())); });
        client.begin();
        (void)QTest::qWaitFor([&] { return !voucher.isEmpty(); }, patience);
        must(unlocked->keepVoucher(login, key->publicKey(), voucher));
        must(unlocked->seat(enrolled.clerk(), login, key));
    }

    void fileOneByOne(const test::DayPlan& plan) {
        for (const test::FiledEvent& filed : test::counterDay(plan))
            must(unlocked->journal().append({filed.event}));
    }

    void file(const test::DayPlan& plan) {
        std::vector<domain::Event> batch;
        for (test::FiledEvent& filed : test::counterDay(plan)) {
            for (const QByteArray& page : filed.pages)
                must(unlocked->blobs().put(page));
            batch.push_back(std::move(filed.event));
        }
        must(unlocked->journal().append(batch));
    }

    /// Until the platform has confirmed everything, in seconds.
    double send() {
        http::SyncService service(enrolled.credentials(), [this] { return base::Result<engine::Store*>(&unlocked->syncStore()); });
        bool done = false;
        const QString head = QString::fromLatin1(must(unlocked->head()).hash.toHex());
        QObject::connect(&service, &engine::Service::statusChanged, &service,
            [&](const engine::Status& status) { done = status.confirmedHead == head && status.unsent == 0; });
        QElapsedTimer timer;
        timer.start();
        service.start();
        double took = 0;
        QObject::connect(&service, &engine::Service::statusChanged, &service, [&] { took = done && took == 0 ? seconds(timer) : took; });
        (void)QTest::qWaitFor([&] { return done; }, patience);
        if (!done)
            qFatal("not confirmed: %s", qPrintable(service.status().lastError.toLogLine()));
        return took;
    }

    test::DayPlan plan(int dossiers, int each, qsizetype bytes) const {
        test::DayPlan day;
        day.station = domain::StationId(enrolled.credentials().station);
        day.clerk = enrolled.clerk();
        day.unit = QStringLiteral("H49.30");
        day.desk = number;
        day.dossiers = dossiers;
        day.eventsPerDossier = each;
        day.pageBytes = bytes;
        return day;
    }

    int number;
    test::EnrolledStation enrolled;
    std::unique_ptr<journal::StationData> data;
    std::unique_ptr<journal::Unlocked> unlocked;
};

struct Batch {
    std::string body;
    protocol::RecordHeader last;
};

/// The same batches to a server that reads and forgets them, in seconds.
double postToSink(const std::vector<Batch>& batches, const QTemporaryDir& directory) {
    const test::Identity identity = test::TestAuthority::make().server();
    const QString certificate = directory.filePath(QStringLiteral("sink.pem"));
    const QString key = directory.filePath(QStringLiteral("sink.key"));
    save(certificate, identity.certificate);
    save(key, identity.key);
    httplib::SSLServer sink(qPrintable(certificate), qPrintable(key));
    sink.Post("/v1/records", [](const httplib::Request&, httplib::Response& response) { response.set_content("{}", "application/json"); });
    const int port = sink.bind_to_any_port("127.0.0.1");
    std::thread serving([&sink] { sink.listen_after_bind(); });
    while (!sink.is_running())
        std::this_thread::yield();
    QElapsedTimer timer;
    timer.start();
    {
        httplib::SSLClient client("127.0.0.1", port);
        client.enable_server_certificate_verification(false);
        client.set_keep_alive(true);
        for (const Batch& batch : batches)
            if (const auto result = client.Post("/v1/records", batch.body, "application/json"); !result || result->status != 200)
                qFatal("the sink does not answer");
    }
    const double took = seconds(timer);
    sink.stop();
    serving.join();
    return took;
}

std::vector<protocol::Record> recordsOf(engine::Store& store, qint64 count) {
    std::vector<protocol::Record> records;
    while (static_cast<qint64>(records.size()) < count)
        for (protocol::Record& record :
            must(store.records(records.empty() ? 0 : records.back().header.seq, static_cast<int>(protocol::limit::recordsPerBatch))))
            records.push_back(std::move(record));
    return records;
}

std::vector<Batch> batchesOf(const std::vector<protocol::Record>& records) {
    std::vector<Batch> batches;
    for (auto next = records.begin(); next != records.end();) {
        protocol::BatchEncoder encoder;
        while (next != records.end() && encoder.add(*next))
            ++next;
        batches.push_back({encoder.finish().toStdString(), std::prev(next)->header});
    }
    return batches;
}

void benchEvents(test::GatewayProcess& gateway, const QTemporaryDir& directory) {
    Desk desk(gateway, 0, directory.filePath(QStringLiteral("events")));
    // The feed's lists are there already, as on every day but the first.
    desk.file(desk.plan(1, eventsPerDossier, 0));
    desk.send();
    test::DayPlan plan = desk.plan(events / eventsPerDossier, eventsPerDossier, 0);
    plan.first = 1;
    desk.file(plan);
    const double baseline = events / postToSink(batchesOf(recordsOf(desk.unlocked->syncStore(), events)), directory);
    const double rate = events / desk.send();
    print("sync_events", rate, "events/s", baseline, ">=20000", rate >= 20'000);
}

/// What a desk with its own person's key has to send.
struct Backlog {
    Backlog(test::GatewayProcess& gateway, int number, int count, const QTemporaryDir& directory)
        : desk(gateway, number, directory.filePath(QStringLiteral("signed-%1").arg(number))) {
        desk.file(desk.plan(1, eventsPerDossier, 0));
        desk.send();
        desk.activate(gateway);
        test::DayPlan plan = desk.plan(count / eventsPerDossier, eventsPerDossier, 0);
        plan.first = 1;
        desk.fileOneByOne(plan);
        records = recordsOf(desk.unlocked->syncStore(), eventsPerDossier + count);
        std::erase_if(records, [](const protocol::Record& record) { return !record.act; });
        key = protocol::publicKeyFromDer(must(desk.data->identify(QStringLiteral("lan.nt"), password()))->publicKey());
        deskKey = protocol::privateKeyIn(desk.enrolled.credentials().key.bytes());
        certificate = std::move(protocol::certificatesIn(desk.enrolled.credentials().certificate).front());
        for (Batch& batch : batchesOf(records)) {
            const QByteArray text = protocol::headText(desk.enrolled.credentials().station, batch.last.seq, protocol::hashOf(batch.last));
            heads.push_back(must(protocol::signText(deskKey.get(), text)).toBase64().toStdString());
            batches.push_back(std::move(batch));
        }
    }

    void post(int port) const {
        httplib::SSLClient client("127.0.0.1", port, certificate.get(), deskKey.get());
        client.enable_server_certificate_verification(false);
        client.set_keep_alive(true);
        client.set_read_timeout(patience / 1000);
        for (size_t i = 0; i < batches.size(); ++i) {
            const httplib::Headers head{{protocol::header::head, heads[i]}};
            if (const auto result = client.Post("/v1/records", head, batches[i].body, "application/json"); !result || result->status != 200)
                qFatal("records were not taken: %s", result ? result->body.c_str() : "no answer");
        }
    }

    Desk desk;
    std::vector<protocol::Record> records;
    std::vector<Batch> batches;
    std::vector<std::string> heads;
    protocol::KeyPointer key;
    protocol::KeyPointer deskKey;
    protocol::CertificatePointer certificate;
};

/// How many signatures of these acts the processors verify a second when they do nothing else.
double verificationRate(const std::vector<std::unique_ptr<Backlog>>& desks) {
    const size_t cores = std::max(1U, std::thread::hardware_concurrency());
    QElapsedTimer timer;
    timer.start();
    std::vector<std::thread> threads;
    for (size_t core = 0; core < cores; ++core)
        threads.emplace_back([&, core] {
            for (const auto& desk : desks)
                for (size_t i = core; i < desk->records.size(); i += cores)
                    if (const auto& [header, act] = std::tie(desk->records[i].header, desk->records[i].act);
                        !protocol::isSigned(desk->key.get(), protocol::actText(header.station, *act), act->signature))
                        qFatal("a signature is wrong");
        });
    for (std::thread& thread : threads)
        thread.join();
    return events / seconds(timer);
}

/// Every event an act of its own. The desks of a unit send at once what they have ready: what it costs them to make it ready is in "sync_events".
void benchSignedActs(test::GatewayProcess& gateway, const QTemporaryDir& directory) {
    constexpr int desks = 4;
    std::vector<std::unique_ptr<Backlog>> backlogs;
    for (int desk = 0; desk < desks; ++desk)
        backlogs.push_back(std::make_unique<Backlog>(gateway, desk, events / desks, directory));
    const double baseline = verificationRate(backlogs);
    QElapsedTimer timer;
    timer.start();
    std::vector<std::thread> threads;
    for (const auto& backlog : backlogs)
        threads.emplace_back([&] { backlog->post(gateway.port()); });
    for (std::thread& thread : threads)
        thread.join();
    const double rate = events / seconds(timer);
    print("sync_signed_acts", rate, "acts/s", baseline, ">=0.6x", rate >= 0.6 * baseline);
}

/// Starts nginx with a WebDAV directory over TLS. Ends with the process object.
quint16 startNginx(QProcess& nginx, const QTemporaryDir& directory) {
    QTcpServer free;
    if (!free.listen(QHostAddress::LocalHost))
        qFatal("no free port");
    const quint16 port = free.serverPort();
    free.close();
    const test::Identity identity = test::TestAuthority::make().server();
    const QString root = directory.filePath(QStringLiteral("nginx"));
    QDir().mkpath(root + QStringLiteral("/put"));
    save(root + QStringLiteral("/server.pem"), identity.certificate);
    save(root + QStringLiteral("/server.key"), identity.key);
    const QString text =
        QStringLiteral("daemon off; master_process off; pid %1/pid; error_log %1/errors; events {}\n"
                       "http { access_log off; client_body_temp_path %1/body; proxy_temp_path %1/p; fastcgi_temp_path %1/f; uwsgi_temp_path %1/u;\n"
                       "scgi_temp_path %1/s; server { listen 127.0.0.1:%2 ssl; ssl_certificate %1/server.pem; ssl_certificate_key %1/server.key;\n"
                       "keepalive_requests 10000; client_max_body_size 64m; root %1; location /put/ { dav_methods PUT; } } }\n")
            .arg(root)
            .arg(port);
    save(root + QStringLiteral("/nginx.conf"), text.toUtf8());
    nginx.start(QStringLiteral("nginx"),
        {QStringLiteral("-c"), root + QStringLiteral("/nginx.conf"), QStringLiteral("-e"), root + QStringLiteral("/errors")});
    if (!nginx.waitForStarted())
        qFatal("nginx does not start");
    const bool up = QTest::qWaitFor(
        [port] {
            QTcpSocket probe;
            probe.connectToHost(QHostAddress::LocalHost, port);
            return probe.waitForConnected(200);
        },
        10'000);
    if (!up)
        qFatal("nginx does not listen");
    return port;
}

/// curl puts the files one after the other on one connection, in seconds.
double putToNginx(const std::vector<test::FiledEvent>& day, const QTemporaryDir& directory) {
    QProcess nginx;
    const quint16 port = startNginx(nginx, directory);
    QDir().mkpath(directory.filePath(QStringLiteral("pages")));
    QByteArray config = "insecure\nfail\nsilent\n";
    int count = 0;
    for (const test::FiledEvent& filed : day)
        for (const QByteArray& page : filed.pages) {
            const QString path = directory.filePath(QStringLiteral("pages/%1.jpg").arg(count));
            save(path, page);
            config += "upload-file=\"" + path.toUtf8() + "\"\nurl=\"https://127.0.0.1:" + QByteArray::number(port) + "/put/" +
                      QByteArray::number(count++) + ".jpg\"\n";
        }
    const QString list = directory.filePath(QStringLiteral("curl.config"));
    save(list, config);
    QElapsedTimer timer;
    timer.start();
    const int code = QProcess::execute(QStringLiteral("curl"), {QStringLiteral("-K"), list});
    const double took = seconds(timer);
    nginx.terminate();
    nginx.waitForFinished();
    if (code != 0 || QDir(directory.filePath(QStringLiteral("nginx/put"))).entryList(QDir::Files).size() != pages)
        qFatal("curl could not put the pages: %d", code);
    return took;
}

void benchPages(test::GatewayProcess& gateway, const QTemporaryDir& directory) {
    Desk desk(gateway, 1, directory.filePath(QStringLiteral("pages-station")));
    // The feed's lists are there already, as on every day but the first.
    desk.file(desk.plan(1, 2, 0));
    desk.send();
    test::DayPlan plan = desk.plan(pages, 2, pageBytes);
    plan.first = 500'000;
    const double baseline = pages / putToNginx(test::counterDay(plan), directory);
    desk.file(plan);
    const double rate = pages / desk.send();
    print("sync_pages_300kB", rate, "pages/s", baseline, ">=0.5x", rate >= 0.5 * baseline);
}

}

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QTemporaryDir directory;
    // A platform each: a station of the second would otherwise receive the first one's events while it sends.
    using Bench = void (*)(test::GatewayProcess&, const QTemporaryDir&);
    for (const auto& [name, bench] : {std::pair<QString, Bench>("events", &benchEvents), {"signed", &benchSignedActs}, {"pages", &benchPages}}) {
        if (argc > 1 && name != QString::fromLocal8Bit(argv[1]))
            continue;
        test::GatewayProcess gateway;
        if (!gateway.start())
            qFatal("%s", gateway.errors().constData());
        bench(gateway, directory);
        const QJsonObject check = gateway.check();
        if (check.value(QLatin1String("lost")).toInt(-1) != 0 || check.value(QLatin1String("doubled")).toInt(-1) != 0)
            qFatal("the gateway lost or doubled records");
    }
    return 0;
}
