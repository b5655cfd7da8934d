#pragma once

#include "app/ui/style/Palette.h"

#include <QWidget>

namespace motcua::ui {

/// A short word on a soft ground.
class Badge : public QWidget {
    Q_OBJECT

public:
    explicit Badge(QWidget* parent = nullptr);
    Badge(const QString& text, Tone tone, QWidget* parent = nullptr);

    void set(const QString& text, Tone tone);
    QString text() const { return m_text; }
    QSize sizeHint() const override;

    /// For delegates: at the start of `area`, vertically centred. Returns the width taken.
    static int paint(QPainter* painter, const QRect& area, const QString& text, Tone tone, Qt::LayoutDirection direction);
    static QSize sizeOf(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    Tone m_tone = Tone::Neutral;
};

}
