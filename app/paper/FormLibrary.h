#pragma once

#include "app/domain/ports/Paper.h"
#include "app/forms/Template.h"

#include <QString>

namespace motcua::paper {

/// Where the templates are: one that was published with a job kind, else a province's own directory, else those that come with the
/// program. The directory is read at each call, so a corrected form takes effect at once. Owned by the renderer; any thread.
class FormLibrary {
public:
    explicit FormLibrary(QString provincialDirectory);

    /// Errors: "paper.unknown-form" (form), "paper.bad-template" (form, line, reason).
    base::Result<forms::Template> form(const domain::ports::Form& form) const;

private:
    base::Result<QString> source(const domain::ports::Form& form) const;

    QString m_provincialDirectory;
};

}
