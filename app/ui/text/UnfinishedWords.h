#pragma once

#include "app/counter/PutAside.h"

namespace motcua::ui::unfinished {

/// "Nguyễn Văn An · Chứng thực bản sao… · 3 pages · 10:32", and whose it is where it is a colleague's.
QString line(const counter::UnfinishedIntake& intake, const QDateTime& now);

}
