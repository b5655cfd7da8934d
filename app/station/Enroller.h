#pragma once

#include "app/counter/Access.h"
#include "app/journal/StationData.h"
#include "app/station/StationSetup.h"
#include "sync/http/EnrolmentClient.h"

#include <QObject>

namespace motcua::station {

/// One enrolment: what can be known to fail here, the platform, then the new data directory, which appears under its name only when it
/// is whole.
/// Owner: Station. Thread: GUI; the key derivation runs on a worker. Ends once, with finished().
class Enroller : public QObject {
    Q_OBJECT

public:
    /// `client` outlives it: what it remembers of an answer that was lost serves the next try.
    Enroller(const StationSetup& setup, http::EnrolmentClient& client, counter::Enrolment wanted);

    void begin();

signals:
    /// Empty code: enrolled.
    void finished(const motcua::base::Error& error);

private:
    void found(const http::Enrolment& enrolment);

    StationSetup m_setup;
    counter::Enrolment m_wanted;
    http::EnrolmentClient& m_client;
};

}
