#pragma once

#include <QLoggingCategory>

/// Log categories, one for each layer. A log line never holds personal data: ids, codes, counts and times only.
namespace motcua::base {

Q_DECLARE_LOGGING_CATEGORY(lcJournal)
Q_DECLARE_LOGGING_CATEGORY(lcSync)
Q_DECLARE_LOGGING_CATEGORY(lcCapture)
Q_DECLARE_LOGGING_CATEGORY(lcPaper)
Q_DECLARE_LOGGING_CATEGORY(lcCounter)
Q_DECLARE_LOGGING_CATEGORY(lcUi)
Q_DECLARE_LOGGING_CATEGORY(lcGateway)

}
