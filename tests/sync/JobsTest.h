#pragma once

#include "app/domain/Volume.h"
#include "tests/support/gateway/InventedKind.h"
#include "tests/support/gateway/TestStation.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace motcua::test {

/// What the tests of published kinds of job start from: a platform, a desk enrolled there, and the invented kind beside them.
class JobsTest {
protected:
    using Change = std::function<void(QJsonObject&)>;

    static QString boats() { return QStringLiteral(MOTCUA_TEST_DATA "/jobs"); }
    static QString symbol() { return QStringLiteral("STC/XN"); }

    /// False: no platform, or no desk there.
    bool startGateway() {
        m_gateway = std::make_unique<GatewayProcess>();
        m_station = std::make_unique<TestStation>();
        if (!m_gateway->start() || m_station->enrol(*m_gateway, m_gateway->codes().front()) != 201)
            return false;
        m_client = m_station->connect(*m_gateway);
        return true;
    }
    GatewayProcess::Ended publish(const QString& directory, const QString& language = QStringLiteral("vi")) {
        return m_gateway->run({QStringLiteral("publish-jobs"), QStringLiteral("--jobs"), directory, QStringLiteral("--lang"), language});
    }
    /// A directory of its own with the description of boat-paper changed; empty: not written.
    QString changed(const Change& change) {
        const QString directory = m_directory.filePath(QString::number(++m_directories));
        const QString kind = directory + QStringLiteral("/boat-paper/");
        QDir().mkpath(kind);
        QJsonObject json = read(boats() + QStringLiteral("/boat-paper/job.json"));
        change(json);
        QFile file(kind + QStringLiteral("job.json"));
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(json).toJson()) < 0)
            return {};
        const QString form = QStringLiteral("boat-attestation.html");
        return QFile::copy(boats() + QStringLiteral("/boat-paper/") + form, kind + form) ? directory : QString();
    }
    /// What everybody is told, of a kind.
    QJsonArray heard(const char* kind) {
        const auto answer = m_client->Get("/v1/feed?after=0&limit=1000");
        QJsonArray found;
        if (answer)
            for (const QJsonValue& item : QJsonDocument::fromJson(QByteArray::fromStdString(answer->body))[QLatin1String("items")].toArray())
                if (item[QLatin1String("kind")].toString() == QLatin1String(kind))
                    found.append(item[QLatin1String("body")]);
        return found;
    }
    std::vector<domain::Volume> volumes(const QString& wanted) {
        std::vector<domain::Volume> found;
        for (const QJsonValue& body : heard("volume"))
            if (const auto volume = base::fromJson<domain::Volume>(body.toObject()); volume.symbol == wanted)
                found.push_back(volume);
        return found;
    }
    static QJsonObject read(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }

    QTemporaryDir m_directory;
    std::unique_ptr<GatewayProcess> m_gateway;
    std::unique_ptr<TestStation> m_station;
    std::unique_ptr<httplib::SSLClient> m_client;

private:
    int m_directories = 0;
};

}
