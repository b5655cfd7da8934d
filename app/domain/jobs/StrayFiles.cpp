#include "app/domain/jobs/StrayFiles.h"

#include "app/domain/jobs/JobWords.h"

#include <QFile>
#include <QStringDecoder>

#include <algorithm>
#include <filesystem>
#include <vector>

namespace motcua::domain {

namespace {

using std::filesystem::file_type;

struct Entry {
    QByteArray name;
    file_type type = file_type::unknown; ///< its own, where it is a link
};

base::Result<std::vector<Entry>> entriesOf(const QString& directory) {
    std::error_code error;
    std::vector<Entry> entries;
    std::filesystem::directory_iterator all(QFile::encodeName(directory).toStdString(), error);
    for (; !error && all != std::filesystem::directory_iterator(); all.increment(error)) {
        const auto status = all->symlink_status(error);
        entries.push_back({QByteArray::fromStdString(all->path().filename().native()), status.type()});
    }
    if (error)
        return base::fail(QStringLiteral("job.unreadable"), {{QStringLiteral("file"), directory}});
    std::sort(entries.begin(), entries.end(), [](const Entry& one, const Entry& other) { return one.name < other.name; });
    return entries;
}

/// As it can be shown and found again: what no terminal would show is written as \xff.
QString shown(const QByteArray& name) {
    QString text;
    for (const char c : name)
        text += c >= ' ' && c <= '~' ? QString(QLatin1Char(c)) : QStringLiteral("\\x%1").arg(static_cast<uchar>(c), 2, 16, QLatin1Char('0'));
    return text;
}

base::Outcome stray(const QString& directory, const QString& name, const char* reason) {
    base::Error error = wrongJob("job.malformed", name, reason).error();
    error.detail.insert(QStringLiteral("file"), directory + QLatin1Char('/') + name);
    return base::fail(std::move(error));
}

base::Outcome checkFile(const QString& directory, const QString& name, JobFolder folder) {
    if (name.startsWith(QLatin1String("README"), Qt::CaseInsensitive))
        return base::done();
    if (folder == JobFolder::OfKinds)
        return stray(directory, name, "nothing reads it: a kind of job is a directory");
    if (name == QLatin1String("job.json") || name.endsWith(QLatin1String(".html")))
        return base::done();
    if (name.endsWith(QLatin1String(".html"), Qt::CaseInsensitive) || name.endsWith(QLatin1String(".htm"), Qt::CaseInsensitive))
        return stray(directory, name, "a template's name ends in .html, in small letters");
    return stray(directory, name, "nothing reads it: a kind of job is job.json and its templates NAME.html");
}

base::Outcome checkEntry(const QString& directory, const Entry& entry, JobFolder folder) {
    if (entry.name.startsWith('.'))
        return base::done();
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString name = decoder(entry.name);
    if (decoder.hasError())
        return stray(directory, shown(entry.name), "a name that is not UTF-8");
    if (hasHiddenSigns(name))
        return stray(directory, shown(entry.name), "hidden signs");
    if (entry.type == file_type::directory && folder == JobFolder::OfKinds)
        return base::done();
    if (entry.type != file_type::regular)
        return base::fail(QStringLiteral("job.no-regular-file"), {{QStringLiteral("file"), directory + QLatin1Char('/') + name}});
    return checkFile(directory, name, folder);
}

}

base::Outcome holdsNoStrays(const QString& directory, JobFolder folder) {
    const auto entries = entriesOf(directory);
    if (!entries)
        return base::fail(entries.error());
    for (const Entry& entry : *entries)
        if (const auto sound = checkEntry(directory, entry, folder); !sound)
            return sound;
    return base::done();
}

}
