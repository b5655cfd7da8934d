#pragma once

#include "app/forms/SheetRoom.h"
#include "app/forms/TemplateFault.h"

#include <QString>

#include <optional>
#include <vector>

namespace motcua::forms {

/// Looks at a template's styles: which properties they name, that nothing but plain values stands in them, and that their sizes fit.
class StyleCheck {
public:
    explicit StyleCheck(const SheetRoom& room) : m_room(room) {}

    /// A `style="…"`; `first` is the line it begins in.
    std::optional<TemplateFault> ofAttribute(const QString& style, int first);
    /// What stands in a `<style>`. Its rules count for the tags that follow.
    std::optional<TemplateFault> ofSheet(const QString& sheet, int first);

    /// How much of the sheet's width the style that was looked at last takes away at both sides, mm.
    qreal taken() const { return m_taken; }
    /// The same by the rules for a tag and its classes.
    qreal takenByRules(const QString& tag, const QString& classes) const;

private:
    struct Rule {
        QString tag; ///< blank: any
        QString ofClass;
        qreal taken = 0;
    };

    const char* faultOf(const QString& property, const QString& value);
    void addRules(const QString& selectors);

    const SheetRoom& m_room;
    qreal m_taken = 0;
    std::vector<Rule> m_rules;
};

}
