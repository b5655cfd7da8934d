#include "app/capture/PageMessage.h"

#include "app/base/Json.h"

#include <QJsonDocument>
#include <QtEndian>

namespace motcua::capture {

using domain::ports::ScannedPage;

namespace {

constexpr int longestSide = 20000;
constexpr int mostCodes = 16;
constexpr int longestCode = 4096;
constexpr int mostPdfPages = 1000;

struct PageHeader {
    QString mediaType;
    int width = 0;
    int height = 0;
    int pages = 1;
    QStringList codes;

    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("mediaType", self.mediaType);
        field("width", self.width);
        field("height", self.height);
        field("pages", self.pages);
        field("codes", self.codes);
    }
};

bool contentMatches(const QString& mediaType, const QByteArray& content) {
    if (mediaType == QLatin1String("image/jpeg"))
        return content.startsWith("\xff\xd8\xff");
    if (mediaType == QLatin1String("image/tiff"))
        return content.startsWith(QByteArray("II*\0", 4)) || content.startsWith(QByteArray("MM\0*", 4));
    return mediaType == QLatin1String("application/pdf") && content.left(1024).contains("%PDF-");
}

bool isPlausible(const PageHeader& header) {
    const auto within = [](int value, int most) { return value >= 1 && value <= most; };
    if (!within(header.width, longestSide) || !within(header.height, longestSide) || !within(header.pages, mostPdfPages) ||
        header.codes.size() > mostCodes)
        return false;
    for (const QString& code : header.codes)
        if (code.size() > longestCode)
            return false;
    return true;
}

}

QByteArray toPayload(const ScannedPage& page) {
    const PageHeader header{page.mediaType, page.width, page.height, page.pages, page.codes};
    const QByteArray json = QJsonDocument(base::toJson(header)).toJson(QJsonDocument::Compact);
    QByteArray payload(4, '\0');
    qToBigEndian(static_cast<quint32>(json.size()), payload.data());
    payload.reserve(4 + json.size() + page.content.size());
    return payload.append(json).append(page.content);
}

base::Result<ScannedPage> pageFromPayload(const QByteArray& payload) {
    const auto malformed = [] { return base::fail(QStringLiteral("scan.helper-died"), {{QStringLiteral("reason"), QStringLiteral("page")}}); };
    if (payload.size() < 4)
        return malformed();
    const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(payload.constData()));
    if (length > payload.size() - 4)
        return malformed();
    const QJsonDocument json = QJsonDocument::fromJson(payload.mid(4, length));
    if (!json.isObject())
        return malformed();
    const auto header = base::fromJson<PageHeader>(json.object());
    QByteArray content = payload.mid(4 + length);
    if (!isPlausible(header) || !contentMatches(header.mediaType, content))
        return malformed();
    return ScannedPage{std::move(content), header.mediaType, header.width, header.height, header.codes, header.pages};
}

}
