#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QImage>

#include <memory>

struct tiff;

namespace motcua::pictures {

/// The pages of a TIFF, one after the other. Believes nothing: a page is told only when every byte that its directory promises is
/// there and the chain of directories has an end, so that a file whose writer is not done, or that was cut, is damaged and never
/// a shorter file. Any kind that libtiff decodes: strips or tiles, planes apart, BigTIFF. Previews and masks are no pages.
/// Pure; one thread.
class TiffReader {
public:
    /// `content` outlives the reader.
    explicit TiffReader(const QByteArray& content);
    ~TiffReader();
    TiffReader(const TiffReader&) = delete;
    TiffReader& operator=(const TiffReader&) = delete;

    static bool looksLikeTiff(const QByteArray& content);

    /// Number of pages, at least 1. Errors: "import.too-large" (a page says that it has more pixels than `mostPixels`; told before
    /// anything else of it is believed), "import.damaged".
    base::Result<int> open(qint64 mostPixels);
    /// Behind the last byte of a picture of it, as far as open() came; what follows, if not tags of its own, is not of it.
    qsizetype end() const { return m_end; }
    /// Turns to a page, from 0. Errors: "import.damaged", "import.unsupported" (sound, but of a kind nothing here decodes).
    base::Outcome turnTo(int page);

    // Of the page turned to.
    QSize size() const; ///< pixels, as stored
    /// Dots per inch along the rows and across them; 0 where the file does not say. Without a unit only their ratio means something.
    double xResolution() const;
    double yResolution() const;
    bool hasUnit() const;
    /// 1–8 as in TIFF and Exif: how the stored rows lie on the page.
    int orientation() const;
    /// The picture as stored: 1 bit (1 is black) for black and white, else 32 bits without transparency.
    /// Errors: "import.damaged", "import.too-large" (no memory).
    base::Result<QImage> picture() const;

private:
    struct Memory;

    bool isWhole();
    base::Result<QImage> bilevel() const;
    base::Result<QImage> colour() const;

    std::unique_ptr<Memory> m_memory;
    tiff* m_tiff = nullptr;
    QList<int> m_pages; ///< directories that are pages
    qsizetype m_end = 0;
};

}
