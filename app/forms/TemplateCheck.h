#pragma once

#include "app/forms/Template.h"
#include "app/forms/TemplateFault.h"

#include <optional>
#include <vector>

namespace motcua::forms {

/// A value that a template may be given.
struct Said {
    enum class Is {
        Text,
        Flag, ///< true or false: has no words of its own
        List, ///< of `items`; one named "." stands for plain items
    };
    QString name;
    Is is = Is::Text;
    bool always = true; ///< false: it may be missing or blank
    std::vector<Said> items = {};
    QString with = {}; ///< another value, of the same place: it is there whenever that one is
};
using Vocabulary = std::vector<Said>;

/// Whether `{{#if}}` may ask for a value that is not in the vocabulary: a form that is shared by several papers does.
enum class Conditions { OnlyKnown, Any };

/// The first name that would keep the paper from being made, or that is misspelt: not in the vocabulary, a list taken for a text, or
/// what may be missing and is not asked for with {{#if}}.
std::optional<TemplateFault> nameFault(const Template& form, const Vocabulary& vocabulary, Conditions conditions);

}
