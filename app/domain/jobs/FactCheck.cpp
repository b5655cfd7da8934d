#include "app/domain/jobs/FactCheck.h"

#include "app/domain/IntakeChecks.h"
#include "app/domain/UnseenSigns.h"
#include "app/domain/jobs/FactRules.h"

#include <QSet>

namespace motcua::domain {

namespace {

bool isBlank(const QJsonValue& value) {
    return value.isUndefined() || value.isNull() || (value.isString() && saysNothing(value.toString()));
}

/// What the schema's "format" alone does not refuse.
bool isMisshapen(const FactField& field, const QString& text) {
    const bool isDateOrTime = field.type == FactType::Date || field.type == FactType::Time;
    return (isDateOrTime || field.type == FactType::Entry) && !canBe(field, text);
}

}

const std::vector<FactField>& fieldsOf(const JobKind& job) {
    static const std::vector<FactField> none;
    return job.rules ? job.rules->fields() : none;
}

const FactCell* cellOf(const FactLayout& layout, const QString& fact) {
    for (const FactRow& row : layout.rows)
        for (const FactCell& cell : row.cells)
            if (cell.fact == fact)
                return &cell;
    return nullptr;
}

bool isShown(const FactLayout& layout, const QString& fact, const QJsonObject& facts) {
    const FactCell* cell = cellOf(layout, fact);
    // Publishing refuses circles; the bound keeps a damaged description from running for ever.
    for (int depth = 0; cell && !cell->when.isEmpty(); ++depth) {
        if (depth > 64 || !cell->is.contains(facts.value(cell->when)))
            return false;
        cell = cellOf(layout, cell->when);
    }
    return true;
}

QJsonObject tidiedFacts(const JobKind& job, const QJsonObject& facts) {
    QJsonObject kept;
    for (auto it = facts.begin(); it != facts.end(); ++it) {
        const QJsonValue value = it.value().isString() ? QJsonValue(tidied(it.value().toString())) : it.value();
        if (!isBlank(value) && isShown(job.layout, it.key(), facts))
            kept.insert(it.key(), value);
    }
    return kept;
}

std::vector<FactFault> factFaults(const JobKind& job, const QJsonObject& facts) {
    if (!job.rules)
        return {{QString(), false}};
    const QSet<QString> refused = job.rules->refused(facts);
    std::vector<FactFault> faults;
    QSet<QString> known;
    const auto look = [&](const FactField& field) {
        known.insert(field.name);
        const QJsonValue value = facts.value(field.name);
        if (!isShown(job.layout, field.name, facts)) {
            if (!value.isUndefined())
                faults.push_back({field.name, false});
        } else if (isBlank(value)) {
            if (field.required)
                faults.push_back({field.name, true});
        } else if (refused.contains(field.name) || isMisshapen(field, value.toString())) {
            faults.push_back({field.name, false});
        }
    };
    for (const FactRow& row : job.layout.rows)
        for (const FactCell& cell : row.cells)
            for (const FactField& field : fieldsOf(job))
                if (field.name == cell.fact)
                    look(field);
    for (const QString& name : facts.keys())
        if (!known.contains(name))
            faults.push_back({name, false});
    return faults;
}

}
