#include "Files.h"

#include "Must.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <filesystem>

namespace motcua::recorder {

void saveJson(const QString& path, const QJsonObject& json) {
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    const QByteArray text = QJsonDocument(json).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        giveUp("a file could not be written", {path});
}

QByteArray readFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        giveUp("a file could not be read", {path});
    return file.readAll();
}

void copyFolder(const QString& from, const QString& to) {
    std::error_code error;
    std::filesystem::copy(from.toStdString(), to.toStdString(), std::filesystem::copy_options::recursive, error);
    if (error)
        giveUp("a folder could not be copied", {QString::fromStdString(error.message())});
}

}
