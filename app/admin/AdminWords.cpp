#include "app/admin/AdminWords.h"

#include "app/ui/text/ErrorText.h"

namespace motcua::admin {

QString Words::of(const base::Error& error) const {
    return pick(QStringLiteral("%1\nMã cho người hỗ trợ: %2"), QStringLiteral("%1\nCode for support: %2"))
        .arg(ui::errorLine(error), error.toLogLine());
}

}
