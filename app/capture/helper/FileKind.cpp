#include "app/capture/helper/FileKind.h"

#include "app/capture/helper/PdfFile.h"
#include "app/pictures/TiffReader.h"

namespace motcua::capture::helper {

namespace {

struct Sign {
    const char* bytes;
    qsizetype size;
    const char* kind;
};

/// Kinds that people do put among scans and that nothing here reads.
constexpr Sign others[] = {{"GIF8", 4, "GIF"}, {"PK\3\4", 4, "ZIP, Word, Excel"}, {"\xd0\xcf\x11\xe0", 4, "Word, Excel"}, {"{\\rtf", 5, "RTF"},
    {"Rar!", 4, "RAR"}, {"7z\xbc\xaf", 4, "7-Zip"}, {"AT&TFORM", 8, "DjVu"}, {"%!PS", 4, "PostScript"}, {"8BPS", 4, "PSD"},
    {"\0\0\0\x0cjP  ", 8, "JPEG 2000"}, {"\xff\x4f\xff\x51", 4, "JPEG 2000"}};

/// The brands of a photograph in the container that films have too.
QString kindOfContainer(const QByteArray& content) {
    constexpr qsizetype brandAt = 8;
    constexpr qsizetype brandSize = 4;
    const QByteArray brand = content.mid(brandAt, brandSize);
    if (brand.startsWith("avi"))
        return QStringLiteral("AVIF");
    return brand.startsWith("he") || brand.startsWith("mif") || brand.startsWith("msf") ? QStringLiteral("HEIC") : QStringLiteral("MP4");
}

QString nameOfOther(const QByteArray& content) {
    if (content.mid(4, 4) == "ftyp")
        return kindOfContainer(content);
    for (const Sign& sign : others)
        if (content.startsWith(QByteArray(sign.bytes, sign.size)))
            return QString::fromLatin1(sign.kind);
    return {};
}

}

base::Result<FileKind> kindOf(const QByteArray& content) {
    if (content.startsWith("\xff\xd8\xff"))
        return FileKind::Jpeg;
    if (content.startsWith("\x89PNG\r\n\x1a\n"))
        return FileKind::Png;
    if (pictures::TiffReader::looksLikeTiff(content))
        return FileKind::Tiff;
    if (content.startsWith("RIFF") && content.mid(8, 4) == "WEBP")
        return FileKind::Webp;
    if (content.startsWith("BM"))
        return FileKind::Bmp;
    if (looksLikePdf(content))
        return FileKind::Pdf;
    const QString other = nameOfOther(content);
    return base::fail(
        QStringLiteral("import.unsupported"), other.isEmpty() ? QMap<QString, QString>() : QMap<QString, QString>{{QStringLiteral("kind"), other}});
}

}
