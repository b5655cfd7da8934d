#pragma once

#include "app/domain/jobs/JobParts.h"

namespace motcua::domain {

/// Whether every template of a description can be read, reaches for nothing outside, and asks for no more than its paper or book says;
/// and whether the papers whose form comes with the program say what that asks for. Errors: "job.template", whose place is a line of
/// a template and, where there is one, the value: "boat-attestation.html:7 {{number}}".
base::Outcome proveTemplates(const JobParts& parts);

}
