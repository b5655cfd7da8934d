#pragma once

#include "app/counter/PageSink.h"
#include "app/counter/Ports.h"

#include <memory>

namespace motcua::counter {

/// One scan or import at a time, page by page into a sink. Owner: Counter. Thread: GUI.
class Scanning : public QObject {
    Q_OBJECT

public:
    explicit Scanning(domain::ports::Scanner& scanner);
    ~Scanning() override;

    bool isBusy() const { return m_job != nullptr; }
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

    /// Error "scan.busy" while a job runs. The sink outlives the job.
    base::Outcome scan(domain::ports::ScanRequest request, PageSink& sink);
    base::Outcome importFiles(const QStringList& paths, PageSink& sink);

public slots:
    /// Ends with devicesFound(); a scan or an import that runs or begins meanwhile goes before it, and what was known stays.
    void findDevices();
    void cancel();

signals:
    void devicesFound(const motcua::base::Error& error);
    void started();
    void pageKept(int pages);
    void blankDropped(int pages);
    /// Once for each job. Empty code: success; pages that were kept stay, whatever the code.
    void finished(const motcua::base::Error& error);

private:
    base::Outcome begin(std::unique_ptr<domain::ports::ScanJob> job, PageSink* sink);
    void take(const domain::ports::ScannedPage& page);
    void end(const base::Error& error);

    domain::ports::Scanner& m_scanner;
    std::unique_ptr<domain::ports::ScanJob> m_job;
    std::unique_ptr<domain::ports::ScanJob> m_search;
    PageSink* m_sink = nullptr;
    base::Error m_sinkError;
    QString m_device;
    QStringList m_files;
    RefusedFile m_refused;
    int m_pages = 0;
    int m_blanks = 0;
};

}
