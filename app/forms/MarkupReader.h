#pragma once

#include "app/forms/TemplateFault.h"

#include <QString>

#include <optional>
#include <vector>

namespace motcua::forms {

/// One piece of a template's markup, in the line where it begins.
struct MarkupPiece {
    enum class Kind {
        Text,  ///< words with values `{{name}}`, or what stands in a <style>
        Begin, ///< <name attribute="value">
        End,   ///< </name>
        Block, ///< {{#each list}}, {{#if name}}, {{else}}, {{/each}} or {{/if}}
    };
    struct Attribute {
        QString name;
        QString value;
        int line = 0;
    };
    Kind kind = Kind::Text;
    QString text; ///< the words, the tag's name, or what stands between {{ and }}
    int line = 0;
    std::vector<Attribute> attributes = {};
    bool isClosed = false; ///< <name/>
};

/// Reads the markup of a template that has no comments any more, piece by piece. It knows one way to write a tag, and takes nothing for
/// one that is not written so; which tags and attributes there are is not its matter.
class MarkupReader {
public:
    explicit MarkupReader(const QString& text) : m_text(text) {}

    /// Nothing at the end, and where there is a fault.
    std::optional<MarkupPiece> next();
    const std::optional<TemplateFault>& fault() const { return m_fault; }

private:
    std::optional<MarkupPiece> tag();
    std::optional<MarkupPiece> block();
    std::optional<MarkupPiece> words();
    /// Whether all attributes could be read, to the tag's end.
    bool readAttributes(MarkupPiece& tag);
    std::optional<MarkupPiece> wrong(const char* reason, const QString& tag = {});
    bool isBlockAt(qsizetype at) const;
    /// Of the place that is being read.
    int line();

    const QString& m_text;
    qsizetype m_at = 0;
    qsizetype m_counted = 0; ///< up to where the lines are
    int m_line = 1;
    bool m_inStyle = false;
    std::optional<TemplateFault> m_fault;
};

}
