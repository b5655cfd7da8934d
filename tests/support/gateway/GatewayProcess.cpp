#include "tests/support/gateway/GatewayProcess.h"

#include "sync/gateway/store/BookTable.h"
#include "sync/gateway/store/FeedTable.h"
#include "sync/gateway/store/UnitTable.h"
#include "tests/support/gateway/OpenedStore.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <sys/prctl.h>

#include <csignal>

namespace motcua::test {

namespace {

constexpr int patience = 90000; // founding takes a while where every core is busy

/// As published last to each unit.
std::vector<domain::Account> accountsOf(const gateway::Tables& tables) {
    std::vector<domain::Account> accounts;
    const auto units = tables.units().all();
    for (const gateway::UnitRow& unit : units.value_or(std::vector<gateway::UnitRow>())) {
        const auto list = tables.feed().newest({.unit = unit.key, .station = {}}, "accounts");
        std::vector<domain::Account> ofUnit;
        if (list)
            base::fromJsonValue(list->body.value(QLatin1String("accounts")), ofUnit);
        accounts.insert(accounts.end(), ofUnit.begin(), ofUnit.end());
    }
    return accounts;
}

std::vector<domain::Account> accountsIn(const QString& directory) {
    using Accounts = std::vector<domain::Account>;
    const auto store = openedStore(directory);
    return store ? (*store)->read([](const gateway::Tables& tables) { return base::Result<Accounts>(accountsOf(tables)); }).value_or(Accounts())
                 : Accounts();
}

const QString program = QStringLiteral(MOTCUA_BIN_DIR "/motcua-gateway");

/// Where ctest asks for it, what the gateway hears and says is written down (tests/contract/traffic.py). The address sanitizer wants to be first.
QProcessEnvironment watched(int clockOff) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
#ifndef __SANITIZE_ADDRESS__
    QStringList shims;
    if (environment.contains(QStringLiteral("MOTCUA_TRAFFIC")))
        shims << QStringLiteral(MOTCUA_TRAFFIC_SHIM);
    if (clockOff != 0) {
        shims << QStringLiteral(MOTCUA_CLOCK_SHIM);
        environment.insert(QStringLiteral("MOTCUA_CLOCK_OFF"), QString::number(clockOff));
    }
    if (!shims.isEmpty())
        environment.insert(QStringLiteral("LD_PRELOAD"), shims.join(QLatin1Char(':')));
#else
    Q_UNUSED(clockOff)
#endif
    return environment;
}

}

GatewayProcess::GatewayProcess(Founded founded, Books books) {
    // A test that crashes must not leave a gateway behind.
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    QStringList init{QStringLiteral("init")};
    if (founded == Founded::Bare)
        init << QStringLiteral("--key-file") << keyFile() << QStringLiteral("--recovery-key") << recoveryKey() << QStringLiteral("--root") << root()
             << QStringLiteral("--root-passphrase-fd") << QStringLiteral("0");
    else
        init << QStringLiteral("--training");
    if (founded == Founded::ForTraining)
        init << QStringLiteral("--set") << QStringLiteral("signedActs=false");
    if (founded != Founded::Bare && books == Books::ByDesk)
        init << QStringLiteral("--desk-volumes");
    const Ended founding = run(init, rootPassphrase());
    m_founded = founding.exitCode == 0;
    for (const QJsonValue& code : founding.json.value(QLatin1String("codes")).toArray())
        m_codes << code.toObject().value(QLatin1String("code")).toString();
    for (const QJsonValue& person : founding.json.value(QLatin1String("people")).toArray())
        m_activations.insert(
            person.toObject().value(QLatin1String("login")).toString(), person.toObject().value(QLatin1String("activation")).toString());
}

GatewayProcess::~GatewayProcess() {
    if (m_process.state() != QProcess::NotRunning)
        kill();
}

bool GatewayProcess::start(const QStringList& arguments) {
    return serve(QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(m_url.isEmpty() ? 0 : port()),
                     QStringLiteral("--enrol-port"), QString::number(m_url.isEmpty() ? 0 : enrolmentPort())} +
                 arguments);
}

