#include "app/capture/helper/ScanTask.h"

#include "app/capture/PagePipeline.h"
#include "app/capture/helper/ExitGuard.h"
#include "app/capture/helper/HelperLink.h"
#include "app/capture/helper/SaneDevice.h"

namespace motcua::capture::helper {

using domain::ports::ScanColour;

namespace {

constexpr int mostPages = 500;

PageSettings settingsOf(const HelperRequest& request) {
    PageSettings settings;
    settings.dropBlank = request.dropBlank;
    settings.colour = request.colour == static_cast<int>(ScanColour::BlackWhite) ? PageColour::BlackWhite
                      : request.colour == static_cast<int>(ScanColour::Grey)     ? PageColour::Grey
                                                                                 : PageColour::Colour;
    return settings;
}

base::Outcome tell(base::Result<FinishedPage> page, int number, Link& link) {
    if (!page)
        return base::fail(page.error());
    if (page->blank)
        link.blank(number);
    else
        link.page(std::move(*page));
    return base::done();
}

/// An error in mid-scan from a device that does not open any more means that it is gone.
base::Error lookedAt(base::Error error, std::unique_ptr<SaneDevice> device, const QString& id) {
    if (error.code != QLatin1String("scan.io-error"))
        return error;
    device.reset();
    const auto again = SaneDevice::open(id);
    if (!again && again.error().code == QLatin1String("scan.device-gone"))
        return again.error().causedBy(std::move(error));
    return error;
}

base::Outcome readBatch(SaneDevice& device, const HelperRequest& request, bool feeder, Link& link) {
    const PagePipeline pipeline(settingsOf(request));
    const auto goesOn = [&link] {
        link.alive();
        return !link.isCancelled();
    };
    for (int number = 1; number <= mostPages; ++number) {
        if (!goesOn())
            return base::fail(QStringLiteral("scan.cancelled"));
        base::Result<Pixels> raw = device.readPage(goesOn);
        if (!raw && number > 1 && raw.error().code == QLatin1String("scan.no-paper"))
            return base::done();
        if (!raw)
            return base::fail(raw.error());
        if (const auto told = tell(pipeline.finish(std::move(*raw)), number, link); !told)
            return told;
        if (!feeder)
            return base::done();
    }
    return base::fail(QStringLiteral("import.too-many-pages"), {{QStringLiteral("limit"), QString::number(mostPages)}});
}

}

base::Outcome findDevices(Link& link) {
    const SANE_Device** list = nullptr;
    const SANE_Status status = sane_get_devices(&list, SANE_FALSE);
    if (status != SANE_STATUS_GOOD)
        return base::fail(errorOf(status));
    // Opening a device may spoil the list.
    std::vector<DeviceNotice> notices;
    for (; list && *list; ++list) {
        const QString label = QString::fromUtf8((*list)->vendor) + QLatin1Char(' ') + QString::fromUtf8((*list)->model);
        notices.push_back({QString::fromUtf8((*list)->name), label.simplified(), false});
    }
    for (DeviceNotice& notice : notices) {
        if (link.isCancelled())
            return base::fail(QStringLiteral("scan.cancelled"));
        if (const auto device = SaneDevice::open(notice.id))
            notice.feeder = (*device)->hasFeeder();
        link.device(notice);
    }
    return base::done();
}

base::Outcome scan(const HelperRequest& request, Link& link) {
    auto device = SaneDevice::open(request.device);
    if (!device)
        return base::fail(device.error());
    const bool feeder = (*device)->prepare(request);
    const base::Outcome outcome = readBatch(**device, request, feeder, link);
    const ExitGuard guard(outcome, link);
    (*device)->stop();
    if (!outcome)
        return base::fail(lookedAt(outcome.error(), std::move(*device), request.device));
    device->reset();
    return outcome;
}

}
