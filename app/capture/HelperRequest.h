#pragma once

#include "app/base/Json.h"

#include <vector>

namespace motcua::capture {

enum class HelperTask { FindDevices = 0, Scan = 1, Import = 2, Draw = 3 };

/// It reads foreign files, and no device.
constexpr bool isReader(HelperTask task) {
    return task == HelperTask::Import || task == HelperTask::Draw;
}

/// What the helper process is asked to do, once in its life. Goes through its standard input. It is told no names of files: it gets them open.
struct HelperRequest {
    HelperTask task = HelperTask::FindDevices;
    QString device;
    bool feeder = true;
    int resolution = 300;
    int colour = 1; ///< domain::ports::ScanColour
    bool dropBlank = true;
    QJsonObject deviceOptions; ///< SANE option name → value as text, set after all others
    std::vector<int> files;    ///< descriptors that the helper finds open, in order; below 0: that file could not be opened

    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("task", self.task);
        field("device", self.device);
        field("feeder", self.feeder);
        field("resolution", self.resolution);
        field("colour", self.colour);
        field("dropBlank", self.dropBlank);
        field("deviceOptions", self.deviceOptions);
        field("files", self.files);
    }
};

/// The helper's first words: what the kernel holds of the room that it has shut itself into.
struct RoomNotice {
    int files = 0;      ///< Landlock's version; 0: none
    bool calls = false; ///< seccomp

    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("files", self.files);
        field("calls", self.calls);
    }
};

/// See domain::ports::PageWish.
struct DrawOrder {
    int page = 0;
    int width = 0;

    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("page", self.page);
        field("width", self.width);
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
