#pragma once

#include "app/domain/jobs/FactCheck.h"

#include <QHash>

namespace motcua::domain {

/// A fact in the words of a Vietnamese paper: "Có", "29/02/2020", "1.234"; a text and a choice as they are.
QString factText(FactType type, const QJsonValue& value);

/// What the facts of a kind are, by name; of null, a kind that is not known, none: its facts stand as they are kept.
QHash<QString, FactType> factTypes(const JobKind* job);
/// A fact that `types` does not name is a text, a number or a yes/no, as it is kept.
FactType typeOf(const QHash<QString, FactType>& types, const QString& name, const QJsonValue& value);

}
