#pragma once

#include <QJsonObject>
#include <QString>

namespace motcua::trial {

// What the runner's parts know of the training unit and of the day they play.

/// The day goes forward by this much.
constexpr int slotMinutes = 10;

inline QString trainingSupervisor() {
    return QStringLiteral("minh.tv");
}

/// Of training accounts on made-up data.
inline QString trainingPassword() {
    return QStringLiteral("cau-tre-ao-sen-trang-ram");
}

/// What a desk is told to do, by name; see StationActor.
inline QJsonObject act(const char* name) {
    return {{QStringLiteral("act"), QString::fromLatin1(name)}};
}

/// A line on standard output for whoever watches the day.
void tell(const QString& text);

}
