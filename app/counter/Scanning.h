#pragma once

#include "app/counter/PageSink.h"
#include "app/counter/Ports.h"

#include <deque>
#include <memory>

namespace motcua::counter {

/// One scan or import at a time, page by page into a sink; files that are chosen meanwhile wait their turn. Owner: Counter. Thread: GUI.
class Scanning : public QObject {
    Q_OBJECT

public:
    explicit Scanning(domain::ports::Scanner& scanner);
    ~Scanning() override;

    /// A job runs, or files wait for theirs.
    bool isBusy() const { return m_job || !m_waiting.empty(); }
    /// Files that were chosen while a job ran and have not been begun.
    int filesWaiting() const;
    /// Pages kept of the running or last job; a PDF counts as many as it has.
    int pagesKept() const { return m_pages; }
    /// The file at which the last import stopped.
    struct RefusedFile {
        QString name;  ///< without its directory; empty: none. For the screen only, never for a log
        int after = 0; ///< files that were chosen after it and have not been looked at
    };
    const RefusedFile& refusedFile() const { return m_refused; }
    /// Whether the running or last job is this one's.
    bool isFor(const PageSink& sink) const { return m_sink == &sink; }
    int blanksDropped() const { return m_blanks; }
    std::vector<domain::ports::ScannerDevice> devices() const { return m_scanner.devices(); }
    /// The last chosen device; empty: the first found.
    QString device() const { return m_device; }
    void setDevice(const QString& id) { m_device = id; }

    /// Errors: "scan.busy" while isBusy(), "scan.no-device". The sink outlives the job.
    base::Outcome scan(domain::ports::ScanRequest request, PageSink& sink);
    /// Begun at once, or when all before it has ended; unless what the sink takes pages for is another one by then, which ends it with
    /// "import.work-left". The sink outlives the wait and the job.
    void importFiles(const QStringList& paths, PageSink& sink);

public slots:
    /// Ends with devicesFound(); a scan or an import that runs or begins meanwhile goes before it, and what was known stays.
    void findDevices();
    /// What waits is given up too.
    void cancel();

signals:
    void devicesFound(const motcua::base::Error& error);
    void started();
    /// filesWaiting() is another number.
    void waitingChanged();
    void pageKept(int pages);
    void blankDropped(int pages);
    /// Once for each job. Empty code: success; pages that were kept stay, whatever the code.
    void finished(const motcua::base::Error& error);

private:
    struct WaitingFiles {
        QStringList paths;
        PageSink* sink;
        QString purpose; ///< the sink's when they were chosen
    };

    void beginWaiting();
    void begin(std::unique_ptr<domain::ports::ScanJob> job, PageSink* sink);
    void take(const domain::ports::ScannedPage& page);
    void end(const base::Error& error);

    domain::ports::Scanner& m_scanner;
    std::unique_ptr<domain::ports::ScanJob> m_job;
    std::unique_ptr<domain::ports::ScanJob> m_search;
    PageSink* m_sink = nullptr;
    base::Error m_sinkError;
    QString m_device;
    QStringList m_files;
    std::deque<WaitingFiles> m_waiting;
    RefusedFile m_refused;
    int m_pages = 0;
    int m_blanks = 0;
};

}