bool GatewayProcess::startBehind(const QString& folder, int port, int enrolmentPort, const QStringList& arguments) {
    return serve(QStringList{QStringLiteral("--behind"), folder, QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port),
                     QStringLiteral("--enrol-port"), QString::number(enrolmentPort)} +
                 arguments);
}

bool GatewayProcess::serve(const QStringList& arguments) {
    m_process.setProcessEnvironment(watched(m_clockOff));
    m_process.start(program, QStringList{QStringLiteral("serve"), QStringLiteral("--data"), directory()} + arguments);
    while (!m_process.canReadLine())
        if (!m_process.waitForReadyRead(patience)) {
            m_errors = m_process.readAllStandardError();
            return false;
        }
    const QStringList words = QString::fromUtf8(m_process.readLine()).simplified().split(QLatin1Char(' '));
    if (words.size() != 4 || words[0] != QLatin1String("listening"))
        return false;
    m_url = words[1];
    m_enrolmentUrl = words[3];
    return true;
}

bool GatewayProcess::says(const QByteArray& words, int patience) {
    m_errors.clear();
    m_process.setReadChannel(QProcess::StandardError);
    for (const QDeadlineTimer until(patience); !m_errors.contains(words) && !until.hasExpired();) {
        m_process.waitForReadyRead(static_cast<int>(until.remainingTime()));
        m_errors += m_process.readAllStandardError();
    }
    m_process.setReadChannel(QProcess::StandardOutput);
    return m_errors.contains(words);
}

int GatewayProcess::stop() {
    m_process.terminate();
    if (!m_process.waitForFinished(patience))
        return -1;
    m_errors = m_process.readAllStandardError();
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void GatewayProcess::kill() {
    m_process.kill();
    m_process.waitForFinished(patience);
}

domain::Account GatewayProcess::person(domain::Role role) const {
    if (m_accounts.empty())
        m_accounts = accountsIn(directory());
    for (const domain::Account& account : m_accounts)
        if (account.may(role))
            return account;
    return {};
}

domain::Volume GatewayProcess::volume(domain::VolumeId id) const {
    const auto store = openedStore(directory());
    const auto found = store ? (*store)->read([&](const gateway::Tables& tables) {
        return tables.units().find(unit()).and_then([&](const std::optional<gateway::UnitRow>& row) {
            return row ? tables.books().volumesOfUnit(row->key) : base::Result<std::vector<domain::Volume>>(std::vector<domain::Volume>());
        });
    })
                             : base::Result<std::vector<domain::Volume>>(base::fail(store.error()));
    for (const domain::Volume& volume : found.value_or(std::vector<domain::Volume>()))
        if (volume.id == id)
            return volume;
    return {};
}

int GatewayProcess::port() const {
    return QUrl(m_url).port();
}

int GatewayProcess::enrolmentPort() const {
    return QUrl(m_enrolmentUrl).port();
}

QString GatewayProcess::addDesk(const QString& unit, const QString& name) {
    const QString code =
        ask({QStringLiteral("enrol-code"), QStringLiteral("--unit"), unit, QStringLiteral("--name"), name}).value(QLatin1String("code")).toString();
    if (!code.isEmpty())
        m_codes << code;
    return code;
}

QByteArray GatewayProcess::rootPassphrase() const {
    QFile kept(root() + QStringLiteral("/passphrase"));
    return kept.open(QIODevice::ReadOnly) ? kept.readAll() + '\n' : QByteArray("the root of a province\n");
}

GatewayProcess::Ended GatewayProcess::run(const QStringList& arguments, const QByteArray& input) {
    m_accounts.clear();
    QProcess process;
    process.start(program, arguments + QStringList{QStringLiteral("--data"), directory()});
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(patience);
    m_errors = process.readAllStandardError();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, QJsonDocument::fromJson(process.readAllStandardOutput()).object(),
        QString::fromUtf8(m_errors)};
}

}
