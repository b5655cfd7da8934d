#pragma once

#include <QByteArray>
#include <QImage>

namespace motcua::ui {

/// The picture of a scanned page: the JPEG or TIFF that the product makes. TIFF is read by the product's own library, for Qt has it only
/// with a package that a station may lack. Null: it is damaged.
QImage pagePicture(const QByteArray& content);

}
