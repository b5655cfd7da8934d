#include "app/trial/Gateway.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace motcua::trial {

namespace {

QString program() {
    return QCoreApplication::applicationDirPath() + QStringLiteral("/motcua-gateway");
}

}

Gateway::Gateway(QString directory) : m_directory(std::move(directory)) {}

Gateway::~Gateway() {
    stop();
}

base::Result<QJsonObject> Gateway::runOnce(const QString& command, const QStringList& more) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program(), QStringList{command, QStringLiteral("--data"), m_directory} + more);
    const bool ended = process.waitForFinished(60'000);
    const QByteArray output = process.readAllStandardOutput();
    const QJsonDocument json = QJsonDocument::fromJson(output);
    if (!ended || !json.isObject())
        return base::fail(
            QStringLiteral("trial.gateway"), {{QStringLiteral("what"), command}, {QStringLiteral("output"), QString::fromUtf8(output.left(200))}});
    return json.object();
}

base::Result<std::vector<Gateway::DeskCode>> Gateway::found() {
    QDir().mkpath(m_directory);
    const auto founded = runOnce(QStringLiteral("init"),
        {QStringLiteral("--training"), QStringLiteral("--host"), QStringLiteral("127.0.0.2"),
            // A day without a line must not end for want of numbers.
            QStringLiteral("--set"), QStringLiteral("firstLease=300"), QStringLiteral("--set"), QStringLiteral("firstSlips=300")});
    if (!founded)
        return base::fail(founded.error());
    std::vector<DeskCode> codes;
    for (const QJsonValue& code : founded->value(QLatin1String("codes")).toArray())
        codes.push_back({code.toObject().value(QLatin1String("name")).toString(), code.toObject().value(QLatin1String("code")).toString()});
    for (const QJsonValue& person : founded->value(QLatin1String("people")).toArray())
        m_activations.insert(
            person.toObject().value(QLatin1String("login")).toString(), person.toObject().value(QLatin1String("activation")).toString());
    return codes;
}

base::Outcome Gateway::publish(const Publication& publication) {
    const QStringList rows{QStringLiteral("--catalogue-version"), publication.catalogueVersion, QStringLiteral("--complete"), publication.catalogue};
    return runOnce(QStringLiteral("publish-catalogue"), rows)
        .and_then([&](const QJsonObject&) {
            return runOnce(QStringLiteral("publish-jobs"), {QStringLiteral("--jobs"), publication.jobs});
        })
        .map([](const QJsonObject&) { return base::Done(); });
}

void Gateway::serve(quint16 port) {
    m_port = port;
    launch();
}

void Gateway::launch() {
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, [this] {
        static const QRegularExpression pattern(QStringLiteral("listening (\\S+) enrol (\\S+)"));
        const auto match = pattern.match(QString::fromUtf8(m_process->readAllStandardOutput()));
        if (!match.hasMatch())
            return;
        QUrl enrolment(match.captured(2));
        enrolment.setHost(QStringLiteral("127.0.0.2"));
        m_enrolmentUrl = enrolment.toString();
        emit serving();
    });
    connect(m_process.get(), &QProcess::finished, this, &Gateway::failed);
    m_process->start(program(),
        {QStringLiteral("serve"), QStringLiteral("--data"), m_directory, QStringLiteral("--listen"), QStringLiteral("127.0.0.2:%1").arg(m_port),
            QStringLiteral("--enrol-port"), QStringLiteral("0"), QStringLiteral("--host"), QStringLiteral("127.0.0.1")});
}

void Gateway::restart() {
    m_process->disconnect(this);
    m_process->kill();
    m_process->waitForFinished();
    launch();
}

void Gateway::stop() {
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->terminate();
    if (!m_process->waitForFinished(10'000))
        m_process->kill();
    m_process.reset();
}

}
