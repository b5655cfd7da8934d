#pragma once

#include "app/ui/style/Palette.h"

#include <span>

namespace motcua::ui {

/// One error code with its words; {name} stands for the error's detail of that name. Source texts are English, translated in the
/// context "motcua::ui::ErrorText".
struct ErrorRow {
    const char* code;
    Tone tone;
    const char* what;
    const char* kept;
    const char* next;
};

std::span<const ErrorRow> errorTable();

}
