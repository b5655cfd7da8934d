#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace motcua::base {

/// The place, such as "fee.amount", of the first name that stands twice in an object: QJsonDocument takes the last one and says
/// nothing. The text is JSON that QJsonDocument has read.
std::optional<QString> doubledKey(const QByteArray& json);

}
