#include "app/ui/text/FieldWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace motcua::ui {

namespace {

struct Part {
    const char* fields; ///< the first part of their names
    const char* words;
};

constexpr Part parts[] = {
    {"applicant", QT_TRANSLATE_NOOP("motcua::ui", "the applicant")},
    {"papers items", QT_TRANSLATE_NOOP("motcua::ui", "the list of papers")},
    {"copy copies", QT_TRANSLATE_NOOP("motcua::ui", "the number of pages or copies")},
    {"fees amount method stage", QT_TRANSLATE_NOOP("motcua::ui", "the fee")},
    {"procedure", QT_TRANSLATE_NOOP("motcua::ui", "the procedure")},
    {"signer", QT_TRANSLATE_NOOP("motcua::ui", "the signer")},
    {"entry volume number total spoiled", QT_TRANSLATE_NOOP("motcua::ui", "the book")},
    {"parties", QT_TRANSLATE_NOOP("motcua::ui", "the parties")},
    {"received due extension", QT_TRANSLATE_NOOP("motcua::ui", "the time of receipt or the due time")},
    {"reason legalBasis", QT_TRANSLATE_NOOP("motcua::ui", "the reason")},
    {"note text remark", QT_TRANSLATE_NOOP("motcua::ui", "the note")},
    {"recipient", QT_TRANSLATE_NOOP("motcua::ui", "the recipient")},
};

}

QString partWords(const QString& field) {
    const QString first = field.section(QLatin1Char('.'), 0, 0);
    const auto part = std::find_if(std::begin(parts), std::end(parts),
        [&](const Part& each) { return QString::fromLatin1(each.fields).split(QLatin1Char(' ')).contains(first); });
    return QCoreApplication::translate("motcua::ui", part == std::end(parts) ? QT_TRANSLATE_NOOP("motcua::ui", "the record") : part->words);
}

}
