#pragma once

#include <QJsonObject>
#include <QProcessEnvironment>
#include <QString>

namespace motcua::capture {

/// How the helper process is started and how long it is believed.
struct HelperSettings {
    QString program; ///< full path of motcua-scan
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    int silenceMs = 30'000;         ///< no byte for so long: "scan.timed-out"
    int importMs = 25 * 60'000;     ///< files are not read by then, whatever the helper says: "scan.timed-out"
    int drawMs = 15'000;            ///< a page of a foreign file is not drawn by then: "page.not-shown"
    int graceMs = 3'000;            ///< between asking the helper to stop and killing it
    QJsonObject deviceOptions = {}; ///< a station's own SANE options, by name, as text ("swcrop": "yes")
};

/// The helper beside the running program.
HelperSettings installedHelper();

}
