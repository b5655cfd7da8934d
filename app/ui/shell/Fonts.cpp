#include "app/ui/shell/Fonts.h"

#include <QDir>
#include <QFontDatabase>

namespace motcua::ui {

void addFonts() {
    const QDir folder(QStringLiteral(":/fonts"));
    const QStringList faces = folder.entryList({QStringLiteral("Inter-*")});
    for (const QString& face : faces)
        QFontDatabase::addApplicationFont(folder.filePath(face));
}

}
