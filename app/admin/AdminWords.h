#pragma once

#include "app/base/Sentences.h"

namespace motcua::admin {

/// What the technician's program says, in both languages. A value.
class Words {
public:
    explicit Words(base::Language language) : m_language(language) {}

    /// `vi` or `en`, as the language is.
    QString pick(const QString& vi, const QString& en) const { return m_language == base::Language::Vietnamese ? vi : en; }
    /// What happened and what to do, then the code for whoever supports the technician.
    QString of(const base::Error& error) const;

private:
    base::Language m_language;
};

}
