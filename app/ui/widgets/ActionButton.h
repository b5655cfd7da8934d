#pragma once

#include "app/ui/style/Palette.h"

#include <QKeySequence>
#include <QPushButton>

namespace motcua::ui {

enum class ButtonKind { Primary, Secondary, Quiet, Danger };

/// How much a button says of itself: sign, words and key beside each other; no sign; the key below the words; the sign above the key, where the
/// words are in the tool tip.
enum class ButtonShape { Whole, Plain, Stacked, Sign };

/// A button that shows the key that presses it. Tab leads to it; a click leaves the focus of one that has a key where it was.
class ActionButton : public QPushButton {
    Q_OBJECT

public:
    explicit ActionButton(ButtonKind kind, QWidget* parent = nullptr);
    ActionButton(ButtonKind kind, const QString& icon, const QKeySequence& key, QWidget* parent = nullptr);

    void setKind(ButtonKind kind);
    ButtonKind kind() const { return m_kind; }
    /// The words; use instead of setText(), which would forget the key.
    void setLabel(const QString& label);
    void setIconName(const QString& icon);
    void setKey(const QKeySequence& key);
    /// It shows its key and does not listen: whoever hears it decides whether it is this button's.
    void setKeyHeardElsewhere();
    bool hearsItsKey() const { return m_listens; }
    QKeySequence key() const { return m_key; }
    /// For the row it stands in.
    void setShape(ButtonShape shape);
    ButtonShape shape() const { return m_shape; }
    QSize sizeIn(ButtonShape shape) const;
    /// Gives way where room is short: as many words as fit, then "…", and the whole as a tool tip.
    void setElided(bool elided);
    bool isElided() const { return m_elided; }

    QSize sizeHint() const override { return sizeIn(m_shape); }
    QSize minimumSizeHint() const override;

protected:
    /// Acts at once on its key, once however long it is held; Qt's own button waits 100 ms to show itself pressed. Enter is its own while it has
    /// the focus, even where it is another button's key.
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    /// Enter presses it as Space does.
    void keyPressEvent(QKeyEvent* event) override;

private:
    void listen();
    void pressByKey();
    void explain();
    QString keyText() const;
    int keyWidth() const;
    Token inkToken() const;
    QRect mirrored(int left, int top, int width, int height) const;
    void paintBeside(QPainter& painter) const;
    void paintStacked(QPainter& painter) const;

    ButtonKind m_kind;
    QString m_iconName;
    QKeySequence m_key;
    ButtonShape m_shape = ButtonShape::Whole;
    bool m_elided = false;
    bool m_listens = true;
    bool m_explained = false; ///< the tool tip is its own
    int m_shortcut = 0;       ///< Qt's number of it; 0: no key
};

}
