#pragma once

#include "app/domain/jobs/FactField.h"

#include <QSet>

#include <memory>

namespace motcua::domain {

/// The schema of a job's facts, read once: a record is judged by it in microseconds. The values are checked by valijson. May be used by
/// any thread.
class FactRules {
public:
    /// Errors: those of factFields().
    static base::Result<std::shared_ptr<const FactRules>> of(const QJsonObject& schema);
    ~FactRules();

    const std::vector<FactField>& fields() const { return m_fields; }
    /// The names of the facts whose values the schema does not allow. What is missing is not asked here.
    QSet<QString> refused(const QJsonObject& facts) const;

private:
    struct Schema;
    explicit FactRules(std::vector<FactField> fields);

    std::vector<FactField> m_fields;
    std::unique_ptr<Schema> m_schema; ///< null: no schema that valijson reads, so nothing is allowed
};

}
