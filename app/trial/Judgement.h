#pragma once

#include "app/base/Result.h"
#include "app/trial/Scenario.h"

#include <QStringList>

namespace motcua::trial {

struct Verdict {
    int served = 0;
    int lost = 0;
    int doubled = 0;
    int gaps = 0;
    QStringList remarks;
    bool isClean() const { return lost == 0 && doubled == 0 && gaps == 0; }
    /// "served N lost 0 doubled 0 gaps 0"
    QString line() const;
};

struct Judgement {
    Verdict verdict;
    QString table;   ///< rows "what planned stations province", tab-separated, with a heading
    QString printer; ///< how many sheets a spooler was given and how many of them are on record; empty: there was none
};

/// What the desks said while they still ran: `out`/answers.json.
struct Answers {
    QJsonObject promised;    ///< personal number → dossiers
    QJsonObject inventories; ///< desk → what it showed at the end

    base::Outcome save(const QString& out) const;
    static base::Result<Answers> read(const QString& out);
};

/// The queue of the desk that has a printer.
QString queueOf(const Scenario& scenario);

/// Judges a day that is over from what lies in `out` alone: the desks' last answers, the stations' journals, the province's data,
/// the printed sheets. Every process must have ended. Errors: "trial.answers", "trial.gateway", "sqlite.…".
base::Result<Judgement> judgeDay(const QString& out, const Scenario& scenario, quint32 seed);

}
