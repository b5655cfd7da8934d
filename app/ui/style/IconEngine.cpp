#include "app/ui/style/IconEngine.h"

#include "app/ui/style/Theme.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace motcua::ui {

IconEngine::IconEngine(const QString& name, Token token) : m_name(name), m_token(token) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (file.open(QIODevice::ReadOnly))
        m_svg = file.readAll();
}

QColor IconEngine::colorFor(QIcon::Mode mode) const {
    const Theme* theme = Theme::current();
    if (!theme)
        return Qt::gray;
    if (mode == QIcon::Disabled)
        return theme->color(Token::BorderStrong);
    return theme->color(m_token);
}

void IconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) {
    const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    painter->drawPixmap(rect, scaledPixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state, ratio));
}

QPixmap IconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) {
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap IconEngine::scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) {
    const QColor color = colorFor(mode);
    const QString key = QStringLiteral("motcua/%1/%2x%3/%4").arg(m_name).arg(size.width()).arg(size.height()).arg(color.rgba());
    QPixmap result;
    if (!QPixmapCache::find(key, &result)) {
        QByteArray svg = m_svg;
        QSvgRenderer renderer(svg.replace("currentColor", color.name().toLatin1()));
        result = QPixmap(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(&painter);
        painter.end();
        QPixmapCache::insert(key, result);
    }
    result.setDevicePixelRatio(scale);
    return result;
}

}
