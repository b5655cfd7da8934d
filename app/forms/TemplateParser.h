#pragma once

#include "app/base/Result.h"
#include "app/forms/Template.h"

#include <QRegularExpression>
#include <QString>

#include <vector>

namespace motcua::forms {

/// Reads a template's text into nodes, once. Owned by Template::parse; any one thread.
class TemplateParser {
public:
    explicit TemplateParser(const QString& source);

    /// Errors: "paper.bad-template" (line, reason, and the tag that is not known).
    base::Result<std::vector<Template::Node>> parse();

private:
    struct Open {
        Template::Node node;
        bool inElse = false;
    };

    base::Outcome addTag(const QString& tag);
    base::Outcome close(Template::Kind kind);
    void add(Template::Node node);
    void addText(qsizetype end);
    /// Of what is being read.
    int line();
    base::Result<base::Done> bad(const char* reason, const QString& tag = {}) const;

    const QString& m_source;
    qsizetype m_at = 0;
    qsizetype m_counted = 0; ///< up to where the lines are
    int m_line = 1;
    std::vector<Template::Node> m_nodes;
    std::vector<Open> m_open; ///< blocks not closed yet, outermost first
};

}
