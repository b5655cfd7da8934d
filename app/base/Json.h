#pragma once

#include "app/base/Constrained.h"
#include "app/base/Id.h"

#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <type_traits>
#include <vector>

/// A struct that says its fields once can be written to JSON and read back:
///
///     struct Paper {
///         QString name;
///         int quantity = 1;
///         template <class Self, class Visitor>
///         static void describe(Self& self, Visitor&& field) {
///             field("name", self.name);
///             field("quantity", self.quantity);
///         }
///     };
///
/// Empty strings, lists and optionals are left out when writing; what is missing when reading keeps its default, so a field
/// that a later version adds does no harm to an older record. Dates are "yyyy-MM-dd", moments are UTC milliseconds, enums are
/// their numbers.
namespace motcua::base {

struct JsonWriter;
struct JsonReader;

template <class T>
QJsonValue toJsonValue(const T& value);
template <class T>
void fromJsonValue(const QJsonValue& json, T& value);

template <class T>
QJsonObject toJson(const T& value);
template <class T>
T fromJson(const QJsonObject& json);

namespace detail {
template <class T>
inline constexpr bool isOptional = false;
template <class T>
inline constexpr bool isOptional<std::optional<T>> = true;
template <class T>
inline constexpr bool isVector = false;
template <class T>
inline constexpr bool isVector<std::vector<T>> = true;
template <class T>
inline constexpr bool isNamed = false;
template <class T>
inline constexpr bool isNamed<Id<T>> = true;
template <class T>
inline constexpr bool isNamed<Constrained<T>> = true;

template <class T>
bool isBlank(const T& value) {
    if constexpr (isOptional<T>)
        return !value.has_value();
    else if constexpr (std::is_same_v<T, QJsonValue>)
        return value.isNull() || value.isUndefined();
    else if constexpr (isVector<T>)
        return value.empty();
    else if constexpr (std::is_same_v<T, QString> || std::is_same_v<T, QStringList> || std::is_same_v<T, QJsonObject> ||
                       std::is_same_v<T, QJsonArray>)
        return value.isEmpty();
    else if constexpr (std::is_same_v<T, QDate> || std::is_same_v<T, QTime> || std::is_same_v<T, QDateTime>)
        return !value.isValid();
    else if constexpr (isNamed<T>)
        return value.isNull();
    else
        return false;
}
}

struct JsonWriter {
    QJsonObject json;
    template <class T>
    void operator()(const char* name, const T& value) {
        if (!detail::isBlank(value))
            json.insert(QLatin1String(name), toJsonValue(value));
    }
};

struct JsonReader {
    const QJsonObject& json;
    template <class T>
    void operator()(const char* name, T& value) {
        const auto it = json.constFind(QLatin1String(name));
        if (it != json.constEnd())
            fromJsonValue(*it, value);
    }
};

template <class T>
QJsonValue toJsonValue(const T& value) {
    if constexpr (std::is_same_v<T, QString> || std::is_same_v<T, bool> || std::is_same_v<T, int> || std::is_same_v<T, double> ||
                  std::is_same_v<T, QJsonObject> || std::is_same_v<T, QJsonArray> || std::is_same_v<T, QJsonValue>)
        return QJsonValue(value);
    else if constexpr (std::is_integral_v<T>)
        return QJsonValue(static_cast<qint64>(value));
    else if constexpr (std::is_enum_v<T>)
        return QJsonValue(static_cast<int>(value));
    else if constexpr (std::is_same_v<T, QStringList>)
        return QJsonArray::fromStringList(value);
    else if constexpr (std::is_same_v<T, QDate>)
        return value.toString(Qt::ISODate);
    else if constexpr (std::is_same_v<T, QTime>)
        return value.toString(Qt::ISODate);
    else if constexpr (std::is_same_v<T, QDateTime>)
        return QJsonValue(value.toMSecsSinceEpoch());
    else if constexpr (detail::isNamed<T>)
        return value.toString();
    else if constexpr (detail::isOptional<T>)
        return toJsonValue(*value);
    else if constexpr (detail::isVector<T>) {
        QJsonArray array;
        for (const auto& item : value)
            array.append(toJsonValue(item));
        return array;
    } else
        return toJson(value);
}

template <class T>
void fromJsonValue(const QJsonValue& json, T& value) {
    if constexpr (std::is_same_v<T, QString>)
        value = json.toString();
    else if constexpr (std::is_same_v<T, bool>)
        value = json.toBool(value);
    else if constexpr (std::is_same_v<T, double>)
        value = json.toDouble(value);
    else if constexpr (std::is_same_v<T, QJsonValue>)
        value = json;
    else if constexpr (std::is_same_v<T, QJsonObject>)
        value = json.toObject();
    else if constexpr (std::is_same_v<T, QJsonArray>)
        value = json.toArray();
    else if constexpr (std::is_integral_v<T>)
        value = static_cast<T>(json.toInteger(static_cast<qint64>(value)));
    else if constexpr (std::is_enum_v<T>)
        value = static_cast<T>(json.toInt(static_cast<int>(value)));
    else if constexpr (std::is_same_v<T, QStringList>) {
        const QJsonArray array = json.toArray();
        value.clear();
        for (const QJsonValue& item : array)
            value.append(item.toString());
    } else if constexpr (std::is_same_v<T, QDate>)
        value = QDate::fromString(json.toString(), Qt::ISODate);
    else if constexpr (std::is_same_v<T, QTime>)
        value = QTime::fromString(json.toString(), Qt::ISODate);
    else if constexpr (std::is_same_v<T, QDateTime>)
        value = QDateTime::fromMSecsSinceEpoch(json.toInteger(), Qt::UTC);
    else if constexpr (detail::isNamed<T>)
        value = T::fromString(json.toString());
    else if constexpr (detail::isOptional<T>) {
        typename T::value_type inner{};
        fromJsonValue(json, inner);
        value = std::move(inner);
    } else if constexpr (detail::isVector<T>) {
        const QJsonArray array = json.toArray();
        value.clear();
        value.reserve(static_cast<size_t>(array.size()));
        for (const QJsonValue& item : array) {
            typename T::value_type inner{};
            fromJsonValue(item, inner);
            value.push_back(std::move(inner));
        }
    } else
        value = fromJson<T>(json.toObject());
}

template <class T>
QJsonObject toJson(const T& value) {
    JsonWriter writer;
    T::describe(value, writer);
    return writer.json;
}

template <class T>
T fromJson(const QJsonObject& json) {
    T value{};
    JsonReader reader{json};
    T::describe(value, reader);
    return value;
}

}
