#pragma once

#include "app/domain/ports/DraftStore.h"

#include <QJsonObject>

#include <optional>

namespace motcua::counter {

/// What a draft's content says it is a draft of, so that one store serves every use case.
enum class DraftOf { Intake, Supplement, Jottings, HeldAct, Unprinted, Printing, Visit };

QByteArray toDraftContent(DraftOf kind, const QJsonObject& body);
/// Empty when the content is of another kind or damaged.
std::optional<QJsonObject> fromDraftContent(DraftOf kind, const QByteArray& content);

}
