#include "app/pictures/TiffReader.h"

#include <QPainter>

#include <tiffio.h>

#include <algorithm>
#include <cstring>

namespace motcua::pictures {

namespace {

constexpr int mostDirectories = 1000;
constexpr double centimetresAnInch = 2.54;

tl::unexpected<base::Error> damaged() {
    return base::fail(QStringLiteral("import.damaged"));
}

/// Libtiff prints by itself otherwise.
void silence(const char*, const char*, va_list) {}

template <class T>
T valueOf(tiff* file, ttag_t tag, T otherwise) {
    T value = otherwise;
    return TIFFGetFieldDefaulted(file, tag, &value) ? value : otherwise;
}

/// A reduced picture of another page, or a mask for one.
bool isPage(tiff* file) {
    const auto kind = valueOf<quint32>(file, TIFFTAG_SUBFILETYPE, 0);
    const auto old = valueOf<quint16>(file, TIFFTAG_OSUBFILETYPE, OFILETYPE_IMAGE);
    return (kind & (FILETYPE_REDUCEDIMAGE | FILETYPE_MASK)) == 0 && old != OFILETYPE_REDUCEDIMAGE;
}

bool isBilevel(tiff* file) {
    const auto tone = valueOf<quint16>(file, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB);
    return valueOf<quint16>(file, TIFFTAG_BITSPERSAMPLE, 1) == 1 && valueOf<quint16>(file, TIFFTAG_SAMPLESPERPIXEL, 1) == 1 && !TIFFIsTiled(file) &&
           (tone == PHOTOMETRIC_MINISWHITE || tone == PHOTOMETRIC_MINISBLACK);
}

}

/// The content as libtiff reads it.
struct TiffReader::Memory {
    const QByteArray& content;
    toff_t at = 0;

