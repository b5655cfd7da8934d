#include "app/domain/jobs/JobCondition.h"

#include <algorithm>

namespace motcua::domain {

namespace {

bool isSo(const Party& party, const QString& way) {
    constexpr std::pair<const char*, SigningWay> signing[] = {
        {"signs", SigningWay::Signs}, {"fingerprint", SigningWay::Fingerprint}, {"neither", SigningWay::Neither}};
    for (const auto& [name, how] : signing)
        if (way == QLatin1String(name))
            return party.how == how;
    return way == QLatin1String("cannotRead") ? !party.canRead() : way == QLatin1String("cannotHear") && !party.canHear();
}

bool isMeant(const JobCondition& condition, const Party& party) {
    const bool isInRole = condition.role == QLatin1String(anyRole) || party.role == condition.role;
    const bool signsSo =
        condition.how.isEmpty() || std::any_of(condition.how.begin(), condition.how.end(), [&](const QString& way) { return isSo(party, way); });
    const bool speaksSo = condition.speaks.isEmpty() || condition.speaks.contains(QLatin1String(party.speaks.isEmpty() ? "vi" : "other"));
    return isInRole && signsSo && speaksSo;
}

}

const QStringList waysOfSigning{QStringLiteral("signs"), QStringLiteral("fingerprint"), QStringLiteral("neither"), QStringLiteral("cannotRead"),
    QStringLiteral("cannotHear")};
const QStringList waysOfSpeaking{QStringLiteral("vi"), QStringLiteral("other")};

bool holds(const JobCondition& condition, const QJsonObject& facts, const std::vector<Party>& parties) {
    if (!condition.fact.isEmpty())
        return condition.is.contains(facts.value(condition.fact));
    const auto count = std::count_if(parties.begin(), parties.end(), [&](const Party& party) { return isMeant(condition, party); });
    return condition.number.size() == 2 ? count >= condition.number[0] && count <= condition.number[1] : count > 0;
}

bool holds(const JobConditions& all, const QJsonObject& facts, const std::vector<Party>& parties) {
    return std::all_of(all.begin(), all.end(), [&](const JobCondition& each) { return holds(each, facts, parties); });
}

}
