#include "app/domain/password/LatinLook.h"

#include <algorithm>
#include <iterator>

namespace motcua::domain {

namespace {

struct Look {
    char32_t letter;
    char latin;
};

/// Latin with a stroke and phonetic letters, Greek, Cyrillic, Armenian, Cherokee; in the order of their numbers.
constexpr Look looks[] = {{0x00D0, 'd'}, {0x00D8, 'o'}, {0x00F0, 'd'}, {0x00F8, 'o'}, {0x0110, 'd'}, {0x0111, 'd'}, {0x0126, 'h'}, {0x0127, 'h'},
    {0x0131, 'i'}, {0x0141, 'l'}, {0x0142, 'l'}, {0x0166, 't'}, {0x0167, 't'}, {0x0184, 'b'}, {0x0192, 'f'}, {0x0250, 'a'}, {0x0251, 'a'},
    {0x0254, 'c'}, {0x0256, 'd'}, {0x025B, 'e'}, {0x0261, 'g'}, {0x0262, 'g'}, {0x0266, 'h'}, {0x0268, 'i'}, {0x0269, 'i'}, {0x026A, 'i'},
    {0x0274, 'n'}, {0x0275, 'o'}, {0x0280, 'r'}, {0x0288, 't'}, {0x028F, 'y'}, {0x0299, 'b'}, {0x029C, 'h'}, {0x029F, 'l'}, {0x0391, 'a'},
    {0x0392, 'b'}, {0x0395, 'e'}, {0x0396, 'z'}, {0x0397, 'h'}, {0x0399, 'i'}, {0x039A, 'k'}, {0x039C, 'm'}, {0x039D, 'n'}, {0x039F, 'o'},
    {0x03A1, 'p'}, {0x03A4, 't'}, {0x03A5, 'y'}, {0x03A7, 'x'}, {0x03B1, 'a'}, {0x03B2, 'b'}, {0x03B3, 'y'}, {0x03B5, 'e'}, {0x03B7, 'n'},
    {0x03B9, 'i'}, {0x03BA, 'k'}, {0x03BC, 'u'}, {0x03BD, 'v'}, {0x03BF, 'o'}, {0x03C1, 'p'}, {0x03C3, 'o'}, {0x03C4, 't'}, {0x03C5, 'u'},
    {0x03C7, 'x'}, {0x03C9, 'w'}, {0x03F2, 'c'}, {0x03F3, 'j'}, {0x0405, 's'}, {0x0406, 'i'}, {0x0408, 'j'}, {0x0410, 'a'}, {0x0412, 'b'},
    {0x0415, 'e'}, {0x041A, 'k'}, {0x041C, 'm'}, {0x041D, 'h'}, {0x041E, 'o'}, {0x0420, 'p'}, {0x0421, 'c'}, {0x0422, 't'}, {0x0423, 'y'},
    {0x0425, 'x'}, {0x0430, 'a'}, {0x0432, 'b'}, {0x0433, 'r'}, {0x0435, 'e'}, {0x0438, 'u'}, {0x043A, 'k'}, {0x043B, 'n'}, {0x043C, 'm'},
    {0x043D, 'h'}, {0x043E, 'o'}, {0x043F, 'n'}, {0x0440, 'p'}, {0x0441, 'c'}, {0x0442, 't'}, {0x0443, 'y'}, {0x0445, 'x'}, {0x044C, 'b'},
    {0x0455, 's'}, {0x0456, 'i'}, {0x0458, 'j'}, {0x0461, 'w'}, {0x0474, 'v'}, {0x0475, 'v'}, {0x04AE, 'y'}, {0x04AF, 'y'}, {0x04BB, 'h'},
    {0x04BD, 'e'}, {0x04CF, 'l'}, {0x0501, 'd'}, {0x050C, 'g'}, {0x050D, 'g'}, {0x051B, 'q'}, {0x051C, 'w'}, {0x051D, 'w'}, {0x053C, 'l'},
    {0x054D, 'u'}, {0x0555, 'o'}, {0x0566, 'q'}, {0x0570, 'h'}, {0x0575, 'j'}, {0x0578, 'n'}, {0x057D, 'u'}, {0x0581, 'g'}, {0x0584, 'f'},
    {0x0585, 'o'}, {0x13A2, 't'}, {0x13AA, 'a'}, {0x13AB, 'j'}, {0x13AC, 'e'}, {0x13B3, 'w'}, {0x13B7, 'm'}, {0x13BB, 'h'}, {0x13C0, 'g'},
    {0x13C3, 'z'}, {0x13D2, 'r'}, {0x13D9, 'v'}, {0x13DA, 's'}, {0x13DE, 'l'}, {0x13DF, 'c'}, {0x13E2, 'p'}, {0x13E6, 'k'}, {0x13F4, 'b'},
    {0x1D00, 'a'}, {0x1D04, 'c'}, {0x1D05, 'd'}, {0x1D07, 'e'}, {0x1D0A, 'j'}, {0x1D0B, 'k'}, {0x1D0D, 'm'}, {0x1D0F, 'o'}, {0x1D18, 'p'},
    {0x1D1B, 't'}, {0x1D1C, 'u'}, {0x1D20, 'v'}, {0x1D21, 'w'}, {0x1D22, 'z'}, {0xA647, 'i'}, {0xA730, 'f'}, {0xA731, 's'}};
static_assert(std::is_sorted(std::begin(looks), std::end(looks), [](const Look& one, const Look& other) { return one.letter < other.letter; }));

}

char latinLook(char32_t letter) {
    const auto* const found =
        std::lower_bound(std::begin(looks), std::end(looks), letter, [](const Look& look, char32_t wanted) { return look.letter < wanted; });
    return found != std::end(looks) && found->letter == letter ? found->latin : '\0';
}

}
