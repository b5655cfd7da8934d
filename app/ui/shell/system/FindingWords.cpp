#include "app/ui/shell/system/FindingWords.h"

#include "app/ui/text/ErrorText.h"

#include <QCoreApplication>

namespace motcua::ui {

namespace {

using About = counter::Finding::About;
using State = counter::Finding::State;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(motcua::ui::FindingWords)
};

QString nameOf(About about) {
    switch (about) {
    case About::Program:
        return Words::tr("Program");
    case About::System:
        return Words::tr("Operating system");
    case About::Clock:
        return Words::tr("Clock, Viet Nam time");
    case About::DataDirectory:
        return Words::tr("Data folder");
    case About::Space:
        return Words::tr("Free space");
    case About::Station:
        return Words::tr("Station");
    case About::Journal:
        return Words::tr("Data");
    case About::Unread:
        return Words::tr("Sent by the province, unreadable here");
    case About::Certificate:
        return Words::tr("Station's certificate");
    case About::RootCertificate:
        return Words::tr("Province's certificate");
    case About::Line:
        return Words::tr("Line to the province");
    case About::Printers:
        return Words::tr("Printers");
    case About::Scanners:
        return Words::tr("Scanners");
    case About::ForeignFiles:
        return Words::tr("Files from outside");
    }
    return {};
}

QString spaceOf(const QStringList& values) {
    constexpr double mega = 1024.0;
    return Words::tr("%1 GB of %2 GB").arg(values.value(0).toDouble() / mega, 0, 'f', 1).arg(values.value(1).toDouble() / mega, 0, 'f', 1);
}

/// What a file that takes its reader over could do then.
QString roomOf(const QStringList& lacking, bool isClosed) {
    if (isClosed)
        return Words::tr("are read in a closed room");
    if (lacking.size() > 1)
        return Words::tr("this kernel lacks Landlock and seccomp, so a hostile file could do whatever this user may do");
    return lacking.contains(QLatin1String("Landlock"))
               ? Words::tr("this kernel lacks Landlock, so a hostile file could read what this user may read; it could neither write nor send it")
               : Words::tr("this kernel lacks seccomp, so a hostile file could reach the network; it could not read this user's files");
}

QString valueOf(const counter::Finding& finding) {
    const QStringList& values = finding.values;
    const bool isSound = finding.state == State::Sound;
    if (values.isEmpty())
        return finding.error.code.isEmpty() ? Words::tr("none") : errorWords(finding.error).what;
    switch (finding.about) {
    case About::Journal:
        return isSound ? Words::tr("sound: %1 records, %2 kept files of pages").arg(values.value(0), values.value(1))
                       : Words::tr("%1 faults, the first: %2").arg(values.value(0), values.value(1));
    case About::Space:
        return spaceOf(values);
    case About::Certificate:
    case About::RootCertificate:
        return Words::tr("good from %1 to %2").arg(values.value(0), values.value(1));
    case About::ForeignFiles:
        return roomOf(values, isSound);
    case About::Line:
        return isSound ? Words::tr("%1 answers").arg(values.value(0)) : Words::tr("%1 does not answer").arg(values.value(0));
    default:
        return values.join(QStringLiteral(", "));
    }
}

Tone toneOf(State state) {
    return state == State::Sound ? Tone::Neutral : state == State::Doubtful ? Tone::Warning : Tone::Danger;
}

}

Fact findingWords(const counter::Finding& finding) {
    return {nameOf(finding.about), valueOf(finding), toneOf(finding.state)};
}

}
