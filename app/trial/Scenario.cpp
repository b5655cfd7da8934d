#include "app/trial/Scenario.h"

#include "app/trial/Turn.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace motcua::trial {

base::Result<Scenario> Scenario::read(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(QStringLiteral("scenario.unreadable"), {{QStringLiteral("path"), path}});
    QJsonParseError error{};
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll(), &error);
    if (!json.isObject())
        return base::fail(QStringLiteral("scenario.malformed"), {{QStringLiteral("reason"), error.errorString()}});
    Scenario scenario = base::fromJson<Scenario>(json.object());
    const bool hours = scenario.opening.isValid() && scenario.lastArrival > scenario.opening && scenario.closing >= scenario.lastArrival;
    const bool counts = scenario.desks >= 1 && scenario.desks <= 3 && scenario.dossiers >= 1 && scenario.dossiers <= 5000 &&
                        scenario.mostPapers >= 1 && scenario.mostPapers <= 9 && scenario.supervisorEveryMinutes >= 1;
    if (!hours || !counts || scenario.procedures.empty())
        return base::fail(QStringLiteral("scenario.malformed"), {{QStringLiteral("reason"), QStringLiteral("hours, counts or procedures")}});
    for (auto turn = scenario.turns.begin(); turn != scenario.turns.end(); ++turn)
        if (turnNamed(turn.key()) == Turn::None || turn.value().toInt(-1) < 0)
            return base::fail(QStringLiteral("scenario.malformed"), {{QStringLiteral("reason"), QStringLiteral("turns: ") + turn.key()}});
    for (const auto& [desk, name] : {std::pair(scenario.printerDesk, "printerDesk"), std::pair(scenario.offlineDesk, "offlineDesk")})
        if (desk < 0 || desk > scenario.desks)
            return base::fail(QStringLiteral("scenario.malformed"), {{QStringLiteral("reason"), QLatin1String(name)}});
    for (const Kill& kill : scenario.kills)
        if (kill.desk < 1 || kill.desk > scenario.desks || !kill.at.isValid())
            return base::fail(QStringLiteral("scenario.malformed"), {{QStringLiteral("reason"), QStringLiteral("kills")}});
    const QDir beside = QFileInfo(path).dir();
    for (Publication& publication : scenario.publications) {
        if (!publication.at.isValid() || publication.jobs.isEmpty() || publication.catalogue.isEmpty())
            return base::fail(QStringLiteral("scenario.malformed"), {{QStringLiteral("reason"), QStringLiteral("publications")}});
        publication.catalogue = beside.absoluteFilePath(publication.catalogue);
        publication.jobs = beside.absoluteFilePath(publication.jobs);
    }
    return scenario;
}

}
