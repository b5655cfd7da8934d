#pragma once

#include "app/capture/HelperSettings.h"
#include "app/domain/ports/Scanner.h"

namespace motcua::capture {

/// Scanners behind SANE and files from disk, all read in a helper process that can crash or hang without the counter noticing.
/// Owned by the composition root; lives in the thread of its callers. Jobs may outlive it.
class SaneScanner final : public domain::ports::Scanner {
public:
    explicit SaneScanner(HelperSettings settings = installedHelper());

    std::unique_ptr<domain::ports::ScanJob> findDevices() override;
    std::vector<domain::ports::ScannerDevice> devices() const override { return *m_devices; }
    std::unique_ptr<domain::ports::ScanJob> scan(const domain::ports::ScanRequest& request) override;
    std::unique_ptr<domain::ports::ScanJob> importFiles(const QStringList& paths) override;

private:
    HelperSettings m_settings;
    std::shared_ptr<std::vector<domain::ports::ScannerDevice>> m_devices;
};

}
