#include "app/domain/password/Syllable.h"

#include <algorithm>

namespace motcua::domain {

namespace {

using namespace std::string_view_literals;

/// The longer ones first.
constexpr std::string_view onsets[] = {"ngh"sv, "ch"sv, "gh"sv, "gi"sv, "kh"sv, "ng"sv, "nh"sv, "ph"sv, "qu"sv, "th"sv, "tr"sv, "b"sv, "c"sv, "d"sv,
    "g"sv, "h"sv, "k"sv, "l"sv, "m"sv, "n"sv, "p"sv, "r"sv, "s"sv, "t"sv, "v"sv, "x"sv, ""sv};
constexpr std::string_view rimes =
    " a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong op ot "
    "u ua uan uang uat uay uc ue uech uen uenh uet ui uit um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uynh uyt "
    "y yem yen yet yeu ";

bool isRime(std::string_view letters) {
    for (size_t at = rimes.find(letters); at != std::string_view::npos; at = rimes.find(letters, at + 1))
        if (rimes[at - 1] == ' ' && rimes[at + letters.size()] == ' ')
            return true;
    return false;
}

}

bool isSyllable(std::string_view letters) {
    if (letters.size() < 2 || letters.size() > longestSyllable || letters.find(' ') != std::string_view::npos)
        return false;
    return std::any_of(std::begin(onsets), std::end(onsets), [letters](std::string_view onset) {
        return letters.starts_with(onset) && letters.size() > onset.size() && isRime(letters.substr(onset.size()));
    });
}

}
