#pragma once

#include "Desk.h"
#include "Line.h"
#include "Province.h"

#include <QJsonObject>

namespace motcua::recorder {

/// One recording, step by step; each step leaves its part in the folder. Thread: main.
class Recording {
public:
    /// `folder` must not exist.
    explicit Recording(const QString& folder);

    /// Founds the gateway and enrols both desks.
    void enrol();
    /// The three days; ends with the line down and everything closed.
    void play();
    /// What fb30b3b reads in the folders as they are now.
    void readBack();
    /// The line returns: copies of the stations and the gateway, until all is confirmed; then what nobody asked so far.
    void playEvening();

private:
    Desk::Place deskPlace(const QString& under) const;
    Desk::Place supervisorPlace(const QString& under) const;
    /// Copies of both stations and the gateway, under a name of the recording's folder.
    QString copyAll(const char* name) const;
    void synchronise(const QString& folder);
    void ask(Province& province, const QJsonObject& deskMarks);

    QString m_out;
    PlayedClock m_clock;
    Traffic m_enrolments;
    Traffic m_traffic;
    Line m_line{m_traffic, m_clock};
    Province m_province;
    http::Credentials m_deskCredentials;
    QJsonObject m_expected;
};

}
