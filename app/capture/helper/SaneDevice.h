#pragma once

#include "app/base/Result.h"
#include "app/capture/HelperRequest.h"
#include "app/capture/Pixels.h"

#include <QByteArray>

#include <functional>

#include <sane/sane.h>

namespace motcua::capture::helper {

/// The port's error for what a driver said.
base::Error errorOf(SANE_Status status);

/// One open scanner. Closes it when it goes. Main thread only: SANE is not made for more.
class SaneDevice {
public:
    /// Errors: "scan.device-gone", "scan.device-busy", "scan.io-error".
    static base::Result<std::unique_ptr<SaneDevice>> open(const QString& id);
    ~SaneDevice();
    SaneDevice(const SaneDevice&) = delete;
    SaneDevice& operator=(const SaneDevice&) = delete;

    bool hasFeeder() const;
    /// Mode, resolution, source, A4, then the station's own options. True: the feeder is the source.
    bool prepare(const HelperRequest& request);
    /// The next page, whole. `goesOn` is asked after each piece and ends the page with "scan.cancelled".
    /// Errors: "scan.no-paper" (also the regular end of a batch), "scan.jammed", "scan.cover-open", "scan.cancelled", "scan.io-error"…
    base::Result<Pixels> readPage(const std::function<bool()>& goesOn);
    /// Ends the batch: the feeder stops, the lamp goes back.
    void stop();

private:
    explicit SaneDevice(SANE_Handle handle) : m_handle(handle) {}
    base::Result<QByteArray> readRaster(const SANE_Parameters& parameters, const std::function<bool()>& goesOn);

    SANE_Handle m_handle;
    int m_resolution = 0;
};

}
