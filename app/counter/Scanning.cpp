#include "app/counter/Scanning.h"

#include <QFileInfo>

#include <numeric>

namespace motcua::counter {

using domain::ports::ScanJob;
using domain::ports::ScannedPage;

Scanning::Scanning(domain::ports::Scanner& scanner) : m_scanner(scanner) {}

Scanning::~Scanning() = default;

void Scanning::findDevices() {
    if (m_search)
        return;
    if (m_job) {
        emit devicesFound({});
        return;
    }
    m_search = m_scanner.findDevices();
    connect(m_search.get(), &ScanJob::finished, this, [this](const base::Error& error) {
        m_search.release()->deleteLater();
        emit devicesFound(error);
    });
}

base::Outcome Scanning::scan(domain::ports::ScanRequest request, PageSink& sink) {
    if (isBusy())
        return base::fail(QStringLiteral("scan.busy"));
    if (request.device.isEmpty())
        request.device = m_device;
    const auto known = m_scanner.devices();
    if (request.device.isEmpty() && !known.empty())
        request.device = known.front().id;
    if (request.device.isEmpty())
        return base::fail(QStringLiteral("scan.no-device"));
    begin(m_scanner.scan(request), &sink);
    return base::done();
}

int Scanning::filesWaiting() const {
    return std::accumulate(
        m_waiting.begin(), m_waiting.end(), 0, [](int sum, const WaitingFiles& each) { return sum + static_cast<int>(each.paths.size()); });
}

void Scanning::importFiles(const QStringList& paths, PageSink& sink) {
    m_waiting.push_back({paths, &sink, sink.purpose()});
    if (m_job)
        emit waitingChanged();
    else
        beginWaiting();
}

void Scanning::beginWaiting() {
    while (!m_job && !m_waiting.empty()) {
        const WaitingFiles next = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (next.sink->purpose() != next.purpose) {
            m_sink = next.sink;
            m_refused = {};
            emit finished({QStringLiteral("import.work-left")});
            continue;
        }
        // A link that a person chose is followed here; what is read is then that very file.
        QStringList files;
        for (const QString& path : next.paths) {
            const QString file = QFileInfo(path).canonicalFilePath();
            files << (file.isEmpty() ? path : file);
        }
        begin(m_scanner.importFiles(files), next.sink);
        m_files = next.paths;
    }
}

void Scanning::begin(std::unique_ptr<ScanJob> job, PageSink* sink) {
    // The clerk does not wait for a list, and a device that is asked for its name does not scan.
    if (m_search) {
        m_search.reset();
        emit devicesFound({});
    }
    m_job = std::move(job);
    m_sink = sink;
    m_sinkError = {};
    m_pages = 0;
    m_blanks = 0;
    m_files.clear();
    m_refused = {};
    connect(m_job.get(), &ScanJob::pageRead, this, &Scanning::take);
    connect(m_job.get(), &ScanJob::blankDropped, this, [this] { emit blankDropped(++m_blanks); });
    connect(m_job.get(), &ScanJob::finished, this, &Scanning::end);
    emit started();
}

void Scanning::cancel() {
    m_waiting.clear();
    if (m_job)
        m_job->cancel();
}

void Scanning::take(const ScannedPage& page) {
    if (!m_sinkError.code.isEmpty())
        return;
    if (const auto kept = m_sink->take(page); !kept) {
        m_sinkError = kept.error();
        m_job->cancel();
        return;
    }
    m_pages += m_sink->pagesIn(page);
    emit pageKept(m_pages);
}

void Scanning::end(const base::Error& error) {
    m_job.release()->deleteLater();
    if (const int number = error.detail.value(QStringLiteral("file")).toInt(); number >= 1 && number <= m_files.size())
        m_refused = {QFileInfo(m_files[number - 1]).fileName(), static_cast<int>(m_files.size()) - number};
    // A page that could not be kept is why the job was cancelled, so it is the error to tell.
    emit finished(m_sinkError.code.isEmpty() ? error : m_sinkError);
    beginWaiting();
}

}
