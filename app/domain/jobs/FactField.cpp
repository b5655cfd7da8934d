#include "app/domain/jobs/FactField.h"

#include "app/domain/Limits.h"

#include <QRegularExpression>

#include <algorithm>

namespace motcua::domain {

namespace {

tl::unexpected<base::Error> wrong(const QString& place, const char* reason) {
    return base::fail(QStringLiteral("job.facts"), {{QStringLiteral("place"), place}, {QStringLiteral("reason"), QLatin1String(reason)}});
}

bool has(const QJsonObject& json, std::initializer_list<const char*> allowed) {
    const QStringList keys = json.keys();
    return std::all_of(keys.begin(), keys.end(), [&](const QString& key) {
        return std::any_of(allowed.begin(), allowed.end(), [&](const char* name) { return key == QLatin1String(name); });
    });
}

base::Result<FactField> textField(FactField field, const QJsonObject& json) {
    if (json.contains(QLatin1String("enum"))) {
        field.type = FactType::Choice;
        for (const QJsonValue& choice : json.value(QLatin1String("enum")).toArray())
            field.choices << choice.toString();
        if (!has(json, {"type", "enum"}) || field.choices.isEmpty() || field.choices.contains(QString()))
            return wrong(field.name, "a choice is a list of words");
        return field;
    }
    if (json.contains(QLatin1String("format"))) {
        field.type = FactType::Date;
        if (!has(json, {"type", "format"}) || json.value(QLatin1String("format")) != QLatin1String("date"))
            return wrong(field.name, "the only format is date");
        return field;
    }
    field.longest = json.value(QLatin1String("maxLength")).toInt();
    if (!has(json, {"type", "minLength", "maxLength"}) || field.longest < 1 || field.longest > limits::longestReason)
        return wrong(field.name, "a text has a maxLength of 1 to 2000");
    return field;
}

base::Result<FactField> numberField(FactField field, const QJsonObject& json) {
    field.type = FactType::Number;
    const QJsonValue least = json.value(QLatin1String("minimum"));
    const QJsonValue most = json.value(QLatin1String("maximum"));
    field.least = least.toInteger(-1);
    field.most = most.toInteger(-1);
    if (!has(json, {"type", "minimum", "maximum"}) || field.least < 0 || field.most < field.least || field.most > limits::largestAmount)
        return wrong(field.name, "a whole number has a minimum and a maximum from 0 up");
    return field;
}

base::Result<FactField> fieldOf(const QString& name, const QJsonValue& value) {
    static const QRegularExpression plain(QStringLiteral("^[a-z][A-Za-z0-9]{0,39}$"));
    if (!plain.match(name).hasMatch())
        return wrong(name.left(40), "a fact's name is letters and digits");
    const QJsonObject json = value.toObject();
    const QString type = json.value(QLatin1String("type")).toString();
    FactField field;
    field.name = name;
    if (type == QLatin1String("string"))
        return textField(std::move(field), json);
    if (type == QLatin1String("integer"))
        return numberField(std::move(field), json);
    if (type == QLatin1String("boolean") && has(json, {"type"})) {
        field.type = FactType::YesNo;
        return field;
    }
    return wrong(name, "unknown type");
}

}

base::Result<std::vector<FactField>> factFields(const QJsonObject& schema) {
    std::vector<FactField> fields;
    if (schema.isEmpty())
        return fields;
    if (!has(schema, {"$schema", "type", "properties", "required", "additionalProperties"}))
        return wrong(QStringLiteral("schema"), "unknown keyword");
    const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
    const QJsonArray required = schema.value(QLatin1String("required")).toArray();
    if (properties.size() > limits::mostFacts)
        return wrong(QStringLiteral("properties"), "too many");
    for (const QJsonValue& name : required)
        if (!properties.contains(name.toString()))
            return wrong(name.toString().left(40), "required, but not declared");
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        auto field = fieldOf(it.key(), it.value());
        if (!field)
            return base::fail(field.error());
        field->required = required.contains(it.key());
        fields.push_back(std::move(*field));
    }
    return fields;
}

}
