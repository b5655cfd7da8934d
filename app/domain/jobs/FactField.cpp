#include "app/domain/jobs/FactField.h"

#include "app/base/StrictJson.h"
#include "app/domain/IntakeChecks.h"
#include "app/domain/Limits.h"
#include "app/domain/jobs/JobWords.h"

#include <QRegularExpression>
#include <QTime>

#include <algorithm>

namespace motcua::domain {

namespace {

constexpr qsizetype mostChoices = 200;
constexpr int longestEntry = 200;
constexpr int longestTime = 5; // "14:30"

tl::unexpected<base::Error> wrong(const QString& place, const char* reason) {
    return base::fail(wrongJob("job.facts", QStringLiteral("facts") + place, reason).error());
}

tl::unexpected<base::Error> wrong(const FactField& field, const char* reason) {
    return wrong(QStringLiteral(".properties.") + field.name, reason);
}

bool has(const QJsonObject& json, std::initializer_list<const char*> allowed) {
    const QStringList keys = json.keys();
    return std::all_of(keys.begin(), keys.end(), [&](const QString& key) {
        return std::any_of(allowed.begin(), allowed.end(), [&](const char* name) { return key == QLatin1String(name); });
    });
}

/// Kept as it would be typed: what is taken in is tidied first.
bool isTidy(const QString& text) {
    return !text.isEmpty() && text.size() <= limits::longestLine && text == tidied(text) && isPlain(text);
}

base::Result<FactField> choiceField(FactField field, const QJsonObject& json) {
    field.type = FactType::Choice;
    for (const QJsonValue& choice : json.value(QLatin1String("enum")).toArray())
        field.choices << choice.toString();
    if (!has(json, {"type", "enum"}) || field.choices.isEmpty())
        return wrong(field, "a choice is a list of words");
    if (field.choices.size() > mostChoices)
        return wrong(field, "more than 200 choices");
    for (const QString& choice : field.choices) {
        if (!isTidy(choice))
            return wrong(field, "a choice is a list of words");
        if (field.choices.count(choice) > 1)
            return wrong(field, "a choice is given twice");
    }
    return field;
}

base::Result<FactField> textField(FactField field, const QJsonObject& json) {
    if (json.contains(QLatin1String("enum")))
        return choiceField(std::move(field), json);
    if (json.contains(QLatin1String("format"))) {
        constexpr std::pair<const char*, FactType> formats[] = {{"date", FactType::Date}, {"time", FactType::Time}, {"entry", FactType::Entry}};
        const QString format = json.value(QLatin1String("format")).toString();
        const auto known =
            std::find_if(std::begin(formats), std::end(formats), [&](const auto& each) { return format == QLatin1String(each.first); });
        if (!has(json, {"type", "format"}) || known == std::end(formats))
            return wrong(field, "the formats are date, time and entry");
        field.type = known->second;
        field.longest = field.type == FactType::Entry ? longestEntry : field.type == FactType::Time ? longestTime : 0;
        return field;
    }
    field.shortest = json.value(QLatin1String("minLength")).toInt(json.contains(QLatin1String("minLength")) ? -1 : 0);
    field.longest = json.value(QLatin1String("maxLength")).toInt(-1);
    if (!has(json, {"type", "minLength", "maxLength"}) || field.longest < 1 || field.longest > limits::longestReason)
        return wrong(field, "a text has a maxLength of 1 to 2000");
    if (field.shortest < 0 || field.shortest > field.longest)
        return wrong(field, "a minLength is 0 to maxLength");
    return field;
}

base::Result<FactField> numberField(FactField field, const QJsonObject& json) {
    field.type = FactType::Number;
    field.least = json.value(QLatin1String("minimum")).toInteger(-1);
    field.most = json.value(QLatin1String("maximum")).toInteger(-1);
    if (!has(json, {"type", "minimum", "maximum"}) || field.least < 0 || field.most < field.least || field.most > limits::largestAmount)
        return wrong(field, "a whole number has a minimum and a maximum from 0 up");
    return field;
}

base::Result<FactField> fieldOf(const QString& name, const QJsonValue& value) {
    static const QRegularExpression plain(QStringLiteral("\\A[a-z][A-Za-z0-9]{0,39}\\z"));
    FactField field;
    field.name = name.left(40);
    if (!plain.match(name).hasMatch())
        return wrong(field, "a fact's name is letters and digits");
    const QJsonObject json = value.toObject();
    const QString type = json.value(QLatin1String("type")).toString();
    if (type == QLatin1String("string"))
        return textField(std::move(field), json);
    if (type == QLatin1String("integer"))
        return numberField(std::move(field), json);
    if (type == QLatin1String("boolean") && has(json, {"type"})) {
        field.type = FactType::YesNo;
        return field;
    }
    return wrong(field, "unknown type");
}

/// The schema's own words, whose mistakes would else be taken for "no facts" or "none required".
base::Outcome checkSchema(const QJsonObject& schema) {
    const auto isOrAbsent = [&](const char* name, QJsonValue::Type type) {
        const QJsonValue value = schema.value(QLatin1String(name));
        return value.isUndefined() || value.type() == type;
    };
    if (!has(schema, {"$schema", "type", "properties", "required", "additionalProperties"}))
        return wrong(QString(), "unknown keyword");
    if (schema.value(QLatin1String("type")) != QLatin1String("object") || !isOrAbsent("$schema", QJsonValue::String))
        return wrong(QStringLiteral(".type"), "facts are an object");
    if (!schema.value(QLatin1String("properties")).isObject())
        return wrong(QStringLiteral(".properties"), "must be an object");
    if (!isOrAbsent("required", QJsonValue::Array))
        return wrong(QStringLiteral(".required"), "must be a list");
    if (schema.value(QLatin1String("additionalProperties")).toBool(false) || !isOrAbsent("additionalProperties", QJsonValue::Bool))
        return wrong(QStringLiteral(".additionalProperties"), "no other facts are taken: leave it out, or false");
    return base::done();
}

}

base::Result<std::vector<FactField>> factFields(const QJsonObject& schema) {
    std::vector<FactField> fields;
    if (schema.isEmpty())
        return fields;
    if (const auto sound = checkSchema(schema); !sound)
        return base::fail(sound.error());
    const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
    const QJsonArray required = schema.value(QLatin1String("required")).toArray();
    if (properties.size() > limits::mostFacts)
        return wrong(QStringLiteral(".properties"), "too many");
    for (qsizetype i = 0; i < required.size(); ++i)
        if (!required[i].isString() || !properties.contains(required[i].toString()))
            return wrong(QStringLiteral(".required[%1]").arg(i), "required, but not declared");
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        auto field = fieldOf(it.key(), it.value());
        if (!field)
            return base::fail(field.error());
        field->required = required.contains(it.key());
        fields.push_back(std::move(*field));
    }
    return fields;
}

bool isExactTime(const QString& text) {
    const QTime time = QTime::fromString(text, QStringLiteral("HH:mm"));
    return time.isValid() && time.toString(QStringLiteral("HH:mm")) == text;
}

bool canBe(const FactField& field, const QJsonValue& value) {
    switch (field.type) {
    case FactType::Text:
    case FactType::Entry: {
        const QString text = value.toString();
        const qsizetype length = text.toUcs4().size();
        return value.isString() && text == tidied(text) && length >= qMax(field.shortest, 1) && length <= field.longest;
    }
    case FactType::Number: {
        const qint64 number = value.toInteger(-1);
        return static_cast<double>(number) == value.toDouble(-2) && number >= field.least && number <= field.most;
    }
    case FactType::Choice:
        return value.isString() && field.choices.contains(value.toString());
    case FactType::YesNo:
        return value.isBool();
    case FactType::Date:
        return base::isExactDate(value.toString());
    case FactType::Time:
        return isExactTime(value.toString());
    }
    return false;
}

}
