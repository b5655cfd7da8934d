#include "app/ui/shell/Fonts.h"

#include <QDir>
#include <QFontDatabase>

namespace motcua::ui {

void addFonts() {
    const QDir directory(QStringLiteral(":/fonts"));
    const QStringList faces = directory.entryList({QStringLiteral("Inter-*")});
    for (const QString& face : faces)
        QFontDatabase::addApplicationFont(directory.filePath(face));
}

}
