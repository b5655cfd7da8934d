#include "app/domain/jobs/ConditionProof.h"

#include "app/domain/jobs/JobWords.h"

#include <algorithm>

namespace motcua::domain {

namespace {

bool areOf(const QStringList& words, const QStringList& known) {
    return std::all_of(words.begin(), words.end(), [&](const QString& word) { return known.contains(word) && words.count(word) == 1; });
}

base::Outcome proveFact(const JobParts& parts, const JobCondition& condition, const QString& place) {
    const FactField* field = parts.field(condition.fact);
    if (!field)
        return wrongJob("job.parties", place + QStringLiteral(".fact"), "no such fact");
    if (condition.is.isEmpty())
        return wrongJob("job.parties", place + QStringLiteral(".is"), "hangs on a fact or value that is not there");
    for (qsizetype i = 0; i < condition.is.size(); ++i)
        if (!canBe(*field, condition.is[i]))
            return wrongJob("job.parties", QStringLiteral("%1.is[%2]").arg(place).arg(i), "a value that the fact cannot have");
    return base::done();
}

base::Outcome proveRole(const JobParts& parts, const JobCondition& condition, const QString& place) {
    if (parts.job.parties.empty() || (condition.role != QLatin1String(anyRole) && !hasRole(parts.job, condition.role)))
        return wrongJob("job.parties", place + QStringLiteral(".role"), "no such role");
    if (!areOf(condition.how, waysOfSigning))
        return wrongJob("job.parties", place + QStringLiteral(".how"), "signs, fingerprint, neither, cannotRead or cannotHear, each once");
    if (!areOf(condition.speaks, waysOfSpeaking))
        return wrongJob("job.parties", place + QStringLiteral(".speaks"), "vi or other");
    const std::vector<int>& number = condition.number;
    const bool isRange = number.size() == 2 && number[0] >= 0 && number[1] >= number[0] && number[1] <= limits::mostParties;
    if (!number.empty() && !isRange)
        return wrongJob("job.parties", place + QStringLiteral(".number"), "two whole numbers from 0 to 100, the least and the most");
    return base::done();
}

}

bool hasRole(const JobKind& job, const QString& role) {
    return std::any_of(job.parties.begin(), job.parties.end(), [&](const PartyRole& known) { return known.role == role; });
}

base::Outcome proveConditions(const JobParts& parts, const JobConditions& conditions, const QString& place) {
    for (size_t i = 0; i < conditions.size(); ++i) {
        const JobCondition& condition = conditions[i];
        const QString at = QStringLiteral("%1[%2]").arg(place).arg(i);
        const bool saysOfParties = !condition.how.isEmpty() || !condition.speaks.isEmpty() || !condition.number.empty();
        if (condition.fact.isEmpty() == condition.role.isEmpty() || (condition.role.isEmpty() ? saysOfParties : !condition.is.isEmpty()))
            return wrongJob("job.parties", at, "a condition is of a fact with is, or of a role with how, speaks or number");
        const auto sound = condition.role.isEmpty() ? proveFact(parts, condition, at) : proveRole(parts, condition, at);
        if (!sound)
            return sound;
    }
    return base::done();
}

}
