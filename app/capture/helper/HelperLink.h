#pragma once

#include "app/base/Error.h"
#include "app/capture/HelperRequest.h"
#include "app/capture/Message.h"
#include "app/capture/MessageReader.h"
#include "app/capture/PagePipeline.h"
#include "app/domain/ports/ForeignPages.h"
#include "app/domain/ports/Scanner.h"

#include <QElapsedTimer>

#include <atomic>
#include <optional>

namespace motcua::capture::helper {

/// The helper's end of the two pipes to the counter. Takes standard input and output for itself: what a driver prints goes
/// nowhere. One for the whole process; main thread, but for the ear that waits for Cancel.
class Link {
public:
    Link();

    /// Waits for what the counter says next; nothing if it is gone or talks nonsense. Not after listen().
    std::optional<Message> next();
    /// Waits for the one request.
    std::optional<HelperRequest> request();
    /// From now on a Cancel, or the counter's end, is heard while the main thread works. If the main thread does not come
    /// round within five seconds of the counter's end, the process ends.
    void listen();
    /// The descriptor that the answers go to.
    int out() const { return m_out; }
    bool isCancelled() const { return m_cancelled; }

    void room(const RoomNotice& notice);
    void device(const DeviceNotice& notice);
    /// Says that the work goes on; at most twice a second.
    void alive();
    void file();
    void page(const domain::ports::ScannedPage& page);
    void page(FinishedPage page);
    void picture(const domain::ports::DrawnPage& page);
    void blank(int number);
    void failed(const base::Error& error);
    void finished();

private:
    void hear();
    void send(const Message& message);

    int m_out = -1;
    MessageReader m_reader;
    QElapsedTimer m_sinceAlive;
    std::atomic<bool> m_cancelled = false;
};

}
