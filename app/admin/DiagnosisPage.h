#pragma once

#include "app/admin/AdminWords.h"
#include "app/station/Diagnosis.h"

namespace motcua::admin {

/// The findings as one page of text, a line each.
QString diagnosisPage(const std::vector<counter::Finding>& findings, const Words& words);

}
