#include "app/forms/MarkupTags.h"

#include <algorithm>

namespace motcua::forms {

namespace {

struct KnownTag {
    const char* name = nullptr;
    const char* within = ""; ///< the tags it stands in directly; blank: any that may have text
};

constexpr KnownTag tags[] = {{"a"}, {"address"}, {"b"}, {"big"}, {"blockquote"}, {"body", "html -"}, {"br"}, {"center"}, {"cite"}, {"code"},
    {"dd", "dl"}, {"dfn"}, {"div"}, {"dl"}, {"dt", "dl"}, {"em"}, {"font"}, {"h1"}, {"h2"}, {"h3"}, {"h4"}, {"h5"}, {"h6"}, {"head", "html -"},
    {"hr"}, {"html", "-"}, {"i"}, {"img"}, {"kbd"}, {"li", "ul ol"}, {"meta", "head -"}, {"nobr"}, {"ol"}, {"p"}, {"pre"}, {"s"}, {"samp"}, {"small"},
    {"span"}, {"strong"}, {"style", "head body -"}, {"sub"}, {"sup"}, {"table"}, {"tbody", "table"}, {"td", "tr"}, {"tfoot", "table"}, {"th", "tr"},
    {"thead", "table"}, {"title", "head -"}, {"tr", "table thead tbody tfoot"}, {"tt"}, {"u"}, {"ul"}, {"var"}};

const KnownTag* known(const QString& name) {
    const auto found = std::find_if(std::begin(tags), std::end(tags), [&](const KnownTag& each) { return name == QLatin1String(each.name); });
    return found == std::end(tags) ? nullptr : found;
}

}

bool isAny(const QString& name, const char* names) {
    for (const auto each : QLatin1String(names).tokenize(u' '))
        if (name == each)
            return true;
    return false;
}

bool isTag(const QString& name) {
    return known(name);
}

bool isVoidTag(const QString& name) {
    return isAny(name, "br hr img meta");
}

bool isPartOfTable(const QString& name) {
    return isAny(name, "table thead tbody tfoot tr td th");
}

bool isWordless(const QString& name) {
    return isAny(name, "html head table thead tbody tfoot tr ul ol dl");
}

bool mayStandIn(const QString& tag, const QString& parent) {
    const KnownTag* found = known(tag);
    if (!found)
        return false;
    const QLatin1String within(found->within);
    if (within.isEmpty())
        return !isWordless(parent) && !isAny(parent, "title style");
    return isAny(parent.isEmpty() ? QStringLiteral("-") : parent, found->within);
}

}
