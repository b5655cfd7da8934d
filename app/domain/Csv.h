#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace motcua::domain {

/// The records of an RFC 4180 table, header included: UTF-8 with or without a byte order mark, quotes doubled inside quotes,
/// lines ended by LF or CRLF, empty lines left out. Error: "csv.malformed" with line.
base::Result<std::vector<QStringList>> parseCsv(const QByteArray& content, QChar separator = QLatin1Char(','));

}
