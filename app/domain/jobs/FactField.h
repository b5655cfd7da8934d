#pragma once

#include "app/base/Result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace motcua::domain {

/// A time is an hour and minute, "14:30". An entry names a row of a book: "VOLUMEID/NUMBER" of one that is kept here, else its words.
enum class FactType { Text, Number, Choice, YesNo, Date, Time, Entry };

/// Whether it is written as words, letter by letter.
inline bool isWritten(FactType type) {
    return type == FactType::Text || type == FactType::Time || type == FactType::Entry;
}

/// One fact as the schema of its job declares it.
struct FactField {
    QString name;
    FactType type = FactType::Text;
    bool required = false;
    qint64 least = 0;    ///< of a number
    qint64 most = 0;     ///< of a number
    int shortest = 0;    ///< characters of a text
    int longest = 0;     ///< characters of a text
    QStringList choices; ///< what a choice may be
};

/// The facts that a schema declares, by name. The schema is an object with "properties" and "required"; each property is
///   {"type": "string", "maxLength": N}                         a text, never blank when it is there
///   {"type": "string", "enum": ["…", …]}                       a choice
///   {"type": "string", "format": "date"}                       a date, yyyy-MM-dd
///   {"type": "string", "format": "time"}                       an hour, HH:mm
///   {"type": "string", "format": "entry"}                      a row of a book, or its words, at most 200 characters
///   {"type": "integer", "minimum": A, "maximum": B}            a whole number
///   {"type": "boolean"}                                        yes or no
/// Errors: "job.facts" with place and reason.
base::Result<std::vector<FactField>> factFields(const QJsonObject& schema);

/// "14:30" and nothing like it.
bool isExactTime(const QString& text);
/// Whether the fact may have a value.
bool canBe(const FactField& field, const QJsonValue& value);

}
