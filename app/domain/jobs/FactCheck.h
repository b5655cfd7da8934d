#pragma once

#include "app/domain/jobs/FactField.h"
#include "app/domain/jobs/JobKind.h"

namespace motcua::domain {

/// The facts that the kind asks for; none where readJobKind() has not read it.
const std::vector<FactField>& fieldsOf(const JobKind& job);

/// Where the card has a fact; null: nowhere.
const FactCell* cellOf(const FactLayout& layout, const QString& fact);

/// Whether the card shows a fact, given the others: a fact hangs on another one's value, and on whether that one is shown.
bool isShown(const FactLayout& layout, const QString& fact, const QJsonObject& facts);

/// What is wrong with a fact: "missing", or "invalid" for a value the schema does not allow.
struct FactFault {
    QString fact;
    bool missing = false;
};

/// The facts as they are kept: texts canonical without needless spaces, blanks and hidden ones left out.
QJsonObject tidiedFacts(const JobKind& job, const QJsonObject& facts);

/// Everything that keeps these facts from being taken, in the order of the card. Hidden facts are not asked for; unknown ones are
/// invalid. The values are checked by valijson against the job's JSON Schema.
std::vector<FactFault> factFaults(const JobKind& job, const QJsonObject& facts);

}
