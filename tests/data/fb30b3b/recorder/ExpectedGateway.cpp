#include "Expected.h"

#include "Must.h"

#include "sync/gateway/Audit.h"
#include "sync/gateway/Folders.h"
#include "sync/gateway/Statistics.h"

#include <QJsonDocument>

namespace motcua::recorder {

namespace {

QJsonObject dossiersIn(sqlite::Connection& connection) {
    std::vector<domain::DossierId> ids;
    auto rows = connection.prepare("SELECT id FROM dossiers ORDER BY id");
    must(rows.each([&] { ids.emplace_back(rows.uuid(0)); }), "the gateway's dossiers cannot be read");
    gateway::Folders folders;
    QJsonObject dossiers;
    for (const domain::DossierId id : ids)
        dossiers.insert(id.toString(), base::toJson(must(folders.take(connection, id), "a dossier of the gateway's cannot be read")));
    return dossiers;
}

QJsonArray volumesIn(sqlite::Connection& connection) {
    QJsonArray volumes;
    auto rows = connection.prepare("SELECT body FROM volumes ORDER BY id");
    must(rows.each([&] { volumes.append(QJsonDocument::fromJson(rows.bytes(0)).object()); }), "the gateway's volumes cannot be read");
    return volumes;
}

}

QJsonObject expectedOfGateway(Province& province) {
    gateway::Platform& platform = province.platform();
    const auto report = must(gateway::audit(platform.database(), platform.blobs()), "the gateway cannot be checked");
    const QJsonObject check{{QStringLiteral("events"), report.events}, {QStringLiteral("lost"), report.lost},
        {QStringLiteral("doubled"), report.doubled}, {QStringLiteral("gaps"), report.gaps},
        {QStringLiteral("faults"), QJsonArray::fromStringList(report.faults)}};
    const QJsonObject stats = must(gateway::statistics(platform.database()), "the gateway does not count");
    const gateway::Session session = platform.database().reader();
    return {{QStringLiteral("stats"), stats}, {QStringLiteral("check"), check}, {QStringLiteral("dossiers"), dossiersIn(*session)},
        {QStringLiteral("volumes"), volumesIn(*session)}};
}

}
