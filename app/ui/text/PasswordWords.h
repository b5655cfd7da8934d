#pragma once

#include "app/domain/password/PasswordRule.h"
#include "app/ui/text/Tone.h"

#include <QString>

namespace motcua::ui {

/// What a password that is being chosen is worth, and what would help.
struct PasswordWords {
    QString text;
    Tone tone = Tone::Neutral;
};

PasswordWords passwordWords(const domain::PasswordOpinion& opinion);

}
