#pragma once

#include <QJsonObject>
#include <QString>

namespace motcua::domain {

/// The same words in several languages, as data carries them: {"vi": "Số bản", "en": "Copies"}. Vietnamese is always there.
using Wording = QJsonObject;

/// In the language of a code such as "en"; in Vietnamese where there is none.
inline QString wordsIn(const Wording& wording, const QString& language) {
    const QString words = wording.value(language).toString();
    return words.isEmpty() ? wording.value(QLatin1String("vi")).toString() : words;
}

}
