#pragma once

#include "sync/protocol/Messages.h"

#include <QByteArray>

#include <optional>

namespace motcua::http::answers {

/// A page of the feed that is no JSON because of one item's damaged body, as far as it can be read: the items before it and the damaged
/// one, without a body; more is to be asked for. Nothing: it is torn in another way, such as cut short on the line, or at a record.
std::optional<QJsonObject> tornPage(const QByteArray& body);

}
