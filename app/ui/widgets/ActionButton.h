#pragma once

#include "app/ui/style/Palette.h"

#include <QKeySequence>
#include <QPushButton>

namespace motcua::ui {

enum class ButtonKind { Primary, Secondary, Quiet, Danger };

/// A button that shows the key that presses it.
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
    QKeySequence key() const { return m_key; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    /// Acts at once on its key, once however long it is held; Qt's own button waits 100 ms to show itself pressed.
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    /// Enter presses it as Space does.
    void keyPressEvent(QKeyEvent* event) override;

private:
    void listen();
    QString keyText() const;
    int keyWidth() const;
    Token inkToken() const;

    ButtonKind m_kind;
    QString m_iconName;
    QKeySequence m_key;
    int m_shortcut = 0; ///< Qt's number of it; 0: no key
};

}
