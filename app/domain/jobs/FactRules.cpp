#include "app/domain/jobs/FactRules.h"

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace motcua::domain {

struct FactRules::Schema {
    valijson::Schema parsed;
};

FactRules::FactRules(std::vector<FactField> fields) : m_fields(std::move(fields)), m_schema(std::make_unique<Schema>()) {}

FactRules::~FactRules() = default;

base::Result<std::shared_ptr<const FactRules>> FactRules::of(const QJsonObject& schema) {
    auto fields = factFields(schema);
    if (!fields)
        return base::fail(fields.error());
    std::shared_ptr<FactRules> rules(new FactRules(std::move(*fields)));
    QJsonObject lenient = schema;
    lenient.remove(QStringLiteral("required"));
    lenient.insert(QStringLiteral("additionalProperties"), false);
    // Hours without seconds, and rows of books, are no formats of the standard: canBe() looks at them.
    QJsonObject properties = lenient.value(QLatin1String("properties")).toObject();
    for (const FactField& field : rules->m_fields)
        if (field.type == FactType::Time || field.type == FactType::Entry)
            properties.insert(field.name, QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}});
    if (!properties.isEmpty())
        lenient.insert(QStringLiteral("properties"), properties);
    try {
        const QJsonValue json(lenient);
        valijson::SchemaParser().populateSchema(valijson::adapters::QtJsonAdapter(json), rules->m_schema->parsed);
    } catch (const std::exception&) {
        rules->m_schema.reset();
    }
    return std::shared_ptr<const FactRules>(std::move(rules));
}

QSet<QString> FactRules::refused(const QJsonObject& facts) const {
    const QStringList names = facts.keys();
    const QSet<QString> all(names.begin(), names.end());
    if (!m_schema)
        return all;
    QSet<QString> refused;
    try {
        valijson::ValidationResults results;
        const QJsonValue value(facts);
        valijson::Validator().validate(m_schema->parsed, valijson::adapters::QtJsonAdapter(value), &results);
        valijson::ValidationResults::Error error;
        while (results.popError(error)) {
            // The context is a path: "<root>", "[pages]".
            if (error.context.size() > 1)
                refused.insert(QString::fromStdString(error.context[1]).remove(QLatin1Char('[')).remove(QLatin1Char(']')));
        }
    } catch (const std::exception&) {
        return all;
    }
    return refused;
}

}
