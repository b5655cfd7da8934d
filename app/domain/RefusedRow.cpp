#include "app/domain/RefusedRow.h"

namespace motcua::domain {

BookEntry notTaken(BookEntry entry) {
    entry.spoiledReason = QStringLiteral("Cấp tỉnh không ghi nhận");
    return entry;
}

}
