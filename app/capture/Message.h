#pragma once

#include <QByteArray>

namespace motcua::capture {

/// What the counter and its helper process say to each other. The numbers are on the wire.
enum class MessageType : quint8 {
    Request = 1,   ///< to the helper: a HelperRequest
    Cancel = 2,    ///< to the helper: stop, throw the half page away
    Content = 3,   ///< to the helper: the bytes of the file to be drawn, once
    Draw = 4,      ///< to the helper: a DrawOrder
    Device = 10,   ///< a DeviceNotice
    Alive = 11,    ///< pixels are still arriving
    File = 12,     ///< an import has reached the next file
    Page = 13,     ///< a PageHeader and the page
    Blank = 14,    ///< a BlankNotice
    Failed = 15,   ///< a FailureNotice; the last message
    Finished = 16, ///< all done; the last message
    Picture = 17,  ///< the answer to Draw (app/capture/PictureMessage.h)
    Room = 18      ///< a RoomNotice; the first message
};

struct Message {
    MessageType type = MessageType::Alive;
    QByteArray payload = {};
};

/// The longest payload either side accepts: the largest blob, or the dots of the largest picture, and its header.
constexpr qsizetype largestPayload = (64 + 1) * 1024 * 1024;

/// 'M' 'C', the type, a zero, the payload's length (big-endian), the payload.
QByteArray encoded(const Message& message);

}
