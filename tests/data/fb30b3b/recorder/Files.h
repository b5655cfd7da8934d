#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace motcua::recorder {

// Each gives up when the disk refuses.

void saveJson(const QString& path, const QJsonObject& json);
QByteArray readFile(const QString& path);
/// A whole folder, permissions included.
void copyFolder(const QString& from, const QString& to);

}
