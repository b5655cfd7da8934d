#pragma once

#include "app/ui/style/Metrics.h"
#include "app/ui/style/Palette.h"

#include <QFont>
#include <QIcon>
#include <QObject>

class QApplication;

namespace motcua::ui {

/// What the user may choose; Automatic follows the desktop's own palette as it was at start.
enum class SchemeChoice { Automatic, Light, Dark, Contrast };

/// The look of the moment. One lives as a child of the QApplication, made by main(); window thread only. Widgets that paint
/// themselves ask it for colours and sizes and repaint on QEvent::StyleChange.
class Theme final : public QObject {
    Q_OBJECT

public:
    explicit Theme(QApplication* application);

    /// The application's theme; null before main() made one.
    static const Theme* current();

    void apply(SchemeChoice scheme, double scale);

    SchemeChoice choice() const { return m_choice; }
    const Palette& palette() const { return m_palette; }
    const Metrics& metrics() const { return m_metrics; }
    QColor color(Token token) const { return m_palette.color(token); }
    QFont font(TextSize size, int weight = 400) const;

    /// A line icon that follows the theme. `name` is a file of resources/icons without its ending.
    static QIcon icon(const QString& name, Token token = Token::Text);
    static Token tokenOf(Tone tone);

signals:
    void changed();

private:
    static Scheme schemeOf(SchemeChoice choice, bool desktopIsDark);

    QApplication* m_application;
    bool m_desktopIsDark;
    SchemeChoice m_choice = SchemeChoice::Automatic;
    Palette m_palette;
    Metrics m_metrics;
    bool m_applied = false;
};

/// The application's theme, for painting code that only runs inside the program.
const Theme& theme();

}
