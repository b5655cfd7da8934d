#include "app/forms/PageSetup.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>

namespace motcua::forms {

namespace {

base::Result<PageSetup> bad(const QString& source, qsizetype at) {
    const auto line = QStringView(source).left(qMax<qsizetype>(at, 0)).count(QLatin1Char('\n')) + 1;
    return base::fail(
        QStringLiteral("paper.bad-template"), {{QStringLiteral("line"), QString::number(line)}, {QStringLiteral("reason"), QStringLiteral("page")}});
}

QList<qreal> marginsOf(const QString& text) {
    QList<qreal> margins;
    for (QString part : text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        margins << part.remove(QLatin1String("mm")).toDouble();
    if (margins.size() == 1)
        margins << margins[0] << margins[0] << margins[0];
    return margins;
}

}

QSizeF PageSetup::room() const {
    return sheet().shrunkBy(margins);
}

QSizeF PageSetup::sheet() const {
    const QSizeF size = media == QLatin1String("A5") ? QSizeF(148, 210) : QSizeF(210, 297);
    return upright ? size : size.transposed();
}

PageSetup PageSetup::onItsOwn() const {
    constexpr qreal least = 20;
    PageSetup own = *this;
    own.margins.setTop(std::max(least, margins.top()));
    own.margins.setBottom(std::max(least, margins.bottom()));
    own.numbered = true;
    own.crossStamp = true;
    return own;
}

base::Result<PageSetup> PageSetup::read(const QString& source) {
    static const QRegularExpression page(
        QStringLiteral(R"re(<meta name="page" content="(A4|A5) (portrait|landscape)((?: \d+(?:\.\d+)?mm){1,4})">)re"));
    const auto match = page.match(source);
    if (!match.hasMatch())
        return bad(source, source.indexOf(QLatin1String("<meta name=\"page\"")));
    const QList<qreal> mm = marginsOf(match.captured(3));
    if (mm.size() != 4 || mm[0] + mm[2] > 120 || mm[1] + mm[3] > 120)
        return bad(source, match.capturedStart());
    PageSetup setup;
    setup.media = match.captured(1);
    setup.upright = match.captured(2) == QLatin1String("portrait");
    setup.margins = QMarginsF(mm[3], mm[0], mm[1], mm[2]);
    setup.numbered = source.contains(QLatin1String("<meta name=\"page-number\" content=\"top\">"));
    static const QRegularExpression mark(QStringLiteral(R"re(<meta name="sheet-mark" content="([A-Za-z][A-Za-z0-9_]*)">)re"));
    setup.mark = mark.match(source).captured(1);
    setup.crossStamp = source.contains(QLatin1String("<meta name=\"cross-stamp\" content=\"right\">"));
    return setup;
}

}
