#pragma once

#include "app/base/Error.h"

#include <optional>
#include <span>

namespace motcua::base {

/// Of the programs that have no window; those that have one translate with Qt.
enum class Language { Vietnamese, English };

/// What the technician is told of an error. {name} stands for the error's detail of that name.
struct Sentence {
    const char* code;
    const char16_t* vi;
    const char16_t* en;
};

/// Nothing: none of the sentences is about this error.
std::optional<QString> sentenceFor(const Error& error, std::span<const Sentence> sentences, Language language);

}
