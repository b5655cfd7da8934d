#include "app/ui/style/Palette.h"

namespace motcua::ui {

namespace {

struct Row {
    Token token;
    const char* name;
    QRgb light;
    QRgb dark;
    QRgb contrast;
};

constexpr Row rows[] = {
    {Token::Window, "window", 0xFFF3F6F8, 0xFF0F171C, 0xFF000000},
    {Token::Surface, "surface", 0xFFFFFFFF, 0xFF172229, 0xFF000000},
    {Token::Sunken, "sunken", 0xFFECF1F4, 0xFF121C22, 0xFF0D0D0D},
    {Token::Hover, "hover", 0xFFF0F5F7, 0xFF1E2C34, 0xFF1F1F1F},
    {Token::Border, "border", 0xFFDCE4E9, 0xFF293943, 0xFFB8B8B8},
    {Token::BorderStrong, "border-strong", 0xFF7F909E, 0xFF6B7F8C, 0xFFFFFFFF},
    {Token::Text, "text", 0xFF13212B, 0xFFE9F0F3, 0xFFFFFFFF},
    {Token::TextMuted, "text-muted", 0xFF4C5D6B, 0xFFA6B6C1, 0xFFE6E6E6},
    {Token::Accent, "accent", 0xFF0B6775, 0xFF4CC2D2, 0xFFFFD60A},
    {Token::AccentHover, "accent-hover", 0xFF095763, 0xFF6BD0DD, 0xFFFFE45C},
    {Token::AccentPressed, "accent-pressed", 0xFF074751, 0xFF38AEBE, 0xFFE6BF00},
    {Token::AccentSoft, "accent-soft", 0xFFDFF1F3, 0xFF133A43, 0xFF2B2600},
    {Token::AccentText, "accent-text", 0xFF0A5E6B, 0xFF7ADAE6, 0xFFFFD60A},
    {Token::OnAccent, "on-accent", 0xFFFFFFFF, 0xFF06252C, 0xFF000000},
    {Token::Rail, "rail", 0xFF0E2C36, 0xFF0A1116, 0xFF000000},
    {Token::RailHover, "rail-hover", 0xFF173B47, 0xFF152129, 0xFF1F1F1F},
    {Token::RailSelected, "rail-selected", 0xFF1F505E, 0xFF17404A, 0xFF5C4D00},
    {Token::RailText, "rail-text", 0xFFB9CDD4, 0xFF9FB1BB, 0xFFFFFFFF},
    {Token::RailTextSelected, "rail-text-selected", 0xFFFFFFFF, 0xFFEAFBFD, 0xFFFFFFFF},
    {Token::Info, "info", 0xFF1B5A9E, 0xFF8ABDF5, 0xFF9CCBFF},
    {Token::InfoSoft, "info-soft", 0xFFE5F0FB, 0xFF16304A, 0xFF001A33},
    {Token::Success, "success", 0xFF14683F, 0xFF6FD6A0, 0xFF6CFFA8},
    {Token::SuccessSoft, "success-soft", 0xFFE2F4E9, 0xFF123726, 0xFF00260F},
    {Token::Warning, "warning", 0xFF7D4E00, 0xFFF2C063, 0xFFFFC14D},
    {Token::WarningSoft, "warning-soft", 0xFFFFF1D4, 0xFF3B2C0E, 0xFF2E1D00},
    {Token::Danger, "danger", 0xFFA9201A, 0xFFFF9C93, 0xFFFF9B9B},
    {Token::DangerSoft, "danger-soft", 0xFFFDE9E7, 0xFF44201E, 0xFF330000},
    {Token::DangerFill, "danger-fill", 0xFFB4231C, 0xFFFF8A80, 0xFFFF9B9B},
    {Token::OnDanger, "on-danger", 0xFFFFFFFF, 0xFF330907, 0xFF000000},
    {Token::Focus, "focus", 0xFF118A9C, 0xFF6BD0DD, 0xFFFFD60A},
    {Token::Paper, "paper", 0xFFC9D3D9, 0xFF0B1115, 0xFF262626},
    {Token::Shadow, "shadow", 0x33102A35, 0x99000000, 0xFFFFFFFF},
};

}

Palette::Palette(Scheme scheme) : m_scheme(scheme) {
    for (const Row& row : rows) {
        const QRgb rgb = scheme == Scheme::Light ? row.light : scheme == Scheme::Dark ? row.dark : row.contrast;
        m_colors[static_cast<size_t>(row.token)] = QColor::fromRgba(rgb);
    }
}

QColor Palette::ink(Tone tone) const {
    switch (tone) {
    case Tone::Neutral:
        return color(Token::TextMuted);
    case Tone::Accent:
        return color(Token::AccentText);
    case Tone::Info:
        return color(Token::Info);
    case Tone::Success:
        return color(Token::Success);
    case Tone::Warning:
        return color(Token::Warning);
    case Tone::Danger:
        return color(Token::Danger);
    }
    return color(Token::Text);
}

QColor Palette::ground(Tone tone) const {
    switch (tone) {
    case Tone::Neutral:
        return color(Token::Sunken);
    case Tone::Accent:
        return color(Token::AccentSoft);
    case Tone::Info:
        return color(Token::InfoSoft);
    case Tone::Success:
        return color(Token::SuccessSoft);
    case Tone::Warning:
        return color(Token::WarningSoft);
    case Tone::Danger:
        return color(Token::DangerSoft);
    }
    return color(Token::Surface);
}

QPalette Palette::toQPalette() const {
    QPalette result;
    result.setColor(QPalette::Window, color(Token::Window));
    result.setColor(QPalette::WindowText, color(Token::Text));
    result.setColor(QPalette::Base, color(Token::Surface));
    result.setColor(QPalette::AlternateBase, color(Token::Sunken));
    result.setColor(QPalette::Text, color(Token::Text));
    result.setColor(QPalette::PlaceholderText, color(Token::TextMuted));
    result.setColor(QPalette::Button, color(Token::Surface));
    result.setColor(QPalette::ButtonText, color(Token::Text));
    result.setColor(QPalette::BrightText, color(Token::OnAccent));
    result.setColor(QPalette::Highlight, color(Token::Accent));
    result.setColor(QPalette::HighlightedText, color(Token::OnAccent));
    result.setColor(QPalette::Link, color(Token::AccentText));
    result.setColor(QPalette::LinkVisited, color(Token::AccentText));
    result.setColor(QPalette::ToolTipBase, color(Token::Text));
    result.setColor(QPalette::ToolTipText, color(Token::Surface));
    result.setColor(QPalette::Light, color(Token::Surface));
    result.setColor(QPalette::Midlight, color(Token::Hover));
    result.setColor(QPalette::Mid, color(Token::Border));
    result.setColor(QPalette::Dark, color(Token::Sunken));
    result.setColor(QPalette::Shadow, color(Token::Shadow));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        result.setColor(QPalette::Disabled, role, color(Token::BorderStrong));
    return result;
}

QString Palette::nameOf(Token token) {
    for (const Row& row : rows)
        if (row.token == token)
            return QString::fromLatin1(row.name);
    return {};
}

}
