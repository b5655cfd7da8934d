#include "tests/support/screen/XKeys.h"

#include <QSet>

#include <X11/XKBlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>

namespace motcua::test {

namespace {

const QString vietnamese = QStringLiteral("àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ");

KeySym symbolOf(QChar letter) {
    constexpr KeySym unicode = 0x01000000;
    constexpr char16_t lastLatin = 0xff;
    return letter.unicode() <= lastLatin ? letter.unicode() : unicode | letter.unicode();
}

/// Those that are held down, and so stay what they are.
QSet<int> modifierCodes(Display* display) {
    XModifierKeymap* map = XGetModifierMapping(display);
    QSet<int> codes;
    for (int i = 0; i < 8 * map->max_keypermod; ++i)
        codes << map->modifiermap[i];
    XFreeModifiermap(map);
    return codes;
}

}

XKeys::XKeys(Display* display) : m_display(display) {
    addLetters();
    readLayout();
}

void XKeys::addLetters() {
    constexpr int firstSpare = 136; // behind the keys that an office keyboard has
    int last = 0;
    int first = 0;
    XDisplayKeycodes(m_display, &first, &last);
    const QSet<int> modifiers = modifierCodes(m_display);
    int code = firstSpare;
    for (const QChar letter : vietnamese) {
        while (modifiers.contains(code))
            ++code;
        if (code > last)
            qFatal("the screen has too few keys");
        KeySym pair[] = {symbolOf(letter), symbolOf(letter.toUpper())};
        XChangeKeyboardMapping(m_display, code++, 2, pair, 1);
    }
    XSync(m_display, False);
}

void XKeys::readLayout() {
    int first = 0;
    int last = 0;
    int width = 0;
    XDisplayKeycodes(m_display, &first, &last);
    KeySym* symbols = XGetKeyboardMapping(m_display, static_cast<KeyCode>(first), last - first + 1, &width);
    for (int code = first; code <= last; ++code)
        for (int level = 0; level < qMin(width, 2); ++level) {
            const KeySym symbol = symbols[(code - first) * width + level];
            if (symbol != NoSymbol && !m_keys.contains(symbol))
                m_keys.insert(symbol, {static_cast<unsigned>(code), level == 1});
        }
    XFree(symbols);
}

XKeys::Key XKeys::keyOf(unsigned long symbol) const {
    const auto key = m_keys.constFind(symbol);
    if (key == m_keys.constEnd())
        qFatal("no key for the symbol %lx", symbol);
    return *key;
}

QList<XKeys::Key> XKeys::keysOf(const QString& keys) const {
    QStringList parts = keys.split(QLatin1Char('+'));
    const QString last = parts.takeLast();
    QList<Key> all;
    for (const QString& part : parts)
        all << keyOf(part == QLatin1String("Ctrl") ? XK_Control_L : part == QLatin1String("Alt") ? XK_Alt_L : XK_Shift_L);
    all << keyOf(XStringToKeysym(last.size() == 1 ? last.toLower().toLatin1().constData() : last.toLatin1().constData()));
    return all;
}

void XKeys::press(const QString& keys, int times) {
    QList<Key> held = keysOf(keys);
    const Key last = held.takeLast();
    stroke(last, held, times, 0);
    XSync(m_display, False);
}

void XKeys::down(const QString& keys) {
    for (const Key& key : keysOf(keys))
        XTestFakeKeyEvent(m_display, key.code, True, 0);
    XSync(m_display, False);
}

void XKeys::up(const QString& keys) {
    const QList<Key> held = keysOf(keys);
    for (auto key = held.rbegin(); key != held.rend(); ++key)
        XTestFakeKeyEvent(m_display, key->code, False, 0);
    XSync(m_display, False);
}

void XKeys::setRepeat(int delay, int interval) {
    XkbSetAutoRepeatRate(m_display, XkbUseCoreKbd, static_cast<unsigned>(delay), static_cast<unsigned>(interval));
    XSync(m_display, False);
}

void XKeys::type(const QString& text, int gap) {
    for (const QChar letter : text)
        stroke(keyOf(symbolOf(letter)), {}, 1, static_cast<unsigned long>(gap));
    XSync(m_display, False);
}

void XKeys::stroke(const Key& key, const QList<Key>& held, int times, unsigned long gap) {
    QList<Key> down = held;
    if (key.shifted)
        down << keyOf(XK_Shift_L);
    for (const Key& one : down)
        XTestFakeKeyEvent(m_display, one.code, True, 0);
    for (int i = 0; i < times; ++i) {
        XTestFakeKeyEvent(m_display, key.code, True, i == 0 ? gap : 0);
        XTestFakeKeyEvent(m_display, key.code, False, 0);
    }
    for (const Key& one : down)
        XTestFakeKeyEvent(m_display, one.code, False, 0);
}

}
