#include "app/ui/text/PasswordWords.h"

#include "app/ui/text/ErrorText.h"

#include <QCoreApplication>

namespace motcua::ui {

PasswordWords passwordWords(const domain::PasswordOpinion& opinion) {
    switch (opinion.strength) {
    case domain::PasswordStrength::Weak:
        break;
    case domain::PasswordStrength::Fair:
        return {QCoreApplication::translate("motcua::ui::PasswordWords", "Fair. More words make it stronger."), Tone::Info};
    case domain::PasswordStrength::Strong:
        return {QCoreApplication::translate("motcua::ui::PasswordWords", "Strong."), Tone::Success};
    }
    return {QCoreApplication::translate("motcua::ui::PasswordWords", "Weak. %1").arg(errorLine(opinion.flaw)), Tone::Warning};
}

}
