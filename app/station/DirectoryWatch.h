#pragma once

#include "app/capture/WatchedDirectory.h"
#include "app/counter/Counter.h"

#include <QTimer>

#include <memory>

namespace motcua::station {

/// Brings the files of the directory that the inbox names to the inbox, while somebody who takes intakes is seated; deletes a file
/// when the inbox has kept it. A directory that is not there is told once and looked for until it is. Owner: OpenStation.
/// Thread: GUI.
class DirectoryWatch : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    DirectoryWatch(counter::Counter& counter, domain::ports::Scanner& scanner);
    ~DirectoryWatch() override;

    void setSeated(bool seated);

private:
    void replaceDirectory();
    void run();
    void stop();
    void remove(const QString& file);

    counter::Counter& m_counter;
    domain::ports::Scanner& m_scanner;
    std::unique_ptr<capture::WatchedDirectory> m_directory;
    QTimer m_start;
    bool m_seated = false;
    bool m_toldMissing = false;
};

}
