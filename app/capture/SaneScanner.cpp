#include "app/capture/SaneScanner.h"

#include "app/capture/HelperJob.h"

#include <algorithm>

namespace motcua::capture {

using domain::ports::ScanJob;
using domain::ports::ScannerDevice;

SaneScanner::SaneScanner(HelperSettings settings) : m_settings(std::move(settings)), m_devices(std::make_shared<std::vector<ScannerDevice>>()) {}

std::unique_ptr<ScanJob> SaneScanner::findDevices() {
    auto job = std::make_unique<HelperJob>(m_settings, HelperRequest{});
    // What was known stays until a search has ended well.
    auto found = std::make_shared<std::vector<ScannerDevice>>();
    QObject::connect(job.get(), &HelperJob::deviceFound, job.get(), [found](const ScannerDevice& device) { found->push_back(device); });
    QObject::connect(job.get(), &ScanJob::finished, job.get(), [found, known = m_devices](const base::Error& error) {
        if (error.code.isEmpty())
            *known = *found;
    });
    return job;
}

std::unique_ptr<ScanJob> SaneScanner::scan(const domain::ports::ScanRequest& request) {
    HelperRequest helperRequest;
    helperRequest.task = HelperTask::Scan;
    helperRequest.device = request.device;
    helperRequest.feeder = request.feeder;
    helperRequest.resolution = std::clamp(request.resolution, 100, 600);
    helperRequest.colour = static_cast<int>(request.colour);
    helperRequest.dropBlank = request.dropBlank;
    helperRequest.deviceOptions = m_settings.deviceOptions;
    return std::make_unique<HelperJob>(m_settings, std::move(helperRequest));
}

std::unique_ptr<ScanJob> SaneScanner::importFiles(const QStringList& paths) {
    HelperRequest helperRequest;
    helperRequest.task = HelperTask::Import;
    return std::make_unique<HelperJob>(m_settings, std::move(helperRequest), paths);
}

}
