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
    int graceMs = 3'000;            ///< between asking the helper to stop and killing it
    QJsonObject deviceOptions = {}; ///< a station's own SANE options, by name, as text ("swcrop": "yes")
};

/// The helper beside the running program.
HelperSettings installedHelper();

}
