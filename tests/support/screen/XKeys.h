#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

struct _XDisplay;

namespace motcua::test {

/// The keys of an X screen, pressed by the XTEST extension, as its own keyboard's are. The letters of Vietnamese lie on keys that nobody uses:
/// a reader's or a keyboard's own layout, not an input method.
class XKeys {
public:
    /// Borrows the connection. Programs that are started later know the letters.
    explicit XKeys(_XDisplay* display);

    void press(const QString& keys, int times);
    void type(const QString& text, int gap);
    /// It stays down, and the server repeats it; what is held with it too.
    void down(const QString& keys);
    void up(const QString& keys);
    /// Milliseconds until a key that is down is repeated, and between two repeats.
    void setRepeat(int delay, int interval);

private:
    struct Key {
        unsigned code = 0;
        bool shifted = false;
    };

    void addLetters();
    void readLayout();
    Key keyOf(unsigned long symbol) const;
    /// In the order in which they go down.
    QList<Key> keysOf(const QString& keys) const;
    void stroke(const Key& key, const QList<Key>& held, int times, unsigned long gap);

    _XDisplay* m_display;
    QHash<unsigned long, Key> m_keys;
};

}
