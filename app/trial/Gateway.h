#pragma once

#include "app/base/Result.h"
#include "app/trial/Scenario.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QProcess>

#include <vector>

namespace motcua::trial {

/// The real gateway as a process of its own, on 127.0.0.2 behind the Forwarder. Owner: Runner. Thread: main.
class Gateway : public QObject {
    Q_OBJECT

public:
    struct DeskCode {
        QString name;
        QString code;
    };

    explicit Gateway(QString directory);
    ~Gateway() override;

    /// Founds the training unit. Errors: "trial.gateway" {what, output}.
    base::Result<std::vector<DeskCode>> found();
    /// Ends with serving() or failed().
    void serve(quint16 port);
    void restart();
    void stop();
    QString enrolmentUrl() const { return m_enrolmentUrl; }
    /// The code by which that person's key is bound at a desk.
    QString activationOf(const QString& login) const { return m_activations.value(login); }

    /// While it serves.
    base::Outcome publish(const Publication& publication);

    base::Result<QJsonObject> stats() { return runOnce(QStringLiteral("stats")); }
    base::Result<QJsonObject> check() { return runOnce(QStringLiteral("check")); }

signals:
    void serving();
    void failed();

private:
    base::Result<QJsonObject> runOnce(const QString& command, const QStringList& more = {});
    void launch();

    QString m_directory;
    QString m_enrolmentUrl;
    QHash<QString, QString> m_activations; ///< by login
    quint16 m_port = 0;
    std::unique_ptr<QProcess> m_process;
};

}
