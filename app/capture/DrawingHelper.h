#pragma once

#include "app/capture/HelperRequest.h"
#include "app/capture/HelperSettings.h"
#include "app/capture/MessageReader.h"
#include "app/domain/ports/ForeignPages.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

namespace motcua::capture {

/// One helper process that draws the pages of one file; what it says is believed only as far as it can be checked. Owned by the caller, in the
/// caller's thread; never blocks.
class DrawingHelper final : public QObject {
    Q_OBJECT

public:
    /// Starts it; it shuts itself in and waits for its file.
    explicit DrawingHelper(const HelperSettings& settings);
    ~DrawingHelper() override;

    /// Once.
    void open(const QByteArray& content);
    /// The next one only when this was answered.
    void draw(const DrawOrder& order);
    bool hasEnded() const { return m_hasEnded; }

signals:
    void roomTold(const motcua::capture::RoomNotice& room);
    void drawn(const motcua::domain::ports::DrawnPage& page);
    /// Why it is of no use any more: "page.not-shown", "page.no-reader".
    void ended(const motcua::base::Error& error);

private:
    void readMessages();
    bool handle(const Message& message);
    void end(const base::Error& error);
    void endNonsense();

    QProcess* m_process;
    MessageReader m_reader;
    QTimer m_patience;
    bool m_isShutIn = false;
    bool m_isAsked = false;
    bool m_hasEnded = false;
};

}
