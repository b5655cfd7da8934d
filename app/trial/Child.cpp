#include "app/trial/Child.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace motcua::trial {

Child::Child(QString name, QStringList arguments, QMap<QString, QString> environment)
    : m_name(std::move(name)), m_arguments(std::move(arguments)), m_environment(std::move(environment)) {}

Child::~Child() {
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->kill();
    m_process->waitForFinished();
}

void Child::start() {
    m_rest.clear();
    m_quitting = false;
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto variable = m_environment.begin(); variable != m_environment.end(); ++variable)
        environment.insert(variable.key(), variable.value());
    m_process->setProcessEnvironment(environment);
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &Child::readOutput);
    connect(m_process.get(), &QProcess::finished, this, &Child::ended);
    m_process->start(QCoreApplication::applicationFilePath(), m_arguments);
}

void Child::ask(QJsonObject request, Answer answer) {
    const qint64 id = ++m_lastId;
    m_quitting = m_quitting || request.value(QLatin1String("act")).toString() == QLatin1String("quit");
    m_waiting.emplace(id, std::move(answer));
    request.insert(QStringLiteral("id"), id);
    m_process->write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
}

void Child::kill() {
    if (m_process)
        m_process->kill();
}

void Child::readOutput() {
    m_rest += m_process->readAllStandardOutput();
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
        const QJsonObject line = QJsonDocument::fromJson(m_rest.left(end)).object();
        m_rest.remove(0, end + 1);
        const auto waiting = m_waiting.find(line.value(QLatin1String("id")).toInteger());
        if (waiting == m_waiting.end())
            continue;
        const Answer answer = std::move(waiting->second);
        m_waiting.erase(waiting);
        answer(line);
    }
}

void Child::ended() {
    readOutput();
    m_waiting.clear();
    if (!m_quitting)
        emit died();
}

}
