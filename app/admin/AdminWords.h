#pragma once

#include "app/base/Error.h"

namespace motcua::admin {

enum class Tongue { Vietnamese, English };

/// What the technician's program says, in both languages; errors in the words of the screens. A value; the program's translator is
/// installed for the same language.
class Words {
public:
    explicit Words(Tongue tongue) : m_tongue(tongue) {}

    /// `vi` or `en`, as the language is.
    QString pick(const QString& vi, const QString& en) const { return m_tongue == Tongue::Vietnamese ? vi : en; }
    /// What happened, what was kept and what to do; on a line of its own the code for whoever supports the technician.
    QString of(const base::Error& error) const;

private:
    Tongue m_tongue;
};

}
