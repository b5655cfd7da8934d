#pragma once

#include "app/base/Result.h"

#include <QImage>
#include <QString>

namespace motcua::paper {

/// `text` as a QR code of level M with its quiet zone, black on white, fine enough that a viewer's smoothing leaves its
/// edges sharp. Any thread. Errors: "paper.qr-too-long".
base::Result<QImage> qrImage(const QString& text);

}
