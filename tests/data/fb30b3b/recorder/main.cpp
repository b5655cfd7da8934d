// fb30b3b-recorder DIR: plays three days with the stations and the gateway of commit fb30b3b and leaves in DIR what
// README.md beside this folder describes, not yet packed.

#include "Recording.h"

#include <QDir>
#include <QGuiApplication>

#include <cstdio>

int main(int argc, char* argv[]) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    const QString out = QDir::cleanPath(QDir().absoluteFilePath(application.arguments().value(1)));
    if (argc != 2 || QDir(out).exists()) {
        std::fputs("usage: fb30b3b-recorder DIR   (DIR must not exist yet)\n", stderr);
        return 2;
    }
    motcua::recorder::Recording recording(out);
    recording.enrol();
    recording.play();
    recording.readBack();
    recording.playEvening();
    return 0;
}
