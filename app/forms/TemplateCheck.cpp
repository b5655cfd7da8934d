#include "app/forms/TemplateCheck.h"

#include "app/forms/MarkupReasons.h"

#include <algorithm>

namespace motcua::forms {

namespace {

using Node = Template::Node;

constexpr int mostLists = 2; // in one another: a row and its cells

/// What has a name at one place of a template: the values of the innermost item, those around it, and which of them are known to be
/// there since {{#if}} asked.
struct Place {
    const Vocabulary& values;
    const Place* outer = nullptr;
    std::vector<const Said*> sure = {};
    const Said* list = nullptr; ///< whose item it is

    /// How many lists it goes through, and whether this one is among them.
    int lists() const { return (list ? 1 : 0) + (outer ? outer->lists() : 0); }
    bool isWithin(const Said* said) const { return list == said || (outer && outer->isWithin(said)); }

    const Said* find(const QString& name) const {
        for (const Said& said : values)
            if (said.name == name)
                return &said;
        // A plain item is the innermost one only.
        return outer && name != QLatin1String(".") ? outer->find(name) : nullptr;
    }
    bool isSure(const Said* said) const { return said->always || isAsked(said->name) || (!said->with.isEmpty() && isAsked(said->with)); }
    bool isAsked(const QString& name) const {
        const Said* said = find(name);
        for (const Place* place = this; place; place = place->outer)
            if (std::find(place->sure.begin(), place->sure.end(), said) != place->sure.end())
                return true;
        return false;
    }
};

class NameCheck {
public:
    explicit NameCheck(Conditions conditions) : m_conditions(conditions) {}

    std::optional<TemplateFault> of(const std::vector<Node>& nodes, const Place& place) const {
        for (const Node& node : nodes)
            if (auto fault = of(node, place))
                return fault;
        return std::nullopt;
    }

private:
    std::optional<TemplateFault> of(const Node& node, const Place& place) const {
        switch (node.kind) {
        case Template::Kind::Value:
            return ofValue(node, place);
        case Template::Kind::Each:
            return ofEach(node, place);
        case Template::Kind::If:
            return ofIf(node, place);
        case Template::Kind::Text:
            break;
        }
        return std::nullopt;
    }

    static TemplateFault fault(const Node& node, const char* reason) { return {node.line, node.text, reason}; }

    std::optional<TemplateFault> ofValue(const Node& node, const Place& place) const {
        if (node.text == QLatin1String("@number"))
            return place.outer ? std::nullopt : std::optional(fault(node, "stands only inside {{#each}}"));
        const Said* said = place.find(node.text);
        if (!said)
            return fault(node, "no such value");
        if (said->is != Said::Is::Text)
            return fault(node, said->is == Said::Is::List ? "a list: it needs {{#each}}" : "yes or no: only {{#if}} may ask for it");
        return place.isSure(said) ? std::nullopt : std::optional(fault(node, "may be missing: ask for it with {{#if}}"));
    }

    std::optional<TemplateFault> ofEach(const Node& node, const Place& place) const {
        const Said* said = place.find(node.text);
        if (!said)
            return fault(node, "no such value");
        if (said->is != Said::Is::List)
            return fault(node, "no list: {{#each}} cannot go through it");
        if (!place.isSure(said))
            return fault(node, "may be missing: ask for it with {{#if}}");
        if (place.isWithin(said))
            return fault(node, reasons::listInItself);
        if (place.lists() == mostLists)
            return fault(node, reasons::listsTooDeep);
        return of(node.children, Place{said->items, &place, {}, said});
    }

    std::optional<TemplateFault> ofIf(const Node& node, const Place& place) const {
        const Said* said = place.find(node.text);
        if (!said && m_conditions == Conditions::Any)
            return of(node.otherwise, place);
        if (!said)
            return fault(node, "no such value");
        Place asked = place;
        asked.sure.push_back(said);
        if (auto wrong = of(node.children, asked))
            return wrong;
        return of(node.otherwise, place);
    }

    Conditions m_conditions;
};

}

std::optional<TemplateFault> nameFault(const Template& form, const Vocabulary& vocabulary, Conditions conditions) {
    return NameCheck(conditions).of(form.nodes(), Place{vocabulary});
}

}
