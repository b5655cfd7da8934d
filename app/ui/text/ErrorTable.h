#pragma once

#include "app/ui/text/Tone.h"

#include <span>

namespace motcua::ui {

/// Error codes (separated by blanks) that mean the same to a clerk, with their words; {name} stands for the error's detail of that name, {part} for
/// what the detail "field" belongs to, {code} for the code. Source texts are English, translated in the
/// context "motcua::ui".
struct ErrorRow {
    const char* codes;
    Tone tone;
    const char* what;
    const char* kept;
    const char* next;
};

std::span<const ErrorRow> errorTable();

}
