#pragma once

#include "tests/support/gateway/TestStation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <memory>

namespace motcua::test {

/// What the tests of the technician's commands start from: a platform that was founded bare and serves, and commands beside it.
class ProvinceTest {
protected:
    bool startGateway() {
        m_gateway = std::make_unique<GatewayProcess>(GatewayProcess::Founded::Bare);
        return m_gateway->start();
    }
    GatewayProcess::Ended run(const QString& line) { return m_gateway->run(wordsOf(line)); }
    bool changed(const QString& line) { return run(line).json.value(QLatin1String("changed")).toBool(); }
    /// A unit with a clerk and a supervisor; `more` options of add-unit.
    void setUp(const QString& more = {}) {
        QVERIFY(changed("add-unit --unit H49.30 --commune 06673 --set signedActs=false" + more));
        QVERIFY(changed("add-account --unit H49.30 --login lan.nt --name 'Nguyễn Thị Lan' --roles clerk"));
        QVERIFY(changed("add-account --unit H49.30 --login minh.tv --name 'Trần Văn Minh' --roles supervisor --title 'PHÓ CHỦ TỊCH'"));
    }
    /// Parts at blanks, except within '…'.
    static QStringList wordsOf(const QString& line) {
        QStringList words;
        bool quoted = false;
        for (const QString& part : line.split(QLatin1Char('\''))) {
            if (quoted)
                words << part;
            else
                words << part.split(QLatin1Char(' '), Qt::SkipEmptyParts);
            quoted = !quoted;
        }
        return words;
    }
    static QJsonArray feed(httplib::SSLClient& client, qint64 after, int wait = 0) {
        const auto answer = client.Get("/v1/feed?limit=1000&after=" + std::to_string(after) + "&wait=" + std::to_string(wait));
        return answer ? QJsonDocument::fromJson(QByteArray::fromStdString(answer->body))[QLatin1String("items")].toArray() : QJsonArray();
    }
    static QJsonArray only(const QJsonArray& items, const char* kind) {
        QJsonArray found;
        for (const QJsonValue& item : items)
            if (item[QLatin1String("kind")].toString() == QLatin1String(kind))
                found.append(item);
        return found;
    }

    std::unique_ptr<GatewayProcess> m_gateway;
};

}
