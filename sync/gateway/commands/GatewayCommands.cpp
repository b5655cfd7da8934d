#include "sync/gateway/commands/GatewayCommands.h"

#include "app/base/Logging.h"
#include "sync/gateway/commands/AuthorityCommands.h"
#include "sync/gateway/commands/CommandWords.h"
#include "sync/gateway/commands/Founding.h"
#include "sync/gateway/commands/ProvinceCommands.h"
#include "sync/gateway/keys/KeyFile.h"
#include "sync/gateway/ledger/Audit.h"
#include "sync/gateway/ledger/Settling.h"
#include "sync/gateway/ledger/Statistics.h"
#include "sync/gateway/net/Server.h"
#include "sync/gateway/publish/DeskGrant.h"
#include "sync/gateway/publish/JobFiles.h"
#include "sync/gateway/store/OpenStore.h"
#include "sync/vault/OutsideKey.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <csignal>
#include <cstdio>

namespace motcua::gateway {

namespace {

constexpr int notUnderstood = 2;
constexpr qint64 megabyte = 1024LL * 1024;
constexpr qint64 gigabyte = 1024 * megabyte;
constexpr char ownCommands[] =
    "  init               {--key-file FILE | --passphrase} {--recovery-key FILE | --recovery-public FILE} --root DIR\n"
    "                     [--authority-days N] [--host HOST] [--catalogue DIR] [--catalogue-version YYYY-MM-DD]     the key opens the data and is "
    "never kept with it\n"
    "  init               --training [--set NAME=VALUE] [--host HOST]     all keys lie in DIR.keys\n"
    "  serve              [--listen ADDRESS:PORT] [--enrol-port PORT] [--host HOST] [--behind DIR] [--reserve MB]\n"
    "                     [--unit-quota GB]\n"
    "  enrol-code         --unit CODE [--name NAME] [--login LOGIN]     a new desk and its one-time code; with --login it\n"
    "                     is that person's own, who signs from the first moment on: give it to nobody else\n"
    "  activation         --unit CODE --login LOGIN [--days N] [--file FILE]     a code with which that person signs at a desk; one use;\n"
    "                     FILE: what a desk without a line needs besides, of no use without the code\n"
    "  revoke             --station UUID\n"
    "  seal               {--key-file FILE | --passphrase} [--recovery-key FILE]     data that a program before left in clear; serve does\n"
    "                     the same\n"
    "  reseal             [--new-key FILE | --new-passphrase]     everything under a new key, while nobody serves\n"
    "  stats              what the province holds, by unit\n"
    "  check              verifies everything that is held\n";

QJsonObject codeJson(const NewCode& code) {
    return {{QStringLiteral("station"), code.station.toString(QUuid::WithoutBraces)}, {QStringLiteral("name"), code.stationName},
        {QStringLiteral("code"), code.code}, {QStringLiteral("expires"), code.expires.toString(Qt::ISODate)}};
}

QJsonObject activationJson(const NewActivation& activation) {
    return {{QStringLiteral("login"), activation.login}, {QStringLiteral("activation"), activation.code},
        {QStringLiteral("expires"), activation.expires.toString(Qt::ISODate)}};
}

/// Where the catalogue lies: beside an installed program, else in the source tree it was built from.
QString defaultCatalogue() {
    const QString installed = QCoreApplication::applicationDirPath() + QStringLiteral("/../share/motcua/catalogue");
    return QDir(installed).exists() ? installed : QStringLiteral(MOTCUA_CATALOGUE_DIR);
}

/// Where a proxy's key may lie in clear: in a folder that was made for it, and that no copy of the data takes along.
base::Outcome fitsBehind(const QString& sockets, const QString& data) {
    const auto about = [&](const char* code) { return base::fail(base::Error{QLatin1String(code), {{QStringLiteral("file"), sockets}}}); };
    if (!QDir(sockets).exists())
        return about("behind.missing");
    return vault::isWithin(sockets, data) ? about("behind.inside-data") : base::done();
}

}

int GatewayCommands::print(const QJsonObject& json) {
    std::fputs(QJsonDocument(json).toJson().constData(), stdout);
    std::fflush(stdout);
    return 0;
}

void GatewayCommands::describe() {
    m_parser.setApplicationDescription(
        QStringLiteral("The reference provincial platform of Một Cửa.\n\n") + QLatin1String(ownCommands) + AuthorityCommands::help() +
        QStringLiteral("\nWhat follows changes what the stations get; it may be done while serve runs, and repeated:\n") + ProvinceCommands::help() +
        QStringLiteral("\nEvery command takes --data DIR. Exit codes: 0 done, 1 refused or failed, 2 not understood."));
    m_parser.addHelpOption();
    m_parser.addPositionalArgument(QStringLiteral("command"), QStringLiteral("One of those above."));
    const auto option = [&](const char* name, const char* text, const char* value = "", const QString& fallback = {}) {
        m_parser.addOption(QCommandLineOption(QLatin1String(name), QLatin1String(text), QLatin1String(value), fallback));
    };
    option("data", "The data folder.", "DIR");
    option("training", "init: with a unit to learn and try with.");
    option("desk-volumes", "init --training, add-unit: each desk has volumes of its own, each from 00001, as units had before carry-over.");
    option("unit", "The unit's electronic identification code; H49.30 for init --training and enrol-code.", "CODE", QStringLiteral("H49.30"));
    option("catalogue", "Directory with procedures*.csv, fees.csv, holidays.csv and communes-*.csv.", "DIR", defaultCatalogue());
    option("catalogue-version", "init, publish-catalogue: the catalogue's version, a date.", "YYYY-MM-DD", QStringLiteral("2026-11-01"));
    option("host", "init, serve: a name or address that stations use; init takes several.", "HOST");
    option("listen", "serve: address and port; port 0 is any free one.", "ADDRESS:PORT", QStringLiteral("127.0.0.1:8443"));
    option("port", "serve: the port, instead of the one in --listen.", "PORT");
    option("enrol-port", "serve: the enrolment listener's port; default: the next one, or any free one.", "PORT");
    option("behind", "serve: sockets in this folder, for an nginx that listens at the ports and checks certificates (packaging/nginx).", "DIR");
    option(
        "reserve", "serve: megabytes of the disk that scanned pages leave free for records.", "MB", QString::number(PageBounds().reserve / megabyte));
    option("unit-quota", "serve: gigabytes of scanned pages that one unit may send in 24 hours.", "GB",
        QString::number(PageBounds().unitADay / gigabyte));
    option("name", "enrol-code: what people call the desk; add-unit: the unit's name; accounts: the full name.", "NAME", QStringLiteral("Quầy"));
    option("file", "activation: where the file for a desk without a line is written.", "FILE");
    option("days", "activation: how long the code is good.", "N", QStringLiteral("14"));
    option("station", "revoke: whose certificate no longer counts; grant: the desk.", "UUID");
    option("lang", "Of words on standard error: vi, en.", "LANG", QStringLiteral("vi"));
    KeyOptions::describe(m_parser);
    AuthorityCommands::describe(m_parser);
    ProvinceCommands::describe(m_parser);
}

int GatewayCommands::run(const QStringList& arguments) {
    describe();
    m_parser.process(arguments);
    const QString command = m_parser.positionalArguments().value(0);
    if (!isComplete(command))
        return notUnderstood;
    const auto result = carryOut(command);
    if (result)
        return *result;
    say(result.error());
    return result.error().code == QLatin1String("command.incomplete") ? notUnderstood : 1;
}

bool GatewayCommands::isComplete(const QString& command) const {
    for (const QString& option : ProvinceCommands::needs(command))
        if (!m_parser.isSet(option)) {
            say({QStringLiteral("command.incomplete"), {{QStringLiteral("option"), option}}});
            return false;
        }
    return true;
}

base::Result<int> GatewayCommands::carryOut(const QString& command) {
    const QHash<QString, base::Result<int> (GatewayCommands::*)()> commands{{QStringLiteral("init"), &GatewayCommands::init},
        {QStringLiteral("serve"), &GatewayCommands::serve}, {QStringLiteral("stats"), &GatewayCommands::stats},
        {QStringLiteral("check"), &GatewayCommands::check}, {QStringLiteral("enrol-code"), &GatewayCommands::enrolCode},
        {QStringLiteral("activation"), &GatewayCommands::activation}, {QStringLiteral("revoke"), &GatewayCommands::revoke},
        {QStringLiteral("seal"), &GatewayCommands::seal}, {QStringLiteral("reseal"), &GatewayCommands::reseal}};
    if (command == QLatin1String("activation") && !m_parser.isSet(QStringLiteral("login"))) {
        say({QStringLiteral("command.incomplete"), {{QStringLiteral("option"), QStringLiteral("login")}}});
        return notUnderstood;
    }
    if (command == QLatin1String("authority"))
        return AuthorityCommands(m_parser, m_clock, [this] { return vault(); })
            .carryOut(m_parser.positionalArguments().value(1))
            .map([&](const QJsonObject& done) {
                if (done.contains(QLatin1String("until")))
                    say({QStringLiteral("authority.next-start")});
                return print(done);
            });
    const auto own = commands.value(command);
    const auto ofProvince = ProvinceCommands::find(command);
    if ((!own && !ofProvince) || directory().isEmpty()) {
        std::fputs(qPrintable(m_parser.helpText()), stderr);
        return notUnderstood;
    }
    if (own)
        return (this->*own)();
    const auto opened = vault();
    if (!opened)
        return base::fail(opened.error());
    ProvinceCommands province(m_parser, m_clock, *opened);
    return (province.*ofProvince)().map(&print);
}

base::Result<std::shared_ptr<const vault::Vault>> GatewayCommands::vault() {
    // Who names another folder by mistake is told so, not asked for its key.
    if (!holdsStore(directory()))
        return base::fail(noDataIn(directory()));
    return m_key.ring(directory()).map([](const vault::KeyRing& ring) { return ring.vault(); });
}

base::Result<std::unique_ptr<Platform>> GatewayCommands::platform() {
    return vault().and_then([&](std::shared_ptr<const vault::Vault> opened) { return Platform::openBy(directory(), std::move(opened), m_clock); });
}

void GatewayCommands::say(const base::Error& error) const {
    const bool english = m_parser.value(QStringLiteral("lang")) == QLatin1String("en");
    std::fprintf(stderr, "motcua-gateway: %s\n", qPrintable(commandWords(error, english ? base::Language::English : base::Language::Vietnamese)));
}

/// All that a real province is to say and does not; empty: nothing.
QString GatewayCommands::missingOfInit() const {
    const auto isSaid = [&](std::initializer_list<const char*> options) {
        return std::any_of(options.begin(), options.end(), [&](const char* option) { return m_parser.isSet(QLatin1String(option)); });
    };
    QStringList missing;
    if (!isSaid({"key-file", "passphrase", "passphrase-fd"}) && vault::credentialFile().isEmpty())
        missing << QStringLiteral("key-file");
    if (!isSaid({"recovery-key", "recovery-public"}))
        missing << QStringLiteral("recovery-key");
    if (!isSaid({"root"}))
        missing << QStringLiteral("root");
    return missing.join(QStringLiteral(", --"));
}

base::Result<int> GatewayCommands::init() {
    const bool isTraining = m_parser.isSet(QStringLiteral("training"));
    if (const QString missing = isTraining ? QString() : missingOfInit(); !missing.isEmpty())
        return base::fail(QStringLiteral("command.incomplete"), {{QStringLiteral("option"), missing}});
    const auto key = m_key.source(KeyOptions::Purpose::Make);
    if (!key)
        return base::fail(key.error());
    const QStringList extra = m_parser.values(QStringLiteral("host"));
    return found({.directory = directory(),
                     .hosts = QStringList{QStringLiteral("localhost"), QStringLiteral("127.0.0.1"), QStringLiteral("::1")} + extra,
                     .catalogue = m_parser.value(QStringLiteral("catalogue")),
                     .catalogueVersion = m_parser.value(QStringLiteral("catalogue-version")),
                     .unit = m_parser.value(QStringLiteral("unit")),
                     .isTraining = isTraining,
                     .key = *key,
                     .recoveryKey = m_parser.value(QStringLiteral("recovery-key")),
                     .recoveryPublic = m_parser.value(QStringLiteral("recovery-public")),
                     .root = [&] { return AuthorityCommands::rootFor(m_parser, directory(), isTraining, m_clock.now()); },
                     .authorityDays = AuthorityCommands::days(m_parser),
                     .settings = m_parser.values(QStringLiteral("set")),
                     .hasDeskVolumes = m_parser.isSet(QStringLiteral("desk-volumes"))},
        m_clock)
        .map([&](const Founded& founded) {
            const QString recovery = founded.recoveryKey.isEmpty() ? QString() : QFileInfo(founded.recoveryKey).absoluteFilePath();
            const QString root = isTraining ? QString() : QFileInfo(m_parser.value(QStringLiteral("root"))).absoluteFilePath();
            if (!isTraining)
                say({QStringLiteral("province.carry-away"),
                    {{QStringLiteral("files"), (QStringList(recovery) << root).join(recovery.isEmpty() ? QString() : QStringLiteral(", "))}}});
            QJsonArray codes;
            for (const NewCode& code : founded.codes)
                codes.append(codeJson(code));
            QJsonArray people;
            for (const NewActivation& activation : founded.activations)
                people.append(activationJson(activation));
            return print({{QStringLiteral("codes"), codes}, {QStringLiteral("people"), people}, {QStringLiteral("keyFile"), founded.keyFile},
                {QStringLiteral("recoveryKey"), recovery}, {QStringLiteral("root"), root}});
        });
}

base::Result<int> GatewayCommands::serve() {
    // Blocked before any thread is made, so that only the wait below gets them.
    sigset_t endings;
    sigemptyset(&endings);
    sigaddset(&endings, SIGTERM);
    sigaddset(&endings, SIGINT);
    pthread_sigmask(SIG_BLOCK, &endings, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    const QString listen = m_parser.value(QStringLiteral("listen"));
    const qsizetype colon = listen.lastIndexOf(QLatin1Char(':'));
    bool isNumber = false;
    const int port = (m_parser.isSet(QStringLiteral("port")) ? m_parser.value(QStringLiteral("port")) : listen.mid(colon + 1)).toInt(&isNumber);
    const auto bounds = pageBounds();
    const QString behind = m_parser.value(QStringLiteral("behind"));
    if (colon < 1 || !isNumber || !bounds || (!behind.isEmpty() && port == 0))
        return notUnderstood;
    if (const auto fits = behind.isEmpty() ? base::done() : fitsBehind(behind, directory()); !fits)
        return base::fail(fits.error());
    const int enrolmentPort = m_parser.isSet(QStringLiteral("enrol-port")) ? m_parser.value(QStringLiteral("enrol-port")).toInt()
                              : port == 0                                  ? 0
                                                                           : port + 1;
    auto own = openOwnData(*bounds);
    if (!own)
        return base::fail(own.error());
    const std::unique_ptr<Platform>* platform = &own->platform;
    // A data directory of a program that knew no kinds of job has none published.
    if (const auto published = (*platform)->store().write([](Tables& tables) { return publishBuiltInJobs(tables); }); !published)
        return base::fail(published.error());
    // Nor have its desks a volume of what a newer program numbers.
    if (const auto given = (*platform)->store().write([&](Tables& tables) { return grantNewBooks(tables, m_clock.now()); }); !given)
        return base::fail(given.error());
    if (const auto settled = settleWaiting((*platform)->store(), m_clock.now().toMSecsSinceEpoch()); !settled)
        return base::fail(settled.error());
    Server server(**platform, {.host = listen.left(colon).toStdString(),
                                  .port = port,
                                  .enrolmentPort = enrolmentPort,
                                  .publicHost = m_parser.values(QStringLiteral("host")).value(0).toStdString(),
                                  .behind = behind.isEmpty() ? QString() : QDir(behind).absolutePath()});
    if (auto started = server.start(); !started)
        return base::fail(started.error());
    std::printf("listening %s enrol %s\n", qPrintable(server.url()), qPrintable(server.enrolmentUrl()));
    std::fflush(stdout);
    int ending = 0;
    sigwait(&endings, &ending);
    server.stop();
    qCInfo(base::lcGateway) << "stopped";
    return 0;
}

std::optional<PageBounds> GatewayCommands::pageBounds() const {
    bool isReserve = false;
    bool isQuota = false;
    const qint64 reserve = m_parser.value(QStringLiteral("reserve")).toLongLong(&isReserve);
    const qint64 quota = m_parser.value(QStringLiteral("unit-quota")).toLongLong(&isQuota);
    constexpr qint64 most = 1024LL * 1024 * 1024; // of either: a petabyte, an exabyte
    if (!isReserve || !isQuota || reserve < 0 || quota < 1 || reserve > most || quota > most)
        return std::nullopt;
    return PageBounds{reserve * megabyte, quota * gigabyte};
}

base::Result<OwnData> GatewayCommands::openOwnData(const PageBounds& bounds) {
    auto lock = takeData(directory());
    if (!lock)
        return base::fail(lock.error());
    // Data of before has no key yet: this one is made now.
    const auto source = m_key.source(vault::KeyRing::isIn(directory()) ? KeyOptions::Purpose::Open : KeyOptions::Purpose::Make);
    auto ring =
        source ? m_key.ring(directory()).map([](vault::KeyRing opened) { return std::optional(std::move(opened)); }) : base::fail(source.error());
    // Data of before has none: it is sealed now, where it was said under which key.
    if (!ring && ring.error().code == QLatin1String("key.none"))
        ring = std::optional<vault::KeyRing>();
    if (!ring)
        return base::fail(ring.error());
    auto own = openOwn(std::move(*lock), directory(), std::move(*ring), *source, m_parser.value(QStringLiteral("recovery-key")), m_clock, bounds);
    if (own && !own->recoveryKey.isEmpty())
        say({QStringLiteral("key.recovery-moved"), {{QStringLiteral("file"), own->recoveryKey}}});
    return own;
}

base::Result<int> GatewayCommands::seal() {
    return openOwnData({}).map([](const OwnData& own) {
        return print({{QStringLiteral("sealed"), true}, {QStringLiteral("keyFile"), own.keyFile}, {QStringLiteral("recoveryKey"), own.recoveryKey}});
    });
}

base::Result<int> GatewayCommands::reseal() {
    // Nobody goes on under a key that is about to go.
    auto lock = takeData(directory());
    if (!lock)
        return base::fail(lock.error());
    auto ring = m_key.ring(directory());
    const QString before = ring ? ring->keyFile() : QString();
    const auto next = ring ? m_key.next() : base::fail(ring.error());
    const auto changed = next ? ring->change(*next) : base::fail(next.error());
    if (!changed)
        return base::fail(changed.error());
    return openOwn(std::move(*lock), directory(), std::move(*ring), {}, m_parser.value(QStringLiteral("recovery-key")), m_clock)
        .map([&](const OwnData& own) {
            if (!before.isEmpty() && before != own.keyFile)
                say({QStringLiteral("key.old-may-go"), {{QStringLiteral("file"), before}}});
            return print({{QStringLiteral("sealed"), true}, {QStringLiteral("keyFile"), own.keyFile}});
        });
}

base::Result<int> GatewayCommands::stats() {
    return vault()
        .and_then([&](std::shared_ptr<const vault::Vault> opened) { return openStore(directory(), std::move(opened)); })
        .and_then([](const std::unique_ptr<PlatformStore>& store) { return statistics(*store); })
        .map(&print);
}

base::Result<int> GatewayCommands::check() {
    QString until;
    return platform()
        .and_then([&](const std::unique_ptr<Platform>& platform) {
            until = platform->authority().until().toString(Qt::ISODate);
            const qint64 now = m_clock.now().toMSecsSinceEpoch();
            return settleWaiting(platform->store(), now)
                .and_then([&](const Settled&) { return audit(platform->store(), platform->blobs()); })
                .and_then([&](AuditReport report) {
                    return platform->store().read([](const Tables& tables) { return damagedJobs(tables); }).map([&](const QStringList& damaged) {
                        report.lost += damaged.size();
                        report.faults += damaged;
                        return std::move(report);
                    });
                });
        })
        .map([&](const AuditReport& report) {
            print({{QStringLiteral("events"), report.events}, {QStringLiteral("waiting"), report.waiting}, {QStringLiteral("lost"), report.lost},
                {QStringLiteral("doubled"), report.doubled}, {QStringLiteral("gaps"), report.gaps}, {QStringLiteral("open"), report.open},
                {QStringLiteral("writtenOff"), report.writtenOff}, {QStringLiteral("irregular"), report.irregular},
                {QStringLiteral("refused"), report.refused}, {QStringLiteral("faults"), QJsonArray::fromStringList(report.faults)},
                {QStringLiteral("unread"), QJsonArray::fromStringList(report.unread)}, {QStringLiteral("authorityUntil"), until}});
            return report.isClean() ? 0 : 1;
        });
}

base::Result<int> GatewayCommands::enrolCode() {
    auto opened = platform();
    if (!opened)
        return base::fail(opened.error());
    Stations& stations = (*opened)->stations();
    return stations.add(m_parser.value(QStringLiteral("unit")), m_parser.value(QStringLiteral("name")))
        .and_then([&](const QUuid& id) { return stations.makeCode(id, (*opened)->authority().der(), m_parser.value(QStringLiteral("login"))); })
        .map([](const NewCode& code) { return print(codeJson(code)); });
}

base::Result<int> GatewayCommands::activation() {
    const QString file = m_parser.value(QStringLiteral("file"));
    QString until;
    return platform()
        .and_then([&](const std::unique_ptr<Platform>& platform) {
            until = platform->authority().until().toString(Qt::ISODate);
            return Activations::makeCode(platform->store(), m_clock, m_parser.value(QStringLiteral("unit")), m_parser.value(QStringLiteral("login")),
                {m_parser.value(QStringLiteral("days")).toInt(), 1}, file.isEmpty() ? nullptr : &platform->authority().marks());
        })
        .and_then([&](const NewActivation& made) {
            const QByteArray content = QJsonDocument(base::toJson(made.file)).toJson();
            return (file.isEmpty() ? base::done() : writePrivate(file, content)).map([&](base::Done) { return print(activationJson(made)); });
        });
}

base::Result<int> GatewayCommands::revoke() {
    auto opened = platform();
    if (!opened)
        return base::fail(opened.error());
    return (*opened)->stations().revoke(QUuid::fromString(m_parser.value(QStringLiteral("station")))).map([](base::Done) { return 0; });
}

}
