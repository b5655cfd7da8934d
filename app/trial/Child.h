#pragma once

#include <QJsonObject>
#include <QMap>
#include <QObject>
#include <QProcess>

#include <functional>
#include <map>

namespace motcua::trial {

/// The runner's side of one desk's process: acts go in, answers come out; it can be killed and started again.
/// Owner: Runner. Thread: main.
class Child : public QObject {
    Q_OBJECT

public:
    using Answer = std::function<void(const QJsonObject&)>;

    /// `environment`: variables besides those of this process, "NAME" → "value".
    Child(QString name, QStringList arguments, QMap<QString, QString> environment = {});
    ~Child() override;

    const QString& name() const { return m_name; }
    bool isRunning() const { return m_process && m_process->state() == QProcess::Running; }
    void start();
    /// The answer's callback is dropped when the process dies first; died() then tells.
    void ask(QJsonObject request, Answer answer);
    /// SIGKILL.
    void kill();
    /// 0: it does not run.
    qint64 processId() const { return m_process ? m_process->processId() : 0; }

signals:
    /// The process ended without having been told to. Acts without an answer are lost, as far as the runner knows.
    void died();

private:
    void readOutput();
    void ended();

    QString m_name;
    QStringList m_arguments;
    QMap<QString, QString> m_environment;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_rest;
    qint64 m_lastId = 0;
    bool m_quitting = false;
    std::map<qint64, Answer> m_waiting;
};

}
