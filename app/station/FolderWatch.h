#pragma once

#include "app/capture/WatchedFolder.h"
#include "app/counter/Counter.h"

#include <QTimer>

#include <memory>

namespace motcua::station {

/// Brings the files of the folder that the inbox names to the inbox, while somebody who takes intakes is seated; deletes a file
/// when the inbox has kept it. A folder that is not there is told once and looked for until it is. Owner: OpenStation.
/// Thread: GUI.
class FolderWatch : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    FolderWatch(counter::Counter& counter, domain::ports::Scanner& scanner);
    ~FolderWatch() override;

    void setSeated(bool seated);

private:
    void replaceFolder();
    void run();
    void stop();
    void remove(const QString& file);

    counter::Counter& m_counter;
    domain::ports::Scanner& m_scanner;
    std::unique_ptr<capture::WatchedFolder> m_folder;
    QTimer m_start;
    bool m_seated = false;
    bool m_toldMissing = false;
};

}
