#include "app/capture/Message.h"

#include <QtEndian>

namespace motcua::capture {

QByteArray encoded(const Message& message) {
    QByteArray bytes(8, '\0');
    bytes[0] = 'M';
    bytes[1] = 'C';
    bytes[2] = static_cast<char>(message.type);
    qToBigEndian(static_cast<quint32>(message.payload.size()), bytes.data() + 4);
    return bytes + message.payload;
}

}
