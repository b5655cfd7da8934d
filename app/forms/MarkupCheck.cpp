#include "app/forms/MarkupCheck.h"

#include "app/forms/PageSetup.h"
#include "app/forms/Template.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace motcua::forms {

namespace {

constexpr qreal mmPerPoint = 25.4 / 72;
constexpr qreal mmPerLine = 12 * mmPerPoint;
constexpr qreal largestFont = 100 * mmPerPoint;
constexpr int mostSpanned = 100;

constexpr char tooLarge[] = "larger than the sheet has room for between its margins";
constexpr char byValue[] = "a value stands in a style or a size: only {{topMm}}mm and {{width}}% may";

QRegularExpression pattern(const char* text) {
    return QRegularExpression(QString::fromLatin1(text), QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
}

QString onlyLineEnds(QStringView text) {
    return QString(text.count(QLatin1Char('\n')), QLatin1Char('\n'));
}

QString without(const QRegularExpression& what, const QString& text) {
    QString out;
    qsizetype done = 0;
    for (auto all = what.globalMatch(text); all.hasNext();) {
        const auto match = all.next();
        out += QStringView(text).mid(done, match.capturedStart() - done);
        out += onlyLineEnds(match.capturedView());
        done = match.capturedEnd();
    }
    return out += QStringView(text).mid(done);
}

/// What the print engine may be given: no comments, and whatever stands in a block.
QString printed(const QString& source) {
    static const QRegularExpression block = pattern(R"(\{\{\s*(?:#[^}]*|/[^}]*|else\s*)\}\})");
    return without(block, Template::withoutComments(source));
}

/// As a browser reads it: `&#58;` and `\3a ` are colons, `\w` is a w.
QString unescaped(const QString& text) {
    static const QRegularExpression numbered = pattern(R"(&#(?:x0*([0-9a-f]{1,6})|0*([0-9]{1,7}));?|\\([0-9a-f]{1,6}) ?|\\([g-z]))");
    QString out;
    qsizetype done = 0;
    for (auto all = numbered.globalMatch(text); all.hasNext();) {
        const auto match = all.next();
        out += QStringView(text).mid(done, match.capturedStart() - done);
        done = match.capturedEnd();
        if (!match.captured(4).isEmpty()) {
            out += match.captured(4);
            continue;
        }
        const bool decimal = !match.captured(2).isEmpty();
        const uint point = (decimal ? match.captured(2) : match.captured(1) + match.captured(3)).toUInt(nullptr, decimal ? 10 : 16);
        out += point > 0 && point < 0x80 ? QChar(point) : QChar(QChar::ReplacementCharacter);
    }
    return out += QStringView(text).mid(done);
}

int lineAt(const QString& text, qsizetype at) {
    return static_cast<int>(QStringView(text).left(at).count(QLatin1Char('\n'))) + 1;
}

/// A number with its unit. Without one it counts pixels.
struct Size {
    qreal value = 0;
    QString unit;

    qreal mm() const {
        constexpr std::pair<const char*, qreal> units[] = {{"mm", 1}, {"cm", 10}, {"in", 25.4}, {"pt", mmPerPoint}, {"pc", mmPerLine},
            {"em", mmPerLine}, {"rem", mmPerLine}, {"ex", mmPerLine}, {"%", mmPerLine / 100}};
        for (const auto& [name, mm] : units)
            if (unit == QLatin1String(name))
                return value * mm;
        return value * 25.4 / 96;
    }
};

std::vector<Size> sizesIn(const QString& text) {
    static const QRegularExpression number = pattern(R"((?<![\w#.])((?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*([a-z]+|%)?)");
    std::vector<Size> sizes;
    for (auto all = number.globalMatch(text); all.hasNext();) {
        const auto match = all.next();
        bool ok = false;
        const qreal value = match.captured(1).toDouble(&ok);
        sizes.push_back({ok ? value : HUGE_VAL, match.captured(2).toLower()});
    }
    return sizes;
}

bool isAny(const QString& name, std::initializer_list<const char*> names) {
    return std::any_of(names.begin(), names.end(), [&](const char* each) { return name == QLatin1String(each); });
}

/// Whether a value's place in a size is one of those that a program gives, which are never too large.
bool isGivenByProgram(const QString& text) {
    static const QRegularExpression given = pattern(R"(\A\s*(?:\{\{topMm\}\}mm|\{\{width\}\}%)\s*\z)");
    return given.match(text).hasMatch();
}

class Room {
public:
    explicit Room(const PageSetup& page) : m_room(page.room()) {}

    const char* faultOfAttribute(const QString& name, const QString& value) const {
        if (value.contains(QLatin1String("{{")))
            return isGivenByProgram(value) ? nullptr : byValue;
        const bool spans = isAny(name, {"colspan", "rowspan"});
        for (const Size& size : sizesIn(value))
            if (spans ? size.value > mostSpanned : !fits(name, size))
                return spans ? "a cell spans 100 rows or columns at most" : tooLarge;
        return nullptr;
    }

    const char* faultOfStyle(const QString& property, const QString& value) const {
        if (value.contains(QLatin1String("{{")))
            return isGivenByProgram(value) ? nullptr : byValue;
        for (const Size& size : sizesIn(value)) {
            // A weight, or the number of a line's heights in the short form of a font.
            if (size.unit.isEmpty() && isAny(property, {"font", "font-weight", "z-index"}))
                continue;
            if (isAny(property, {"font", "font-size"}) ? size.mm() > largestFont : !fits(property, size))
                return isAny(property, {"font", "font-size"}) ? "a font has 100 pt at most" : tooLarge;
        }
        return nullptr;
    }

private:
    bool fits(const QString& name, const Size& size) const {
        constexpr qreal slack = 0.01;
        const bool isWidth = isAny(name, {"width", "min-width", "max-width"});
        const bool isHeight = isAny(name, {"height", "min-height", "max-height"});
        if (size.unit == QLatin1String("%") && (isWidth || isHeight))
            return size.value <= 100;
        const qreal mm = size.unit.isEmpty() && name == QLatin1String("line-height") ? size.value * mmPerLine : size.mm();
        return mm <= slack + (isWidth ? m_room.width() : isHeight ? m_room.height() : std::max(m_room.width(), m_room.height()));
    }

    QSizeF m_room;
};

std::optional<TemplateFault> attributeFault(const QString& source, const Room& room) {
    static const QRegularExpression sized =
        pattern(R"re((?<![\w-])(width|height|colspan|rowspan|size|border|cellpadding|cellspacing|hspace|vspace)\s*=\s*)re"
                R"re((?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))re");
    const QString text = unescaped(source);
    for (auto all = sized.globalMatch(text); all.hasNext();) {
        const auto match = all.next();
        if (const char* reason = room.faultOfAttribute(match.captured(1).toLower(), match.captured(2) + match.captured(3) + match.captured(4)))
            return TemplateFault{lineAt(text, match.capturedStart()), {}, reason};
    }
    return std::nullopt;
}

/// `first` is the line it begins in.
std::optional<TemplateFault> styleFault(const QString& style, int first, const Room& room) {
    static const QRegularExpression comment = pattern(R"(/\*.*?\*/)");
    // A place for a value has no end of a declaration in it.
    static const QRegularExpression declared = pattern(R"((?:^|[{;])\s*([a-z-]+)\s*:\s*((?:[^;{}]++|\{\{[^}]*+\}\})*+))");
    const QString text = without(comment, unescaped(style));
    for (auto all = declared.globalMatch(text); all.hasNext();) {
        const auto match = all.next();
        if (const char* reason = room.faultOfStyle(match.captured(1).toLower(), match.captured(2)))
            return TemplateFault{first - 1 + lineAt(text, match.capturedStart(1)), {}, reason};
    }
    return std::nullopt;
}

std::optional<TemplateFault> stylesFault(const QString& source, const Room& room) {
    static const QRegularExpression styles =
        pattern(R"re(<\s*style\b[^>]*>(.*?)(?:<\s*/\s*style|\z)|\bstyle\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))re");
    for (auto all = styles.globalMatch(source); all.hasNext();) {
        const auto match = all.next();
        const int group = match.lastCapturedIndex();
        if (auto fault = styleFault(match.captured(group), lineAt(source, match.capturedStart(group)), room))
            return fault;
    }
    return std::nullopt;
}

}

std::optional<TemplateFault> fetchFault(const QString& source) {
    // What only names a vocabulary is never fetched; a place on the paper itself is none elsewhere.
    static const QRegularExpression fetched =
        pattern(R"re(\b(?:src|source|srcset|background|data|poster|cite|longdesc|action|codebase)\s*=\s*+["']?+(?!(?:qr|rule):))re"
                R"re(|\bhref\s*=\s*+["']?+(?!\#|(?:qr|rule):))re"
                R"re(|<[^<>]*\K(?<![\w:-])(?!(?:style|xmlns)\b)[\w:-]+\s*=\s*+["']?+\s*+(?!(?:qr|rule):)[a-z][a-z0-9+.-]*+:(?!\s))re"
                R"re(|\burl\s*\(|@import|<\s*(?:link|script|iframe|object|embed|frame|base)\b)re");
    const QString text = unescaped(printed(source));
    const auto match = fetched.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return TemplateFault{lineAt(text, match.capturedStart()), {}, "reaches for a file or a network; pictures are qr: and rule: alone"};
}

std::optional<TemplateFault> sizeFault(const QString& source) {
    static const QRegularExpression large = pattern(R"re(<[^<>]*(?<![0-9])[0-9]{5,})re");
    const QString text = printed(source);
    const auto page = PageSetup::read(text);
    if (!page)
        return std::nullopt; // told of when it is read
    if (const auto match = large.match(unescaped(text)); match.hasMatch())
        return TemplateFault{lineAt(unescaped(text), match.capturedStart()), {}, "a size in a tag has four digits at most"};
    const Room room(*page);
    auto fault = attributeFault(text, room);
    return fault ? fault : stylesFault(text, room);
}

}
