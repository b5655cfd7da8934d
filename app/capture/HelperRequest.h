#pragma once

#include "app/base/Json.h"

namespace motcua::capture {

enum class HelperTask { FindDevices = 0, Scan = 1, Import = 2 };

/// What the helper process is asked to do, once in its life. Goes through its standard input, never its command line: file
/// names can be personal.
struct HelperRequest {
    HelperTask task = HelperTask::FindDevices;
    QString device;
    bool feeder = true;
    int resolution = 300;
    int colour = 1; ///< domain::ports::ScanColour
    bool dropBlank = true;
    QJsonObject deviceOptions; ///< SANE option name → value as text, set after all others
    QStringList paths;

    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("task", self.task);
        field("device", self.device);
        field("feeder", self.feeder);
        field("resolution", self.resolution);
        field("colour", self.colour);
        field("dropBlank", self.dropBlank);
        field("deviceOptions", self.deviceOptions);
        field("paths", self.paths);
    }
};

struct DeviceNotice {
    QString id;
    QString label;
    bool feeder = false;

    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("id", self.id);
        field("label", self.label);
        field("feeder", self.feeder);
    }
};

struct BlankNotice {
    int page = 0;

    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("page", self.page);
    }
};

struct FailureNotice {
    QString code;
    QJsonObject detail;

    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("code", self.code);
        field("detail", self.detail);
    }
};

}
