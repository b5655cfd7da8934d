#include "app/capture/PageMessage.h"

#include "app/base/Json.h"

#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>

namespace motcua::capture {

using domain::ports::ScannedPage;

namespace {

constexpr int longestSide = 20000;
constexpr int mostCodes = 16;
constexpr int longestCode = 4096;
constexpr int mostPdfPages = 1000;

/// An untouched page behind the finished one; none: no bytes.
struct UntouchedHeader {
    QString mediaType;
    int width = 0;
    int height = 0;
    qint64 bytes = 0;

    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("mediaType", self.mediaType);
        field("width", self.width);
        field("height", self.height);
        field("bytes", self.bytes);
    }
};

struct PageHeader {
    QString mediaType;
    int width = 0;
    int height = 0;
    int pages = 1;
    QStringList codes;
    UntouchedHeader untouched = {};

    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("mediaType", self.mediaType);
        field("width", self.width);
        field("height", self.height);
        field("pages", self.pages);
        field("codes", self.codes);
        field("untouched", self.untouched);
    }
};

tl::unexpected<base::Error> malformed() {
    return base::fail(QStringLiteral("scan.helper-died"), {{QStringLiteral("reason"), QStringLiteral("page")}});
}

bool contentMatches(const QString& mediaType, const QByteArray& content) {
    if (mediaType == QLatin1String("image/jpeg"))
        return content.startsWith("\xff\xd8\xff");
    if (mediaType == QLatin1String("image/tiff"))
        return content.startsWith(QByteArray("II*\0", 4)) || content.startsWith(QByteArray("MM\0*", 4));
    return mediaType == QLatin1String("application/pdf") && content.left(1024).contains("%PDF-");
}

bool isPlausibleSize(int width, int height) {
    return width >= 1 && width <= longestSide && height >= 1 && height <= longestSide;
}

bool isPlausible(const PageHeader& header) {
    if (!isPlausibleSize(header.width, header.height) || header.pages < 1 || header.pages > mostPdfPages || header.codes.size() > mostCodes)
        return false;
    return std::all_of(header.codes.begin(), header.codes.end(), [](const QString& code) { return code.size() <= longestCode; });
}

/// The last bytes of the payload, taken off it. Nothing where the header speaks of none; an error where they are not what it says.
base::Result<std::optional<domain::ports::UntouchedPage>> untouchedFrom(const UntouchedHeader& header, QByteArray& content) {
    if (header.bytes == 0)
        return std::nullopt;
    if (header.bytes < 0 || header.bytes > content.size() || !isPlausibleSize(header.width, header.height))
        return malformed();
    domain::ports::UntouchedPage page{content.right(header.bytes), header.mediaType, header.width, header.height};
    if (!contentMatches(page.mediaType, page.content))
        return malformed();
    content.chop(header.bytes);
    return page;
}

}

QByteArray toPayload(const ScannedPage& page) {
    PageHeader header{page.mediaType, page.width, page.height, page.pages, page.codes};
    if (page.untouched)
        header.untouched = {page.untouched->mediaType, page.untouched->width, page.untouched->height, page.untouched->content.size()};
    const QByteArray json = QJsonDocument(base::toJson(header)).toJson(QJsonDocument::Compact);
    QByteArray payload(4, '\0');
    qToBigEndian(static_cast<quint32>(json.size()), payload.data());
    payload.reserve(4 + json.size() + page.content.size() + header.untouched.bytes);
    payload.append(json).append(page.content);
    return page.untouched ? payload.append(page.untouched->content) : payload;
}

base::Result<ScannedPage> pageFromPayload(const QByteArray& payload) {
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
    auto untouched = untouchedFrom(header.untouched, content);
    if (!untouched || !isPlausible(header) || !contentMatches(header.mediaType, content))
        return malformed();
    return ScannedPage{std::move(content), header.mediaType, header.width, header.height, header.codes, header.pages, std::move(*untouched)};
}

}
