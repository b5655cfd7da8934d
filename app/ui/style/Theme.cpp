#include "app/ui/style/Theme.h"

#include "app/ui/style/ClosedCombos.h"
#include "app/ui/style/IconEngine.h"
#include "app/ui/style/Look.h"
#include "app/ui/style/PlainLabels.h"
#include "app/ui/style/StyleSheet.h"

#include <QApplication>
#include <QPixmapCache>

namespace motcua::ui {

Theme::Theme(QApplication* application)
    : QObject(application), m_application(application), m_desktopIsDark(application->palette().color(QPalette::Window).lightness() < 128),
      m_palette(Scheme::Light) {
    m_application->setStyle(new Look);
    new ClosedCombos(m_application);
    new PlainLabels(m_application);
}

const Theme* Theme::current() {
    return qApp ? qApp->findChild<Theme*>(QString(), Qt::FindDirectChildrenOnly) : nullptr;
}

Scheme Theme::schemeOf(SchemeChoice choice, bool desktopIsDark) {
    switch (choice) {
    case SchemeChoice::Light:
        return Scheme::Light;
    case SchemeChoice::Dark:
        return Scheme::Dark;
    case SchemeChoice::Contrast:
        return Scheme::Contrast;
    case SchemeChoice::Automatic:
        break;
    }
    return desktopIsDark ? Scheme::Dark : Scheme::Light;
}

void Theme::apply(SchemeChoice choice, double scale) {
    const Palette palette(schemeOf(choice, m_desktopIsDark));
    m_choice = choice;
    if (m_applied && palette.scheme() == m_palette.scheme() && qFuzzyCompare(scale, m_metrics.scale))
        return;
    m_applied = true;
    m_palette = palette;
    m_metrics.scale = scale;
    QPixmapCache::clear();
    m_application->setPalette(m_palette.toQPalette());
    m_application->setFont(font(TextSize::Body));
    m_application->setStyleSheet(styleSheet(m_palette, m_metrics));
    emit changed();
}

QFont Theme::font(TextSize size, int weight) const {
    QFont result(QStringList{QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
    result.setPixelSize(m_metrics.font(size));
    result.setWeight(static_cast<QFont::Weight>(weight));
    return result;
}

QIcon Theme::icon(const QString& name, Token token) {
    return QIcon(new IconEngine(name, token));
}

Token Theme::tokenOf(Tone tone) {
    switch (tone) {
    case Tone::Neutral:
        return Token::TextMuted;
    case Tone::Accent:
        return Token::AccentText;
    case Tone::Info:
        return Token::Info;
    case Tone::Success:
        return Token::Success;
    case Tone::Warning:
        return Token::Warning;
    case Tone::Danger:
        return Token::Danger;
    }
    return Token::Text;
}

const Theme& theme() {
    const Theme* current = Theme::current();
    Q_ASSERT_X(current, "theme", "main() makes the theme before any window");
    return *current;
}

}
