#include "app/capture/helper/DrawnFile.h"

#include "app/capture/helper/PdfFile.h"
#include "app/capture/helper/PictureDots.h"
#include "app/capture/helper/PictureFile.h"
#include "app/pictures/TiffReader.h"

#include <QBuffer>
#include <QPdfDocument>

namespace motcua::capture::helper {

using domain::ports::Dots;

namespace {

tl::unexpected<base::Error> damaged() {
    return base::fail(QStringLiteral("import.damaged"));
}

base::Result<Dots> told(std::optional<Dots> dots) {
    if (!dots)
        return damaged();
    return std::move(*dots);
}

class Pdf final : public DrawnFile {
public:
    explicit Pdf(const QByteArray& content) {
        m_buffer.setData(content);
        m_buffer.open(QIODevice::ReadOnly);
        m_document.load(&m_buffer);
    }
    bool isOpen() const { return m_document.status() == QPdfDocument::Status::Ready && m_document.pageCount() > 0; }
    int pages() const override { return m_document.pageCount(); }
    base::Result<Dots> draw(int page, int width) override {
        const QSizeF points = m_document.pagePointSize(page);
        if (!(points.width() >= 1) || !(points.height() >= 1))
            return damaged();
        const QSize size = fitting(points, width);
        return told(dotsOf(paperOf(m_document, page, size)));
    }

private:
    QBuffer m_buffer;
    QPdfDocument m_document;
};

class Picture final : public DrawnFile {
public:
    explicit Picture(Pixels pixels) : m_pixels(std::move(pixels)) {}
    int pages() const override { return 1; }
    base::Result<Dots> draw(int, int width) override { return told(dotsOf(*m_pixels, width)); }

private:
    Pixels m_pixels;
};

class Tiff final : public DrawnFile {
public:
    explicit Tiff(const QByteArray& content) : m_content(content), m_reader(m_content) {}
    base::Outcome open() {
        return m_reader.open(mostPixels).map([this](int pages) {
            m_pages = pages;
            return base::Done();
        });
    }
    int pages() const override { return m_pages; }
    base::Result<Dots> draw(int page, int width) override {
        if (page != m_turnedTo) {
            if (const base::Outcome turned = m_reader.turnTo(page); !turned)
                return base::fail(turned.error());
            base::Result<Pixels> picture = pictureOf(m_reader);
            if (!picture)
                return base::fail(picture.error());
            m_pixels = std::move(*picture);
            m_turnedTo = page;
        }
        return told(dotsOf(*m_pixels, width));
    }

private:
    const QByteArray m_content;
    pictures::TiffReader m_reader;
    Pixels m_pixels;
    int m_pages = 0;
    int m_turnedTo = -1;
};

}

base::Result<std::unique_ptr<DrawnFile>> DrawnFile::open(const QByteArray& content) {
    const base::Result<FileKind> kind = kindOf(content);
    if (!kind)
        return base::fail(kind.error());
    if (*kind == FileKind::Pdf) {
        auto pdf = std::make_unique<Pdf>(content);
        if (!pdf->isOpen())
            return damaged();
        return pdf;
    }
    if (*kind == FileKind::Tiff) {
        auto tiff = std::make_unique<Tiff>(content);
        if (const base::Outcome opened = tiff->open(); !opened)
            return base::fail(opened.error());
        return tiff;
    }
    base::Result<Pixels> picture = pictureOf(content, *kind);
    if (!picture)
        return base::fail(picture.error());
    return std::make_unique<Picture>(std::move(*picture));
}

}
