#include "app/capture/PictureMessage.h"

#include <QtEndian>

namespace motcua::capture {

using domain::ports::Dots;
using domain::ports::DrawnPage;

namespace {

constexpr qsizetype headerSize = 20;
constexpr qsizetype kindAt = 16;
constexpr quint32 mostPages = 10'000;

}

QByteArray toPayload(const DrawnPage& page) {
    QByteArray payload(headerSize, '\0');
    char* at = payload.data();
    for (const int number : {page.dots.width(), page.dots.height(), page.page, page.pages}) {
        qToBigEndian(static_cast<quint32>(number), at);
        at += sizeof(quint32);
    }
    *at = static_cast<char>(page.dots.kind());
    return payload + page.dots.bytes();
}

std::optional<DrawnPage> drawnFromPayload(const QByteArray& payload) {
    if (payload.size() < headerSize || payload.mid(kindAt + 1, headerSize - kindAt - 1) != QByteArray(headerSize - kindAt - 1, '\0'))
        return {};
    const auto number = [&payload](int index) { return qFromBigEndian<quint32>(payload.constData() + index * sizeof(quint32)); };
    const quint32 page = number(2);
    const quint32 pages = number(3);
    if (number(0) > Dots::longestSide || number(1) > Dots::longestSide || pages > mostPages || page >= pages)
        return {};
    auto dots =
        Dots::from(static_cast<Dots::Kind>(payload.at(kindAt)), static_cast<int>(number(0)), static_cast<int>(number(1)), payload.mid(headerSize));
    if (!dots)
        return {};
    return DrawnPage{std::move(*dots), static_cast<int>(page), static_cast<int>(pages)};
}

}
