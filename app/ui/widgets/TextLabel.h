#pragma once

#include "app/ui/style/Palette.h"

#include <QLabel>

namespace motcua::ui {

enum class TextRole { Display, Title, Section, Strong, Label, Body, Muted, Caption, Figure };

/// Words on the screen in one of the roles of the type scale. Plain text; values can be selected with the mouse when asked.
class TextLabel : public QLabel {
    Q_OBJECT

public:
    explicit TextLabel(TextRole role, QWidget* parent = nullptr);
    TextLabel(TextRole role, const QString& text, QWidget* parent = nullptr);

    void setRole(TextRole role);
    void setTone(Tone tone);
    /// Gives way where room is short: as much as fits, then "…", and the whole as a tool tip. For one line.
    void setElided(bool elided);
    bool isElided() const { return m_elided; }

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    bool m_elided = false;
};

/// Sets a property that the style sheet selects by, and makes the style look again.
void setStyleProperty(QWidget* widget, const char* name, const QVariant& value);
/// "success", … as the style sheet writes it; empty for Neutral.
QString styleName(Tone tone);

}