    static Memory& of(thandle_t handle) { return *static_cast<Memory*>(handle); }
    static tmsize_t read(thandle_t handle, void* to, tmsize_t count) {
        Memory& memory = of(handle);
        const auto size = static_cast<toff_t>(memory.content.size());
        const auto there = memory.at < size ? static_cast<tmsize_t>(std::min<toff_t>(size - memory.at, static_cast<toff_t>(count))) : 0;
        std::memcpy(to, memory.content.constData() + (there > 0 ? memory.at : 0), static_cast<size_t>(there));
        memory.at += static_cast<toff_t>(there);
        return there;
    }
    static tmsize_t write(thandle_t, void*, tmsize_t) { return -1; }
    static toff_t seek(thandle_t handle, toff_t offset, int from) {
        Memory& memory = of(handle);
        const toff_t base = from == SEEK_CUR ? memory.at : from == SEEK_END ? size(handle) : 0;
        memory.at = base + offset;
        return memory.at;
    }
    static int close(thandle_t) { return 0; }
    static toff_t size(thandle_t handle) { return static_cast<toff_t>(of(handle).content.size()); }
};

TiffReader::TiffReader(const QByteArray& content) : m_memory(new Memory{content}) {
    TIFFSetErrorHandler(silence);
    TIFFSetWarningHandler(silence);
}

TiffReader::~TiffReader() {
    if (m_tiff)
        TIFFClose(m_tiff);
}

bool TiffReader::looksLikeTiff(const QByteArray& content) {
    constexpr int magic = 4;
    return content.startsWith(QByteArray("II*\0", magic)) || content.startsWith(QByteArray("MM\0*", magic)) ||
           content.startsWith(QByteArray("II+\0", magic)) || content.startsWith(QByteArray("MM\0+", magic));
}

base::Result<int> TiffReader::open(qint64 mostPixels) {
    // "m": never a memory map; "h": directories one by one, below.
    m_tiff = TIFFClientOpen("page", "rhm", m_memory.get(), Memory::read, Memory::write, Memory::seek, Memory::close, Memory::size, nullptr, nullptr);
    if (!m_tiff)
        return damaged();
    for (int directory = 0; directory == 0 || !TIFFLastDirectory(m_tiff); ++directory) {
        if (directory == mostDirectories || !TIFFReadDirectory(m_tiff))
            return damaged();
        if (const qint64 pixels = qint64(size().width()) * size().height(); pixels > mostPixels)
            return base::fail(QStringLiteral("import.too-large"), {{QStringLiteral("pixels"), QString::number(pixels)}});
        // Not one byte of a preview may be missing either: it is the same file.
        if (!isWhole())
            return damaged();
        if (isPage(m_tiff))
            m_pages.append(directory);
    }
    if (m_pages.isEmpty())
        m_pages.append(0);
    return static_cast<int>(m_pages.size());
}

base::Outcome TiffReader::turnTo(int page) {
    if (!TIFFSetDirectory(m_tiff, static_cast<tdir_t>(m_pages.value(page))))
        return damaged();
    const auto compression = valueOf<quint16>(m_tiff, TIFFTAG_COMPRESSION, COMPRESSION_NONE);
    char words[1024] = {};
    if (!TIFFIsCODECConfigured(compression) || (!isBilevel(m_tiff) && !TIFFRGBAImageOK(m_tiff, words)))
        return base::fail(QStringLiteral("import.unsupported"), {{QStringLiteral("kind"), QStringLiteral("TIFF")}});
    return base::done();
}

/// Every strip or tile lies inside the file.
bool TiffReader::isWhole() {
    const quint32 parts = TIFFIsTiled(m_tiff) ? TIFFNumberOfTiles(m_tiff) : TIFFNumberOfStrips(m_tiff);
    const auto end = static_cast<quint64>(m_memory->content.size());
    if (parts == 0 || size().isEmpty())
        return false;
    for (quint32 part = 0; part < parts; ++part) {
        int failed = 0;
        const quint64 offset = TIFFGetStrileOffsetWithErr(m_tiff, part, &failed);
        const quint64 count = failed ? 0 : TIFFGetStrileByteCountWithErr(m_tiff, part, &failed);
        if (failed || offset == 0 || count == 0 || offset > end || count > end - offset)
            return false;
        m_end = std::max(m_end, static_cast<qsizetype>(offset + count));
    }
    return true;
}

QSize TiffReader::size() const {
    const auto side = [this](ttag_t tag) {
        constexpr quint32 most = 1'000'000'000;
        return static_cast<int>(std::min<quint32>(valueOf<quint32>(m_tiff, tag, 0), most));
    };
    return {side(TIFFTAG_IMAGEWIDTH), side(TIFFTAG_IMAGELENGTH)};
}

double TiffReader::xResolution() const {
    const double value = valueOf<float>(m_tiff, TIFFTAG_XRESOLUTION, 0);
    return valueOf<quint16>(m_tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH) == RESUNIT_CENTIMETER ? value * centimetresAnInch : value;
}

double TiffReader::yResolution() const {
    const double value = valueOf<float>(m_tiff, TIFFTAG_YRESOLUTION, 0);
    return valueOf<quint16>(m_tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH) == RESUNIT_CENTIMETER ? value * centimetresAnInch : value;
}

bool TiffReader::hasUnit() const {
    return valueOf<quint16>(m_tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH) != RESUNIT_NONE;
}

int TiffReader::orientation() const {
    return valueOf<quint16>(m_tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
}

base::Result<QImage> TiffReader::picture() const {
    return isBilevel(m_tiff) ? bilevel() : colour();
}

base::Result<QImage> TiffReader::bilevel() const {
    QImage image(size(), QImage::Format_Mono);
    if (image.isNull())
        return base::fail(QStringLiteral("import.too-large"));
    if (TIFFScanlineSize64(m_tiff) > static_cast<quint64>(image.bytesPerLine()))
        return damaged();
    for (int y = 0; y < image.height(); ++y)
        if (TIFFReadScanline(m_tiff, image.scanLine(y), static_cast<quint32>(y)) < 0)
            return damaged();
    if (valueOf<quint16>(m_tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE) == PHOTOMETRIC_MINISBLACK)
        image.invertPixels();
    image.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    return image;
}

base::Result<QImage> TiffReader::colour() const {
    TIFFRGBAImage decoder;
    char words[1024] = {};
    QImage image(size(), QImage::Format_RGBA8888_Premultiplied);
    if (image.isNull())
        return base::fail(QStringLiteral("import.too-large"));
    constexpr int stopAtErrors = 1;
    if (!TIFFRGBAImageBegin(&decoder, m_tiff, stopAtErrors, words))
        return damaged();
    // As stored: libtiff knows four of the eight ways only.
    decoder.orientation = ORIENTATION_TOPLEFT;
    decoder.req_orientation = ORIENTATION_TOPLEFT;
    auto* raster = reinterpret_cast<quint32*>(image.bits());
    const bool read = TIFFRGBAImageGet(&decoder, raster, static_cast<quint32>(image.width()), static_cast<quint32>(image.height()));
    const bool seeThrough = decoder.alpha != 0;
    TIFFRGBAImageEnd(&decoder);
    if (!read)
        return damaged();
    if (!seeThrough)
        return std::move(image).convertToFormat(QImage::Format_RGB32);
    QImage paper(image.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, image);
    return paper;
}

}
