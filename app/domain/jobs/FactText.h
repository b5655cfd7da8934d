#pragma once

#include "app/domain/jobs/FactRules.h"

#include <QHash>

namespace motcua::domain {

/// A fact in the words of a Vietnamese paper: "Có", "29/02/2020", "1.234"; a text and a choice as they are.
QString factText(FactType type, const QJsonValue& value);

/// What the facts of a kind are, by name; empty: the kind is not known, and its facts stand as they are kept.
QHash<QString, FactType> factTypes(const FactRules* rules);
/// A fact that `types` does not name is a text, a number or a yes/no, as it is kept.
FactType typeOf(const QHash<QString, FactType>& types, const QString& name, const QJsonValue& value);

}
