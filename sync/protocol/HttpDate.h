#pragma once

#include <QByteArray>
#include <QDateTime>

namespace motcua::protocol {

/// The Date of an HTTP answer (RFC 9110 §6.6.1, IMF-fixdate): "Sun, 22 Nov 2026 08:00:00 GMT".
QByteArray httpDate(const QDateTime& moment);
/// UTC; invalid: not of that form.
QDateTime httpDateIn(const QByteArray& text);

}
