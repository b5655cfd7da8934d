#pragma once

#include "app/base/Result.h"
#include "app/paper/Template.h"

#include <QString>

namespace motcua::paper {

/// Where the templates are: those that come with the program, and a province's own directory whose file of the same name wins.
/// The directory is read at each call, so a corrected form takes effect at once. Owned by the renderer; any thread.
class FormLibrary {
public:
    explicit FormLibrary(QString provincialDirectory);

    /// Errors: "paper.unknown-form" (form), "paper.bad-template" (form, line, reason).
    base::Result<Template> form(const QString& name) const;

private:
    base::Result<QString> source(const QString& name) const;

    QString m_provincialDirectory;
};

}
