#pragma once

#include "app/base/Sentences.h"

namespace motcua::gateway {

/// Why a description of a kind of job is refused, as domain::readJobKind() says it in English. What has no words in Vietnamese stays
/// English.
QString reasonWords(const QString& reason, base::Language language);

}
