#pragma once

#include "app/domain/parties/Party.h"

namespace motcua::domain {

/// Stands for every role in a condition.
inline constexpr char anyRole[] = "any";

/// One thing that must be so, of a fact or of the parties: the one grammar for all of a description that hangs on what was said at intake.
/// Either `fact` with the values of which it must have one; or `role` (of the kind, or "any"): at least one party of that role is as `how` and
/// `speaks` say; with `number` [a, b] from a to b of them are.
struct JobCondition {
    QString fact;
    QJsonArray is;
    QString role;
    QStringList how;         ///< one of these: "signs", "fingerprint", "neither", "cannotRead", "cannotHear"; empty: any
    QStringList speaks;      ///< one of these: "vi" (knows Vietnamese), "other"; empty: any
    std::vector<int> number; ///< least and most; empty: one or more
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("fact", self.fact);
        field("is", self.is);
        field("role", self.role);
        field("how", self.how);
        field("speaks", self.speaks);
        field("number", self.number);
    }
};
/// All of them; an empty list always holds.
using JobConditions = std::vector<JobCondition>;

/// What `how` and `speaks` may name.
extern const QStringList waysOfSigning;
extern const QStringList waysOfSpeaking;

bool holds(const JobCondition& condition, const QJsonObject& facts, const std::vector<Party>& parties);
bool holds(const JobConditions& all, const QJsonObject& facts, const std::vector<Party>& parties);

}
