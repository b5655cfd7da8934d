#include "app/forms/MarkupAttributes.h"

#include "app/forms/MarkupReasons.h"

#include <QRegularExpression>
#include <QUrl>

#include <map>

namespace motcua::forms {

namespace {

constexpr int mostSpanned = 100;
constexpr qsizetype longestCode = 500; // bytes of a QR code that is still read from paper; it holds 2,331 at the most

enum class Says { Words, Size, Span, Picture, Place, Style, OneOf };

struct KnownAttribute {
    const char* name = nullptr;
    Says says = Says::Words;
    const char* pattern = ""; ///< of OneOf
};

constexpr char color[] = "#[0-9A-Fa-f]{6}|#[0-9A-Fa-f]{3}|[A-Za-z]+";
constexpr char word[] = "[A-Za-z0-9_][A-Za-z0-9_ -]*";

constexpr KnownAttribute attributes[] = {{"align", Says::OneOf, "left|right|center|justify"}, {"alt", Says::Words}, {"bgcolor", Says::OneOf, color},
    {"border", Says::Size}, {"bordercolor", Says::OneOf, color}, {"cellpadding", Says::Size}, {"cellspacing", Says::Size},
    {"charset", Says::OneOf, "utf-8|UTF-8"}, {"class", Says::OneOf, word}, {"color", Says::OneOf, color}, {"colspan", Says::Span},
    {"content", Says::Words}, {"dir", Says::OneOf, "ltr|rtl"}, {"face", Says::OneOf, "[A-Za-z0-9 ,-]+"}, {"height", Says::Size},
    {"href", Says::Place}, {"http-equiv", Says::OneOf, "[Cc]ontent-[Tt]ype"}, {"id", Says::OneOf, word}, {"lang", Says::OneOf, word},
    {"name", Says::OneOf, word}, {"rowspan", Says::Span}, {"size", Says::OneOf, "[-+]?[1-7]"}, {"src", Says::Picture},
    {"start", Says::OneOf, "[0-9]{1,4}"}, {"style", Says::Style}, {"title", Says::Words},
    {"type", Says::OneOf, "[1aAiI]|disc|circle|square|none|text/css"}, {"valign", Says::OneOf, "top|middle|bottom|baseline"}, {"width", Says::Size},
    {"xml:lang", Says::OneOf, word}, {"xmlns", Says::OneOf, "http://www\\.w3\\.org/1999/xhtml"}};

struct Allowed {
    Says says = Says::Words;
    QRegularExpression pattern;
};

const std::map<QString, Allowed>& allowed() {
    static const std::map<QString, Allowed> all = [] {
        std::map<QString, Allowed> made;
        for (const KnownAttribute& each : attributes)
            made.insert(
                {QLatin1String(each.name), {each.says, QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(each.pattern)))}});
        return made;
    }();
    return all;
}

const char* sizeFault(const QString& name, const QString& text, const SheetRoom& room) {
    static const QRegularExpression size(QStringLiteral(R"(\A([0-9]{1,4}(?:\.[0-9]{1,4})?)(mm|%)?\z)"));
    if (SheetRoom::isGivenByProgram(name, text))
        return nullptr;
    const auto match = size.match(text);
    return match.hasMatch() ? room.faultOf(name, {match.captured(1).toDouble(), match.captured(2)}) : reasons::noSuchWord;
}

const char* spanFault(const QString& text) {
    static const QRegularExpression number(QStringLiteral(R"(\A[0-9]{1,4}\z)"));
    const int span = number.match(text).hasMatch() ? text.toInt() : 0;
    return span < 1 ? reasons::noSuchWord : span > mostSpanned ? reasons::spansTooMuch : nullptr;
}

const char* pictureFault(const QString& text) {
    static const QRegularExpression rule(QStringLiteral(R"(\Arule:[a-z]*\z)"));
    // A ? or a # would end what is read, as in an address, and so would // at the beginning of it.
    static const QRegularExpression literal(QStringLiteral(R"(\A(?!/)(?:[\p{L}\p{N}:/.,;=+@!*()_~ -]|&amp;|%[0-9A-Fa-f]{2})*+\z)"));
    static const QRegularExpression value(QStringLiteral(R"(\{\{(?:\.|@number|[A-Za-z][A-Za-z0-9_]*)\|url\}\})"));
    if (rule.match(text).hasMatch())
        return nullptr;
    if (!text.startsWith(QLatin1String("qr:")))
        return reasons::fetches;
    QString plain = text.mid(3);
    const bool hasValue = plain.contains(value);
    plain.remove(value);
    if (plain.contains(QLatin1String("{{")))
        return reasons::valueInTag;
    if ((plain.isEmpty() && !hasValue) || !literal.match(plain).hasMatch())
        return reasons::noSuchWord;
    return QUrl::fromPercentEncoding(plain.toUtf8()).toUtf8().size() > longestCode ? reasons::longCode : nullptr;
}

}

const char* attributeFault(const MarkupPiece::Attribute& attribute, const SheetRoom& room) {
    static const QRegularExpression place(QStringLiteral(R"(\A#[A-Za-z0-9_-]+\z)"));
    const auto known = allowed().find(attribute.name);
    if (known == allowed().end())
        return reasons::noSuchAttribute;
    const QString& value = attribute.value;
    const char* reason = nullptr;
    switch (known->second.says) {
    case Says::Picture:
        return pictureFault(value);
    case Says::Style:
        return nullptr;
    case Says::Size:
        reason = sizeFault(attribute.name, value, room);
        break;
    case Says::Span:
        reason = spanFault(value);
        break;
    case Says::Place:
        reason = place.match(value).hasMatch() ? nullptr : reasons::fetches;
        break;
    case Says::OneOf:
        reason = known->second.pattern.match(value).hasMatch() ? nullptr : reasons::noSuchWord;
        break;
    case Says::Words:
        break;
    }
    const bool isGiven = known->second.says == Says::Size && SheetRoom::isGivenByProgram(attribute.name, value);
    return value.contains(QLatin1String("{{")) && !isGiven ? reasons::valueInTag : reason;
}

}
