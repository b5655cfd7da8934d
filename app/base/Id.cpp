#include "app/base/Id.h"

#include <QRandomGenerator>

#include <array>

namespace motcua::base {

QUuid newUuidV7(qint64 milliseconds) {
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    std::array<uchar, 16> bytes{};
    for (int i = 0; i < 6; ++i)
        bytes[i] = static_cast<uchar>(milliseconds >> (8 * (5 - i)));
    for (int i = 6; i < 16; ++i)
        bytes[i] = static_cast<uchar>(random[(i - 6) / 4] >> (8 * ((i - 6) % 4)));
    bytes[6] = static_cast<uchar>((bytes[6] & 0x0f) | 0x70);
    bytes[8] = static_cast<uchar>((bytes[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), bytes.size()));
}

}
