#include "app/trial/StationActor.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace motcua::trial {

void StationActor::settlePaper(const std::function<void()>& then, int rounds) {
    using namespace std::chrono_literals;
    constexpr int mostRounds = 1000;
    counter::Printing& printing = counter().printing();
    printing.setLookEvery(100ms);
    const auto& missing = printing.unprinted();
    if (rounds == mostRounds) {
        fail({QStringLiteral("trial.paper"), {{QStringLiteral("reason"), missing.empty() ? QString() : missing.front().error.toLogLine()}}});
        return;
    }
    const bool waits = printing.pending() > 0 || std::any_of(missing.begin(), missing.end(), [](const auto& paper) { return !paper.jobs.empty(); });
    if (!waits && missing.empty()) {
        m_paperTrouble = {};
        then();
        return;
    }
    if (!waits) {
        const counter::UnprintedPaper paper = missing.front();
        if (paper.isAsked() && liesInTray(paper))
            printing.confirm(paper);
        else
            printing.printAgain(paper);
    }
    QTimer::singleShot(20ms, this, [this, then, rounds] { settlePaper(then, rounds + 1); });
}

/// Of what was to be printed then: the same sheet may lie there from an earlier time.
bool StationActor::liesInTray(const counter::UnprintedPaper& paper) const {
    const QDir tray(m_place.tray);
    const auto isOne = [&](const counter::PrintIntention& sought) {
        const QFileInfoList sheets = tray.entryInfoList({QStringLiteral("*.pdf")}, QDir::Files);
        return std::any_of(sheets.begin(), sheets.end(), [&](const QFileInfo& sheet) {
            QFile file(sheet.filePath());
            QCryptographicHash hash(QCryptographicHash::Sha256);
            return sheet.lastModified() >= sought.since && file.open(QIODevice::ReadOnly) && hash.addData(&file) &&
                   QString::fromLatin1(hash.result().toHex()) == sought.sha256;
        });
    };
    return std::any_of(paper.sought.begin(), paper.sought.end(), isOne);
}

}
