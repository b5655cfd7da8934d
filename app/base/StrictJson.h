#pragma once

#include "app/base/Json.h"

#include <cmath>
#include <limits>

namespace motcua::base {

/// What does not fit in JSON from outside. `place` is a path such as "fee.steps[1].upTo"; blank: the whole.
struct JsonFault {
    QString place;
    const char* reason = "";
};

/// Names that the struct does not have: a fault, or what a later version adds.
enum class UnknownNames { Faults, Passed };

/// Where fromJson() would leave something out or put a default in its place: an unknown name, a value of another type, a number that
/// is not whole or does not fit. What is an object or a list of its own (QJsonObject, QJsonArray, QJsonValue) is not looked into. An empty text is
/// no id, and where unknown names are passed no date, as if it were left out.
template <class T, UnknownNames unknown = UnknownNames::Faults>
std::optional<JsonFault> jsonFault(const QJsonValue& json, const QString& place = {});

/// Whether a text is a day of the calendar as JSON has it, "2027-01-01" and nothing like it.
inline bool isExactDate(const QString& text) {
    const QDate date = QDate::fromString(text, Qt::ISODate);
    return date.isValid() && date.toString(Qt::ISODate) == text;
}

namespace detail {

inline QString member(const QString& place, const QString& name) {
    return place.isEmpty() ? name : place + QLatin1Char('.') + name;
}

inline QString element(const QString& place, qsizetype index) {
    return QStringLiteral("%1[%2]").arg(place).arg(index);
}

template <UnknownNames unknown>
struct JsonJudge {
    const QJsonObject& json;
    const QString& place;
    QStringList known = {};
    std::optional<JsonFault> fault = {};

    template <class T>
    void operator()(const char* name, const T&) {
        const QString field = QLatin1String(name);
        if constexpr (unknown == UnknownNames::Faults)
            known << field;
        if (const QJsonValue value = json.value(field); !fault && !value.isUndefined())
            fault = jsonFault<T, unknown>(value, member(place, field));
    }
};

template <class T>
bool isWhole(const QJsonValue& json) {
    const double value = json.toDouble(0.5);
    return value == std::floor(value) && std::abs(value) < 9'007'199'254'740'992.0 && value >= static_cast<double>(std::numeric_limits<T>::min()) &&
           value <= static_cast<double>(std::numeric_limits<T>::max());
}

template <class Items>
std::optional<JsonFault> listFault(const QJsonValue& json, const QString& place, Items&& faultOfItem) {
    if (!json.isArray())
        return JsonFault{place, "must be a list"};
    const QJsonArray array = json.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        if (auto fault = faultOfItem(array.at(i), element(place, i)))
            return fault;
    return std::nullopt;
}

template <class T, UnknownNames unknown>
std::optional<JsonFault> objectFault(const QJsonValue& json, const QString& place) {
    if (!json.isObject())
        return JsonFault{place, "must be an object"};
    const QJsonObject object = json.toObject();
    const T value{};
    JsonJudge<unknown> judge{object, place};
    T::describe(value, judge);
    if (judge.fault || unknown == UnknownNames::Passed)
        return judge.fault;
    for (const QString& name : object.keys())
        if (!judge.known.contains(name))
            return JsonFault{member(place, name.left(60)), "unknown name"};
    return std::nullopt;
}

}

template <class T, UnknownNames unknown>
std::optional<JsonFault> jsonFault(const QJsonValue& json, const QString& place) {
    const auto unless = [&place](bool fits, const char* reason) { return fits ? std::nullopt : std::optional(JsonFault{place, reason}); };
    if constexpr (std::is_same_v<T, QString>)
        return unless(json.isString(), "must be a text");
    else if constexpr (std::is_same_v<T, bool>)
        return unless(json.isBool(), "must be true or false");
    else if constexpr (std::is_same_v<T, double>)
        return unless(json.isDouble(), "must be a number");
    else if constexpr (std::is_same_v<T, QJsonValue>)
        return unless(!json.isNull(), "null is no value: leave it out");
    else if constexpr (std::is_same_v<T, QJsonObject>)
        return unless(json.isObject(), "must be an object");
    else if constexpr (std::is_same_v<T, QJsonArray>)
        return unless(json.isArray(), "must be a list");
    else if constexpr (std::is_enum_v<T>)
        return unless(detail::isWhole<int>(json), "must be a whole number");
    else if constexpr (std::is_integral_v<T>)
        return unless(detail::isWhole<T>(json), "must be a whole number");
    else if constexpr (std::is_same_v<T, QStringList>)
        return detail::listFault(json, place, jsonFault<QString, unknown>);
    else if constexpr (std::is_same_v<T, QDate>)
        return unless(
            isExactDate(json.toString()) || (unknown == UnknownNames::Passed && json == QJsonValue(QString())), "must be a date such as 2027-01-01");
    else if constexpr (std::is_same_v<T, QDateTime>)
        return unless(detail::isWhole<qint64>(json), "must be a whole number");
    else if constexpr (detail::isNamed<T>)
        return unless(json.isString() && (json.toString().isEmpty() || !T::fromString(json.toString()).isNull()), "must be an id");
    else if constexpr (detail::isOptional<T>)
        return jsonFault<typename T::value_type, unknown>(json, place);
    else if constexpr (detail::isVector<T>)
        return detail::listFault(json, place, jsonFault<typename T::value_type, unknown>);
    else
        return detail::objectFault<T, unknown>(json, place);
}

}
