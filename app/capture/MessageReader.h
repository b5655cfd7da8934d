#pragma once

#include "app/capture/Message.h"

#include <optional>

namespace motcua::capture {

/// Cuts a byte stream into messages, trusting nothing in it: after the first byte that cannot be right it is malformed for
/// good. Holds at most one message and what follows it in the last piece.
class MessageReader {
public:
    void feed(const QByteArray& bytes);
    /// The next whole message, or nothing yet.
    std::optional<Message> next();
    bool isMalformed() const { return m_malformed; }
    /// Bytes of a message whose end has not come.
    bool hasLeftOver() const { return !m_buffer.isEmpty(); }

private:
    QByteArray m_buffer;
    bool m_malformed = false;
};

}
