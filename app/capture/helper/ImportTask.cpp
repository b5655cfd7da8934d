#include "app/capture/helper/ImportTask.h"

#include "app/capture/helper/FileParts.h"
#include "app/capture/helper/HelperLink.h"
#include "app/capture/helper/ImageFile.h"
#include "app/capture/helper/PdfFile.h"

#include <QFile>

namespace motcua::capture::helper {

namespace {

/// The largest blob there is.
constexpr qint64 largestFile = 64 * 1024 * 1024;
constexpr size_t mostFiles = 200;

base::Result<QByteArray> contentOf(int number) {
    QFile file;
    if (number < 0 || !file.open(number, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        return base::fail(QStringLiteral("import.damaged"), {{QStringLiteral("reason"), QStringLiteral("unreadable")}});
    if (file.size() > largestFile)
        return base::fail(QStringLiteral("import.too-large"), {{QStringLiteral("limit"), QString::number(largestFile)}});
    QByteArray content = file.read(largestFile);
    if (content.isEmpty())
        return base::fail(QStringLiteral("import.damaged"), {{QStringLiteral("reason"), QStringLiteral("empty")}});
    if (content.size() != file.size())
        return base::fail(QStringLiteral("import.damaged"), {{QStringLiteral("reason"), QStringLiteral("length")}});
    return content;
}

base::Outcome importFile(int file, Link& link) {
    const base::Result<QByteArray> content = contentOf(file);
    if (!content)
        return base::fail(content.error());
    const base::Result<std::vector<FilePart>> parts = partsOf(*content);
    if (!parts)
        return base::fail(parts.error());
    for (const FilePart& part : *parts) {
        if (link.isCancelled())
            return base::fail(QStringLiteral("scan.cancelled"));
        const bool isPdf = part.kind == FileKind::Pdf;
        if (const base::Outcome outcome = isPdf ? importPdf(part.content, link) : importImage(part.content, part.kind, link); !outcome)
            return outcome;
    }
    return base::done();
}

}

base::Outcome importFiles(const HelperRequest& request, Link& link) {
    if (request.files.size() > mostFiles)
        return base::fail(QStringLiteral("import.too-many-pages"), {{QStringLiteral("limit"), QString::number(mostFiles)}});
    int number = 0;
    for (const int file : request.files) {
        if (link.isCancelled())
            return base::fail(QStringLiteral("scan.cancelled"));
        ++number;
        link.file();
        const base::Outcome outcome = importFile(file, link);
        if (!outcome) {
            base::Error error = outcome.error();
            error.detail.insert(QStringLiteral("file"), QString::number(number));
            return base::fail(std::move(error));
        }
    }
    return base::done();
}

}
