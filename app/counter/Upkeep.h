#pragma once

#include "app/base/Result.h"
#include "app/domain/ports/SecurityLog.h"

#include <QFuture>
#include <QStringList>

#include <vector>

namespace motcua::counter {

/// What was found of one thing that whoever supports a station asks about. Nothing about citizens, nothing secret. `values` are for
/// reading only and belong to `about`: see there.
struct Finding {
    enum class About {
        Program,         ///< version, Qt's version, TLS library
        System,          ///< name of the operating system
        Clock,           ///< date and time in Viet Nam
        DataDirectory,   ///< path
        Space,           ///< free, all; MB
        Station,         ///< name, unit, number
        Journal,         ///< events, scans; with faults: how many, where the first is
        Unread,          ///< kinds that the province sent and this program cannot read
        Certificate,     ///< from, until
        RootCertificate, ///< from, until
        Line,            ///< "host:port"
        Printers,        ///< names
        Scanners,        ///< names
        ForeignFiles,    ///< what the kernel lacks of the closed room in which they are read: "Landlock", "seccomp"; sound: nothing
    };
    enum class State { Sound, Doubtful, Bad };
    About about = About::Program;
    QStringList values = {};
    State state = State::Sound;
    base::Error error = {}; ///< why nothing better is known
};

/// What a journal's verification says. See journal::verify().
struct Soundness {
    qint64 events = 0;
    qint64 scans = 0;
    qsizetype faults = 0;
    QString firstFault; ///< where, in words for a technician
};

/// What a technician does to a station that is open, beside everybody's work; app/station has the real one. All of it runs on workers.
class Upkeep {
public:
    virtual ~Upkeep() = default;

    /// Where the data lie.
    virtual QString directory() const = 0;
    virtual QFuture<std::vector<Finding>> diagnose() = 0;
    /// Errors: "journal.missing", "journal.newer-version".
    virtual QFuture<base::Result<Soundness>> verify() = 0;
    /// Errors: those of journal::copyStation().
    virtual QFuture<base::Outcome> backUp(const QString& to) = 0;
    /// Errors: "access.security-log": not for whoever is seated; "desk.nobody".
    virtual QFuture<base::Result<domain::ports::SecurityPage>> securityLog(const domain::SecurityFilter& filter) = 0;
};

}
