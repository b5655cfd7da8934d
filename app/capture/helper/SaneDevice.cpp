#include "app/capture/helper/SaneDevice.h"

#include "app/capture/helper/Raster.h"
#include "app/capture/helper/SaneOptions.h"
#include "app/domain/ports/Scanner.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace motcua::capture::helper {

using domain::ports::ScanColour;

namespace {

constexpr double a4Width = 210;  // mm
constexpr double a4Height = 297; // mm

bool isFeeder(const QString& source) {
    return source.contains(QLatin1String("ADF"), Qt::CaseInsensitive) || source.contains(QLatin1String("feeder"), Qt::CaseInsensitive);
}

/// One side of each sheet: the other would come as pages of its own that nobody asked for.
bool isOneSided(const QString& source) {
    return !source.contains(QLatin1String("duplex"), Qt::CaseInsensitive) && !source.contains(QLatin1String("back"), Qt::CaseInsensitive);
}

QString sourceFor(const QStringList& sources, bool feeder) {
    QString second;
    for (const QString& source : sources) {
        if (isFeeder(source) != feeder)
            continue;
        if (isOneSided(source))
            return source;
        if (second.isEmpty())
            second = source;
    }
    return second;
}

/// Black and white is made from grey here: a driver's own threshold loses stamps and faint print.
void setMode(SaneOptions& options, ScanColour colour) {
    const QStringList modes = options.choices(QStringLiteral("mode"));
    for (const QString& mode : modes) {
        const bool isColour = mode.startsWith(QLatin1String("col"), Qt::CaseInsensitive) || mode.contains(QLatin1String("24bit"));
        const bool isGrey = mode.contains(QLatin1String("gray"), Qt::CaseInsensitive) || mode.contains(QLatin1String("grey"), Qt::CaseInsensitive);
        if (colour == ScanColour::Colour ? isColour : isGrey) {
            options.setText(QStringLiteral("mode"), mode);
            break;
        }
    }
    options.setNumber(QStringLiteral("depth"), 8);
}

void setArea(SaneOptions& options, int resolution) {
    const auto length = [&](const QString& name, double millimetres) {
        const bool pixels = options.unit(name) == SANE_UNIT_PIXEL;
        options.setNumber(name, pixels ? millimetres / 25.4 * resolution : millimetres);
    };
    // Feeders first want to know the paper.
    length(QStringLiteral("page-width"), a4Width);
    length(QStringLiteral("page-height"), a4Height);
    length(QStringLiteral("tl-x"), 0);
    length(QStringLiteral("tl-y"), 0);
    length(QStringLiteral("br-x"), a4Width);
    length(QStringLiteral("br-y"), a4Height);
}

base::Error withStatus(const char* code, SANE_Status status) {
    return {QString::fromLatin1(code), {{QStringLiteral("status"), QString::number(status)}}};
}

}

base::Error errorOf(SANE_Status status) {
    switch (status) {
    case SANE_STATUS_JAMMED:
        return {QStringLiteral("scan.jammed")};
    case SANE_STATUS_COVER_OPEN:
        return {QStringLiteral("scan.cover-open")};
    case SANE_STATUS_NO_DOCS:
        return {QStringLiteral("scan.no-paper")};
    case SANE_STATUS_DEVICE_BUSY:
        return {QStringLiteral("scan.device-busy")};
    case SANE_STATUS_CANCELLED:
        return {QStringLiteral("scan.cancelled")};
    default:
        return withStatus("scan.io-error", status);
    }
}

base::Result<std::unique_ptr<SaneDevice>> SaneDevice::open(const QString& id) {
    SANE_Handle handle = nullptr;
    const SANE_Status status = sane_open(id.toUtf8().constData(), &handle);
    if (status == SANE_STATUS_GOOD)
        return std::unique_ptr<SaneDevice>(new SaneDevice(handle));
    if (status == SANE_STATUS_INVAL || status == SANE_STATUS_IO_ERROR || status == SANE_STATUS_UNSUPPORTED)
        return base::fail(withStatus("scan.device-gone", status));
    return base::fail(errorOf(status));
}

SaneDevice::~SaneDevice() {
    sane_close(m_handle);
}

bool SaneDevice::hasFeeder() const {
    const QStringList sources = SaneOptions(m_handle).choices(QStringLiteral("source"));
    return std::any_of(sources.begin(), sources.end(), isFeeder);
}

bool SaneDevice::prepare(const HelperRequest& request) {
    SaneOptions options(m_handle);
    const QString source = sourceFor(options.choices(QStringLiteral("source")), request.feeder);
    if (!source.isEmpty())
        options.setText(QStringLiteral("source"), source);
    setMode(options, static_cast<ScanColour>(request.colour));
    options.setNumber(QStringLiteral("resolution"), request.resolution);
    m_resolution = static_cast<int>(std::lround(options.number(QStringLiteral("resolution")).value_or(0)));
    setArea(options, m_resolution);
    for (auto it = request.deviceOptions.begin(); it != request.deviceOptions.end(); ++it)
        options.setText(it.key(), it.value().toString());
    return isFeeder(source);
}

base::Result<Pixels> SaneDevice::readPage(const std::function<bool()>& goesOn) {
    SANE_Status status = sane_start(m_handle);
    if (status != SANE_STATUS_GOOD)
        return base::fail(errorOf(status));
    SANE_Parameters parameters{};
    status = sane_get_parameters(m_handle, &parameters);
    if (status != SANE_STATUS_GOOD)
        return base::fail(errorOf(status));
    if (!isReadable(parameters))
        return base::fail(QStringLiteral("scan.io-error"), {{QStringLiteral("reason"), QStringLiteral("format")}});
    const base::Result<QByteArray> raster = readRaster(parameters, goesOn);
    if (!raster)
        return base::fail(raster.error());
    Pixels pixels = pixelsOf(*raster, parameters);
    if (!pixels)
        return base::fail(QStringLiteral("scan.io-error"), {{QStringLiteral("reason"), QStringLiteral("short-page")}});
    pixSetResolution(pixels.get(), m_resolution, m_resolution);
    return pixels;
}

base::Result<QByteArray> SaneDevice::readRaster(const SANE_Parameters& parameters, const std::function<bool()>& goesOn) {
    constexpr SANE_Int piece = 256 * 1024;
    QByteArray raster;
    if (parameters.lines > 0)
        raster.reserve(qsizetype(parameters.bytes_per_line) * parameters.lines + piece);
    SANE_Status status = SANE_STATUS_GOOD;
    while (status == SANE_STATUS_GOOD) {
        // Cancelling from here, never from another thread: that one ends in a half page that looks whole.
        if (!goesOn())
            return base::fail(QStringLiteral("scan.cancelled"));
        if (raster.size() > largestRaster)
            return base::fail(QStringLiteral("scan.io-error"), {{QStringLiteral("reason"), QStringLiteral("too-large")}});
        const qsizetype before = raster.size();
        raster.resize(before + piece);
        SANE_Int count = 0;
        status = sane_read(m_handle, reinterpret_cast<SANE_Byte*>(raster.data()) + before, piece, &count);
        raster.resize(before + (status == SANE_STATUS_GOOD ? std::clamp(count, 0, piece) : 0));
    }
    if (status != SANE_STATUS_EOF)
        return base::fail(errorOf(status));
    return raster;
}

void SaneDevice::stop() {
    sane_cancel(m_handle);
}

}
