#include "app/ui/style/StyleSheet.h"

#include <QFile>
#include <QHash>
#include <QStringList>

namespace motcua::ui {

namespace {

QString pixels(int size) {
    return QString::number(size) + QStringLiteral("px");
}

QHash<QString, QString> valuesOf(const Palette& palette, const Metrics& metrics) {
    QHash<QString, QString> values;
    for (int i = 0; i < static_cast<int>(Token::Count); ++i)
        values.insert(Palette::nameOf(static_cast<Token>(i)), palette.color(static_cast<Token>(i)).name());
    for (int steps = 1; steps <= 12; ++steps)
        values.insert(QStringLiteral("s%1").arg(steps), pixels(metrics.space(steps)));
    for (int size = 1; size <= 96; ++size)
        values.insert(QStringLiteral("p%1").arg(size), pixels(metrics.px(size)));
    values.insert(QStringLiteral("caption"), pixels(metrics.font(TextSize::Caption)));
    values.insert(QStringLiteral("body"), pixels(metrics.font(TextSize::Body)));
    values.insert(QStringLiteral("lead"), pixels(metrics.font(TextSize::Lead)));
    values.insert(QStringLiteral("title"), pixels(metrics.font(TextSize::Title)));
    values.insert(QStringLiteral("display"), pixels(metrics.font(TextSize::Display)));
    values.insert(QStringLiteral("radius"), pixels(metrics.radius()));
    values.insert(QStringLiteral("radius-small"), pixels(metrics.radiusSmall()));
    values.insert(QStringLiteral("radius-large"), pixels(metrics.radiusLarge()));
    const char* schemes[] = {"light", "dark", "contrast"};
    values.insert(QStringLiteral("scheme"), QString::fromLatin1(schemes[static_cast<int>(palette.scheme())]));
    return values;
}

bool isNameCharacter(QChar c) {
    return c.isLetterOrNumber() || c == QLatin1Char('-');
}

}

QString fillStyleSheet(const QString& sheet, const Palette& palette, const Metrics& metrics, QStringList* unknown) {
    const QHash<QString, QString> values = valuesOf(palette, metrics);
    QString result;
    result.reserve(sheet.size() * 2);
    for (qsizetype i = 0; i < sheet.size(); ++i) {
        if (sheet.at(i) != QLatin1Char('@')) {
            result += sheet.at(i);
            continue;
        }
        qsizetype end = i + 1;
        while (end < sheet.size() && isNameCharacter(sheet.at(end)))
            ++end;
        const QString name = sheet.mid(i + 1, end - i - 1);
        const auto value = values.constFind(name);
        if (value == values.constEnd() && unknown)
            unknown->append(name);
        result += value == values.constEnd() ? QLatin1Char('@') + name : *value;
        i = end - 1;
    }
    return result;
}

QString styleSheet(const Palette& palette, const Metrics& metrics) {
    QFile file(QStringLiteral(":/style/motcua.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return fillStyleSheet(QString::fromUtf8(file.readAll()), palette, metrics);
}

}
