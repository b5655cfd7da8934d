#include "app/domain/jobs/BuiltInJobs.h"

#include "app/base/Logging.h"
#include "app/domain/Limits.h"
#include "app/domain/jobs/JobReader.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace motcua::domain {

namespace {

base::Result<QByteArray> contentOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(QStringLiteral("job.unreadable"), {{QStringLiteral("file"), path}});
    QByteArray content = file.read(limits::largestJobKind + 1);
    if (content.size() > limits::largestJobKind)
        return base::fail(QStringLiteral("job.too-large"), {{QStringLiteral("file"), path}, {QStringLiteral("place"), QFileInfo(path).fileName()},
                                                               {QStringLiteral("reason"), QStringLiteral("more than 512 KB")}});
    return content;
}

base::Result<QJsonObject> descriptionIn(const QDir& directory) {
    const QString path = directory.filePath(QStringLiteral("job.json"));
    const auto content = contentOf(path);
    if (!content)
        return base::fail(content.error());
    QJsonParseError error;
    QJsonObject json = QJsonDocument::fromJson(*content, &error).object();
    if (json.isEmpty())
        return base::fail(QStringLiteral("job.malformed"),
            {{QStringLiteral("file"), path}, {QStringLiteral("place"), QStringLiteral("line %1").arg(content->left(error.offset).count('\n') + 1)},
                {QStringLiteral("reason"), error.errorString()}});
    QJsonObject templates = json.value(QLatin1String("templates")).toObject();
    for (const QFileInfo& file : directory.entryInfoList({QStringLiteral("*.html")}, QDir::Files, QDir::Name)) {
        const auto text = contentOf(file.filePath());
        if (!text)
            return base::fail(text.error());
        templates.insert(file.completeBaseName(), QString::fromUtf8(*text));
    }
    if (!templates.isEmpty())
        json.insert(QStringLiteral("templates"), templates);
    return json;
}

}

base::Result<std::vector<QJsonObject>> readJobDirectory(const QString& directory) {
    std::vector<QJsonObject> descriptions;
    for (const QFileInfo& kind : QDir(directory).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        auto json = descriptionIn(QDir(kind.filePath()));
        if (!json)
            return base::fail(json.error());
        if (auto sound = readJobKind(*json, builtInForms()); !sound) {
            base::Error error = sound.error();
            error.detail.insert(QStringLiteral("file"), kind.filePath() + QStringLiteral("/job.json"));
            return base::fail(std::move(error));
        }
        descriptions.push_back(std::move(*json));
    }
    return descriptions;
}

QStringList builtInForms() {
    static const QStringList forms = [] {
        QStringList names;
        for (const QFileInfo& file : QDir(QStringLiteral(":/forms/print")).entryInfoList({QStringLiteral("*.html")}, QDir::Files, QDir::Name))
            names << file.completeBaseName();
        return names;
    }();
    return forms;
}

const Jobs& builtInJobs() {
    static const Jobs jobs = [] {
        Jobs known;
        const auto descriptions = readJobDirectory(QStringLiteral(":/jobs"));
        if (!descriptions)
            qFatal("the descriptions that come with the program are damaged: %s", qPrintable(descriptions.error().toLogLine()));
        for (const QJsonObject& json : *descriptions)
            known.put(*readJobKind(json, builtInForms()));
        return known;
    }();
    return jobs;
}

}
