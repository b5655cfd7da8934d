#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

namespace motcua::capture::test {

/// A card's QR text in the national form; of nobody.
QString cardText();

/// An A4 page with lines like text, at `resolution`.
QImage textPage(int resolution = 300, int lines = 36);
/// The same with `code` as a QR of 20 mm at its top right.
QImage pageWithCode(const QString& code, int resolution = 300);
/// The page as a scanner sees it: a little smaller than the glass, askew by `degrees` clockwise, black around, with noise.
QImage asScanned(const QImage& page, double degrees, quint32 seed = 1);

QByteArray encodedAs(const QImage& image, const char* format, int quality = 85);
/// A binary PGM, as the pnm backend reads it.
QByteArray pgm(const QImage& image);
/// A multi-page TIFF of grey pages.
QByteArray tiff(const QList<QImage>& pages);
/// A small whole PDF of so many A4 pages.
QByteArray pdf(int pages);
/// A PDF of one A4 page that shows the picture.
QByteArray pdfOf(const QImage& page);

/// A finished page as a picture, decoded by the library that wrote it.
QImage shown(const QByteArray& content);

struct Picture {
    int width = 0;
    int height = 0;
    double skew = 0;      ///< degrees
    double darkEdges = 0; ///< share of dark pixels in the outer hundredth
    int depth = 0;
};
/// What a finished page shows when it is decoded again.
Picture look(const QByteArray& content);

}
