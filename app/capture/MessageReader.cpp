#include "app/capture/MessageReader.h"

#include <QtEndian>

namespace motcua::capture {

namespace {

constexpr qsizetype headerSize = 8;

bool isKnown(quint8 type) {
    switch (static_cast<MessageType>(type)) {
    case MessageType::Request:
    case MessageType::Cancel:
    case MessageType::Content:
    case MessageType::Draw:
    case MessageType::Device:
    case MessageType::Alive:
    case MessageType::File:
    case MessageType::Page:
    case MessageType::Blank:
    case MessageType::Failed:
    case MessageType::Finished:
    case MessageType::Picture:
    case MessageType::Room:
        return true;
    }
    return false;
}

}

void MessageReader::feed(const QByteArray& bytes) {
    if (!m_malformed)
        m_buffer += bytes;
}

std::optional<Message> MessageReader::next() {
    if (m_malformed || m_buffer.size() < headerSize)
        return {};
    const auto type = static_cast<quint8>(m_buffer.at(2));
    const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(m_buffer.constData() + 4));
    if (!m_buffer.startsWith("MC") || !isKnown(type) || m_buffer.at(3) != '\0' || length > largestPayload) {
        m_malformed = true;
        m_buffer.clear();
        return {};
    }
    if (m_buffer.size() < headerSize + length) {
        m_buffer.reserve(headerSize + length);
        return {};
    }
    Message message{static_cast<MessageType>(type), m_buffer.mid(headerSize, length)};
    m_buffer.remove(0, headerSize + length);
    return message;
}

}
