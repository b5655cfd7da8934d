#include "app/base/Logging.h"

namespace motcua::base {

Q_LOGGING_CATEGORY(lcJournal, "motcua.journal", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSync, "motcua.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(lcCapture, "motcua.capture", QtInfoMsg)
Q_LOGGING_CATEGORY(lcPaper, "motcua.paper", QtInfoMsg)
Q_LOGGING_CATEGORY(lcCounter, "motcua.counter", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "motcua.ui", QtInfoMsg)
Q_LOGGING_CATEGORY(lcGateway, "motcua.gateway", QtInfoMsg)

}
