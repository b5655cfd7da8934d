#pragma once

#include <QString>

namespace motcua::domain {

/// The parts of a name as a help for sorting and addressing; the whole stays one field, "Họ, chữ đệm, tên" (language.md §4).
struct PersonName {
    QString surname; ///< the first word; empty for a single word
    QString middle;  ///< all between; often empty
    QString given;   ///< the last word

    static PersonName parse(const QString& name);
};

/// As registers and extracts print the subject: NGUYỄN THỊ MINH KHAI.
QString inCapitals(const QString& name);

/// A name written wholly in capitals or wholly in small letters, with a capital on each syllable; any other is left as it is.
QString inNameCase(const QString& name);

/// A name that stays on one line, with no-break spaces; one longer than a line holds is left as it is.
QString wholeName(const QString& name);

}
