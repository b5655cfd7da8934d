#pragma once

#include "app/ui/style/Palette.h"

#include <QByteArray>
#include <QIconEngine>

#include <optional>

namespace motcua::ui {

/// Paints a line icon from :/icons in the colour that the theme of the moment gives its tone, at whatever size is asked.
class IconEngine final : public QIconEngine {
public:
    IconEngine(const QString& name, Token token);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine* clone() const override { return new IconEngine(*this); }

private:
    QColor colorFor(QIcon::Mode mode) const;

    QString m_name;
    Token m_token;
    QByteArray m_svg;
};

}
