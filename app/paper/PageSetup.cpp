#include "app/paper/PageSetup.h"

#include <QList>
#include <QPageSize>
#include <QRegularExpression>

namespace motcua::paper {

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

base::Result<PageSetup> PageSetup::read(const QString& source) {
    static const QRegularExpression page(
        QStringLiteral(R"re(<meta name="page" content="(A4|A5) (portrait|landscape)((?: \d+(?:\.\d+)?mm){1,4})">)re"));
    const auto match = page.match(source);
    if (!match.hasMatch())
        return bad(source, source.indexOf(QLatin1String("<meta name=\"page\"")));
    const QList<qreal> mm = marginsOf(match.captured(3));
    if (mm.size() != 4 || mm[0] + mm[2] > 120 || mm[1] + mm[3] > 120)
        return bad(source, match.capturedStart());
    const bool a4 = match.captured(1) == QLatin1String("A4");
    const bool upright = match.captured(2) == QLatin1String("portrait");
    PageSetup setup;
    setup.layout = QPageLayout(QPageSize(a4 ? QPageSize::A4 : QPageSize::A5), upright ? QPageLayout::Portrait : QPageLayout::Landscape,
        QMarginsF(mm[3], mm[0], mm[1], mm[2]), QPageLayout::Millimeter);
    setup.numbered = source.contains(QLatin1String("<meta name=\"page-number\" content=\"top\">"));
    return setup;
}

}
