#pragma once

#include "app/ui/text/Tone.h"

#include <QColor>
#include <QPalette>
#include <QString>

#include <array>

namespace motcua::ui {

/// The three sets of colours.
enum class Scheme { Light, Dark, Contrast };

/// Every colour the program has, by its job.
enum class Token {
    Window,
    Surface,
    Sunken,
    Hover,
    Border,
    BorderStrong,
    Text,
    TextMuted,
    Accent,
    AccentHover,
    AccentPressed,
    AccentSoft,
    AccentText,
    OnAccent,
    Rail,
    RailHover,
    RailSelected,
    RailText,
    RailTextSelected,
    Info,
    InfoSoft,
    Success,
    SuccessSoft,
    Warning,
    WarningSoft,
    Danger,
    DangerSoft,
    DangerFill,
    OnDanger,
    Focus,
    Paper,
    Shadow,
    Count
};

/// The colours of one scheme. A value.
class Palette {
public:
    explicit Palette(Scheme scheme);

    Scheme scheme() const { return m_scheme; }
    QColor color(Token token) const { return m_colors[static_cast<size_t>(token)]; }
    /// Text and icons of a tone on the window, a surface or the tone's own soft ground.
    QColor ink(Tone tone) const;
    /// The soft ground behind a tone's text.
    QColor ground(Tone tone) const;
    /// What Qt's own painting uses.
    QPalette toQPalette() const;

    /// The name by which the style sheet knows a token: "accent-soft".
    static QString nameOf(Token token);

private:
    Scheme m_scheme;
    std::array<QColor, static_cast<size_t>(Token::Count)> m_colors;
};

}
