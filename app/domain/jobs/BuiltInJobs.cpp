#include "app/domain/jobs/BuiltInJobs.h"

#include "app/base/JsonKeys.h"
#include "app/base/Logging.h"
#include "app/domain/Limits.h"
#include "app/domain/jobs/JobProof.h"
#include "app/domain/jobs/JobReader.h"
#include "app/domain/jobs/JobWords.h"
#include "app/domain/jobs/StrayFiles.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QStringDecoder>

namespace motcua::domain {

namespace {

constexpr qsizetype mostKinds = 1000;
constexpr qsizetype mostForms = 100;
constexpr qsizetype mostBytes = 32 * 1024 * 1024;

tl::unexpected<base::Error> inFile(const QString& path, base::Error error) {
    error.detail.insert(QStringLiteral("file"), path);
    return base::fail(std::move(error));
}

tl::unexpected<base::Error> wrong(const QString& path, const char* code, const QString& place, const char* reason) {
    return inFile(path, wrongJob(code, place, reason).error());
}

/// What comes with the program lies in no directory of the disk.
base::Outcome noStrays(const QString& directory, JobFolder folder) {
    return directory.startsWith(QLatin1Char(':')) ? base::done() : holdsNoStrays(directory, folder);
}

/// The files of one kind: only what lies in its own directory, and nothing that could wait or never end.
class KindFiles {
public:
    explicit KindFiles(const QString& directory) : m_directory(directory) {}

    base::Result<QJsonObject> read() {
        if (const auto sound = noStrays(m_directory.path(), JobFolder::OfOneKind); !sound)
            return base::fail(sound.error());
        auto json = description();
        if (!json)
            return json;
        QJsonObject templates = json->value(QLatin1String("templates")).toObject();
        const QStringList fileNames = m_directory.entryList({QStringLiteral("*.html")}, QDir::Files, QDir::Name);
        if (fileNames.size() > mostForms)
            return wrong(path(jobFile()), "job.too-large", QStringLiteral("templates"), "too many");
        for (const QString& name : fileNames) {
            const QString form = QFileInfo(name).completeBaseName();
            auto text = templateText(name);
            if (!text)
                return base::fail(text.error());
            if (templates.contains(form))
                return wrong(path(name), "job.malformed", QStringLiteral("templates.") + form, "stands there twice");
            templates.insert(form, *text);
        }
        if (!fileNames.isEmpty())
            json->insert(QStringLiteral("templates"), templates);
        return json;
    }

    qsizetype bytes() const { return m_bytes; }
    QString path(const QString& name) const { return m_directory.filePath(name); }
    static QString jobFile() { return QStringLiteral("job.json"); }

private:
    base::Result<QByteArray> content(const QString& name) {
        const QFileInfo info(path(name));
        if (!info.exists() && !info.isSymLink())
            return inFile(info.filePath(), {QStringLiteral("job.unreadable")});
        if (!info.isFile() || info.canonicalPath() != m_directory.canonicalPath())
            return inFile(info.filePath(), {QStringLiteral("job.no-regular-file")});
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            return inFile(info.filePath(), {QStringLiteral("job.unreadable")});
        QByteArray bytes = file.read(limits::largestJobKind - m_bytes + 1);
        m_bytes += bytes.size();
        if (m_bytes > limits::largestJobKind)
            return wrong(info.filePath(), "job.too-large", name, "more than 512 KB");
        return bytes;
    }

    base::Result<QJsonObject> description() {
        const auto text = content(jobFile());
        if (!text)
            return base::fail(text.error());
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(*text, &error);
        if (error.error != QJsonParseError::NoError) {
            const QString line = QStringLiteral("line %1").arg(text->left(error.offset).count('\n') + 1);
            return wrong(path(jobFile()), "job.malformed", line, error.errorString().toLatin1().constData());
        }
        if (!document.isObject() || document.object().isEmpty())
            return wrong(path(jobFile()), "job.malformed", jobFile(), "must be an object that says something");
        if (const auto place = base::doubledKey(*text))
            return wrong(path(jobFile()), "job.malformed", *place, "stands there twice");
        return document.object();
    }

    base::Result<QString> templateText(const QString& name) {
        const auto bytes = content(name);
        if (!bytes)
            return base::fail(bytes.error());
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString text = decoder(*bytes);
        if (decoder.hasError())
            return wrong(path(name), "job.template", name, "no UTF-8 text");
        return text;
    }

    QDir m_directory;
    qsizetype m_bytes = 0;
};

base::Result<std::vector<QJsonObject>> readEach(const QString& directory, const std::function<base::Outcome(const QJsonObject&)>& check) {
    if (const auto sound = noStrays(directory, JobFolder::OfKinds); !sound)
        return base::fail(sound.error());
    const QFileInfoList kinds = QDir(directory).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    if (kinds.size() > mostKinds)
        return wrong(directory, "job.too-large", directory, "more than 1000 kinds");
    const QString root = QFileInfo(directory).canonicalFilePath();
    qsizetype bytes = 0;
    std::vector<QJsonObject> descriptions;
    for (const QFileInfo& kind : kinds) {
        if (kind.canonicalPath() != root)
            return inFile(kind.filePath(), {QStringLiteral("job.no-regular-file")});
        KindFiles files(kind.filePath());
        auto json = files.read();
        if (!json)
            return base::fail(json.error());
        bytes += files.bytes();
        if (bytes > mostBytes)
            return wrong(directory, "job.too-large", kind.fileName(), "more than 32 MB in all");
        if (const auto sound = check(*json); !sound)
            return inFile(files.path(KindFiles::jobFile()), sound.error());
        descriptions.push_back(std::move(*json));
    }
    return descriptions;
}

}

base::Result<std::vector<QJsonObject>> readJobDirectory(const QString& directory) {
    return readEach(directory, [](const QJsonObject& json) { return proveJobKind(json).map([](const JobKind&) { return base::Done(); }); });
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

base::Result<Jobs> readBuiltInJobs() {
    Jobs known;
    const auto take = [&](const QJsonObject& json) {
        return readJobKind(json, builtInForms()).map([&](JobKind kind) {
            known.put(std::move(kind));
            return base::Done();
        });
    };
    return readEach(QStringLiteral(":/jobs"), take).map([&](const std::vector<QJsonObject>&) { return known; });
}

const Jobs& builtInJobs() {
    static const Jobs jobs = [] {
        auto known = readBuiltInJobs();
        if (!known)
            qFatal("the descriptions that come with the program are damaged: %s", qPrintable(known.error().toLogLine()));
        return std::move(*known);
    }();
    return jobs;
}

}
