#include "app/paper/SheetLayout.h"

#include <QPageSize>

namespace motcua::paper {

QPageLayout layoutOf(const forms::PageSetup& page) {
    const QPageSize size(page.media == QLatin1String("A5") ? QPageSize::A5 : QPageSize::A4);
    return {size, page.upright ? QPageLayout::Portrait : QPageLayout::Landscape, page.margins, QPageLayout::Millimeter};
}

}
