#include "app/domain/Ground.h"

#include <algorithm>

namespace motcua::domain {

bool isGround(const QString& text) {
    constexpr auto leastLetters = 2;
    return std::count_if(text.begin(), text.end(), [](QChar sign) { return sign.isLetter(); }) >= leastLetters;
}

}
