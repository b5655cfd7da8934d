#pragma once

#include "app/base/Result.h"
#include "app/forms/PageSetup.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace motcua::forms {

/// One printed form's text with places for values. Written in HTML with
///
///     {{name}}  {{name|upper}}  {{name|url}}        a value, escaped; it must be there and not be blank; but in
///                                                    a URL, words that belong together stay on one line (keptWhole)
///     {{#each list}} … {{/each}}                     once for each item; inside, {{@number}} counts from 1, {{.}} is a plain item;
///                                                    a single object counts as a list of one
///     {{#if name}} … {{else}} … {{/if}}              whether the value is there, not blank, not false, not 0, not an empty list
///
/// There is no way to compute or to reach outside the values. Names are looked up in the item first, then around it.
/// Immutable after parsing; any thread.
class Template {
public:
    /// Errors: "paper.bad-template" (line, reason, and the tag that is not known).
    static base::Result<Template> parse(const QString& source);

    /// Errors: "paper.missing-value" (field).
    base::Result<QString> expand(const QJsonObject& values) const;

    const PageSetup& page() const { return m_page; }
    const QString& title() const { return m_title; }

    enum class Kind { Text, Value, Each, If };
    struct Node {
        Kind kind = Kind::Text;
        QString text;   ///< the text itself, or the value's name
        QString filter; ///< of a value: "", "upper" or "url"
        int line = 0;   ///< of its tag, from 1
        std::vector<Node> children = {};
        std::vector<Node> otherwise = {}; ///< after {{else}}
    };
    const std::vector<Node>& nodes() const { return m_nodes; }

    /// Without comments, which are for the reader of the template; their line ends stay, so that errors name the right line.
    static QString withoutComments(QString source);

private:
    std::vector<Node> m_nodes;
    PageSetup m_page;
    QString m_title;
};

}
