#pragma once

#include "app/capture/HelperRequest.h"
#include "app/capture/HelperSettings.h"
#include "app/capture/MessageReader.h"
#include "app/capture/OpenFile.h"
#include "app/domain/ports/Scanner.h"

#include <QProcess>
#include <QTimer>

#include <optional>

namespace motcua::capture {

/// One life of the helper process, seen from the counter: starts it, asks, passes on what it says, and outlives whatever happens
/// to it. Owned by the caller, in the caller's thread; never blocks. The end is told when the process is gone, so the device is
/// free for the next scan.
class HelperJob final : public domain::ports::ScanJob {
    Q_OBJECT

public:
    /// `files` are opened when it starts, and the helper gets them open: links are not followed, and what is no plain file is as if not there.
    HelperJob(HelperSettings settings, HelperRequest request, QStringList files = {});
    ~HelperJob() override;

public slots:
    void cancel() override;

signals:
    void deviceFound(const motcua::domain::ports::ScannerDevice& device);

private:
    void start();
    void openFiles();
    void readMessages();
    bool handle(const Message& message);
    base::Error named(base::Error error) const;
    bool deliverPage(const QByteArray& payload);
    void conclude(base::Error error);
    void concludeByExit(int exitCode, QProcess::ExitStatus status);
    void kill();
    void end();
    void listenAnew();
    void countSilence();
    void giveUp();

    const HelperSettings m_settings;
    HelperRequest m_request;
    const QStringList m_files;
    QProcess* m_process;
    MessageReader m_reader;
    QTimer m_silence; ///< a tenth of the silence allowed
    int m_silentTenths = 0;
    qint64 m_heard = 0; ///< bytes
    QTimer m_life;      ///< of a reader of files
    QTimer m_grace;
    std::optional<base::Error> m_result;
    std::vector<OpenFile> m_open; ///< until the helper has them
    int m_file = 0;
    int m_pages = 0;
    bool m_killed = false;
    bool m_ended = false;
};

}
