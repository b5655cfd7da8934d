#include "app/ui/style/Palette.h"
#include "app/ui/style/StyleSheet.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace motcua::ui;

/// The style's own promises: contrast by WCAG 2.1, no loose token, no screen with a colour of its own.
class tst_Style : public QObject {
    Q_OBJECT

private slots:
    void contrast_data();
    void contrast();
    void sheetKnowsEveryToken();
    void everyImageIsThere_data() { schemes(); }
    void everyImageIsThere();
    void noScreenSetsItsOwn();

private:
    static void schemes();
};

namespace {

double luminance(const QColor& color) {
    const auto linear = [](double channel) { return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double ratio(const QColor& one, const QColor& other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

struct Pair {
    Token ink;
    Token ground;
    double least;
};

constexpr double words = 4.5;  // WCAG 2.1, 1.4.3
constexpr double shapes = 3.0; // WCAG 2.1, 1.4.11

constexpr Pair pairs[] = {
    {Token::Text, Token::Window, words},
    {Token::Text, Token::Surface, words},
    {Token::Text, Token::Sunken, words},
    {Token::Text, Token::Hover, words},
    {Token::Text, Token::AccentSoft, words},
    {Token::TextMuted, Token::Window, words},
    {Token::TextMuted, Token::Surface, words},
    {Token::TextMuted, Token::Sunken, words},
    {Token::TextMuted, Token::AccentSoft, words},
    {Token::AccentText, Token::Surface, words},
    {Token::AccentText, Token::Window, words},
    {Token::AccentText, Token::AccentSoft, words},
    {Token::OnAccent, Token::Accent, words},
    {Token::OnAccent, Token::AccentHover, words},
    {Token::OnAccent, Token::AccentPressed, words},
    {Token::RailText, Token::Rail, words},
    {Token::RailText, Token::RailHover, words},
    {Token::RailTextSelected, Token::RailSelected, words},
    {Token::Info, Token::InfoSoft, words},
    {Token::Info, Token::Surface, words},
    {Token::Success, Token::SuccessSoft, words},
    {Token::Success, Token::Surface, words},
    {Token::Warning, Token::WarningSoft, words},
    {Token::Warning, Token::Surface, words},
    {Token::Danger, Token::DangerSoft, words},
    {Token::Danger, Token::Surface, words},
    {Token::OnDanger, Token::DangerFill, words},
    {Token::BorderStrong, Token::Surface, shapes},
    {Token::Focus, Token::Surface, shapes},
    {Token::Focus, Token::Window, shapes},
};

}

void tst_Style::schemes() {
    QTest::addColumn<int>("scheme");
    QTest::newRow("light") << static_cast<int>(Scheme::Light);
    QTest::newRow("dark") << static_cast<int>(Scheme::Dark);
    QTest::newRow("contrast") << static_cast<int>(Scheme::Contrast);
}

void tst_Style::contrast_data() {
    QTest::addColumn<int>("scheme");
    QTest::addColumn<int>("pair");
    const char* names[] = {"light", "dark", "contrast"};
    for (int scheme = 0; scheme < 3; ++scheme)
        for (int i = 0; i < static_cast<int>(std::size(pairs)); ++i)
            QTest::addRow("%s: %s on %s", names[scheme], qPrintable(Palette::nameOf(pairs[i].ink)), qPrintable(Palette::nameOf(pairs[i].ground)))
                << scheme << i;
}

void tst_Style::contrast() {
    QFETCH(int, scheme);
    QFETCH(int, pair);
    const Palette palette(static_cast<Scheme>(scheme));
    const double found = ratio(palette.color(pairs[pair].ink), palette.color(pairs[pair].ground));
    QVERIFY2(found >= pairs[pair].least, qPrintable(QString::number(found)));
}

void tst_Style::sheetKnowsEveryToken() {
    QFile file(QStringLiteral(":/style/motcua.qss"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList unknown;
    const QString filled = fillStyleSheet(QString::fromUtf8(file.readAll()), Palette(Scheme::Light), Metrics{1.25}, &unknown);
    unknown.removeAll(QStringLiteral("names")); // the file's first comment
    QCOMPARE(unknown, QStringList());
    QVERIFY(filled.contains(QStringLiteral("#0b6775")));
    QVERIFY(fillStyleSheet(QStringLiteral("@accent-sof"), Palette(Scheme::Light), Metrics{}, &unknown).startsWith(QLatin1Char('@')));
    QCOMPARE(unknown.size(), 1);
}

void tst_Style::everyImageIsThere() {
    QFETCH(int, scheme);
    const QString sheet = styleSheet(Palette(static_cast<Scheme>(scheme)), Metrics{});
    static const QRegularExpression url(QString::fromLatin1(R"re(url\(([^)]+)\))re"));
    auto matches = url.globalMatch(sheet);
    QVERIFY(matches.hasNext());
    while (matches.hasNext()) {
        const QString path = matches.next().captured(1);
        QVERIFY2(QFile::exists(path), qPrintable(path));
    }
}

void tst_Style::noScreenSetsItsOwn() {
    static const QRegularExpression own(QString::fromLatin1(R"re(setStyleSheet\(|QColor\("|QColor\(\d|setPixelSize\(\d|setPointSize)re"));
    static const QRegularExpression iconName(QString::fromLatin1(
        R"re((?:Theme::icon|new IconLabel|new EmptyState)\(QStringLiteral\("([^"]+)"\)|ButtonKind::\w+, QStringLiteral\("([^"]+)"\))re"));
    QStringList faults;
    QDirIterator files(QStringLiteral(MOTCUA_SOURCE_DIR "/app/ui"), {"*.cpp", "*.h"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        if (!file.fileName().contains(QLatin1String("/ui/style/")) && text.contains(own))
            faults << file.fileName() + QStringLiteral(" sets its own colour or size");
        auto icons = iconName.globalMatch(text);
        while (icons.hasNext()) {
            const QRegularExpressionMatch match = icons.next();
            const QString name = match.captured(1) + match.captured(2);
            if (!QFile::exists(QStringLiteral(":/icons/%1.svg").arg(name)))
                faults << file.fileName() + QStringLiteral(" names an icon that is not there: ") + name;
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(tst_Style)
#include "tst_Style.moc"
