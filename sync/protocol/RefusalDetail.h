#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>

/// What a refusal says beside its code: names, numbers and ids that help to find the fault, never anything of a person.
namespace motcua::protocol {

/// Of an error's detail what may travel: the members "field", "kind", "version", "state", "expected", "holder", "number", "year",
/// "total" and "spoiled", each of at most 100 characters out of A–Z, a–z, 0–9, "." and "-". All else is left out.
QJsonObject refusalDetail(const QMap<QString, QString>& detail);

/// The same texts again; a station asks it of what it is sent, so that nothing else gets onto a screen or into its journal.
QMap<QString, QString> refusalDetail(const QJsonObject& detail);

}
