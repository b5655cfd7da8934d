#include "app/journal/log/DoubtNotes.h"

#include <algorithm>

namespace motcua::journal {

namespace {

bool isOlderCopy(const QString& code) {
    return code == QLatin1String("journal.older-copy") || code == QLatin1String("journal.copy-seen");
}

}

base::Outcome noteDoubts(SecurityLog& log, const Standing& standing, const std::vector<Standing::Doubt>& before) {
    const auto now = standing.doubts();
    if (!now)
        return base::fail(now.error());
    for (const Standing::Doubt& doubt : *now) {
        const bool isKnown = std::any_of(before.begin(), before.end(),
            [&](const Standing::Doubt& each) { return each.why.code == doubt.why.code && each.why.detail == doubt.why.detail; });
        const auto kind = isOlderCopy(doubt.why.code) ? domain::SecurityKind::OlderCopy : domain::SecurityKind::FileChanged;
        if (const auto noted = isKnown ? base::done() : log.noteOfNobody({kind, {}, {}, domain::aboutError(doubt.why)}); !noted)
            return noted;
    }
    return base::done();
}

}
