#pragma once

#include "app/base/Json.h"

#include <array>
#include <string_view>
#include <utility>

/// JSON Schema (2020-12) of a struct that says its fields once (app/base/Json.h): the same describe() that writes and reads it makes what the
/// contract says of it. A struct inside another is a schema of its own, by its name.
namespace motcua::test {

namespace schema {

/// The name of a type without its namespaces, or of a value of an enum; empty: the enum has no such value.
template <class T>
QString nameOf() {
    constexpr std::string_view text = __PRETTY_FUNCTION__; // "… [with T = motcua::domain::Applicant; …]"
    constexpr size_t from = text.find("T = ") + 4;
    constexpr std::string_view name = text.substr(from, text.find_first_of(";]", from) - from);
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())).section(QStringLiteral("::"), -1);
}
template <class E, E value>
QString nameOfValue() {
    constexpr std::string_view text = __PRETTY_FUNCTION__; // "… value = motcua::domain::Origin::Typed; …" or "… = (motcua::domain::Origin)9; …"
    constexpr size_t from = text.find("value = ") + 8;
    constexpr std::string_view name = text.substr(from, text.find_first_of(";]", from) - from);
    return name[0] == '(' ? QString() : QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())).section(QStringLiteral("::"), -1);
}

template <class E, size_t... Value>
QJsonObject ofEnum(std::index_sequence<Value...>) {
    QJsonArray values;
    QJsonArray names;
    const std::array<QString, sizeof...(Value)> all{nameOfValue<E, static_cast<E>(Value)>()...};
    for (size_t i = 0; i < all.size(); ++i)
        if (!all.at(i).isEmpty()) {
            values.append(static_cast<int>(i));
            names.append(all.at(i));
        }
    return {{QStringLiteral("type"), QStringLiteral("integer")}, {QStringLiteral("enum"), values}, {QStringLiteral("x-enum-varnames"), names}};
}

inline QJsonObject typed(const char* type) {
    return {{QStringLiteral("type"), QLatin1String(type)}};
}

}

/// Collects the schemas of structs under "$defs".
class SchemaBook {
public:
    /// `{"$ref": "#/$defs/NAME"}`; the struct's own is added where it is not there.
    template <class T>
    QJsonObject add() {
        const QString name = schema::nameOf<T>();
        if (!m_defs.contains(name)) {
            m_defs.insert(name, QJsonObject()); // in case it holds itself
            m_defs.insert(name, object<T>());
        }
        return reference(name);
    }
    static QJsonObject reference(const QString& name) { return {{QStringLiteral("$ref"), QStringLiteral("#/$defs/") + name}}; }
    QJsonObject at(const QString& name) const { return m_defs.value(name).toObject(); }
    void insert(const QString& name, const QJsonObject& schema) { m_defs.insert(name, schema); }
    const QJsonObject& defs() const { return m_defs; }

private:
    struct Fields {
        SchemaBook& book;
        QJsonObject properties = {};
        template <class T>
        void operator()(const char* name, const T& value) {
            QJsonObject property = book.of<T>();
            // What is missing when reading keeps its default.
            if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>)
                property.insert(QStringLiteral("default"), base::toJsonValue(value));
            properties.insert(QLatin1String(name), property);
        }
    };

    template <class T>
    QJsonObject object() {
        Fields fields{*this};
        const T value{};
        T::describe(value, fields);
        QJsonObject schema = schema::typed("object");
        schema.insert(QStringLiteral("properties"), fields.properties);
        return schema;
    }

    template <class T>
    QJsonObject of() {
        constexpr size_t mostValues = 32;
        if constexpr (std::is_same_v<T, QString>)
            return schema::typed("string");
        else if constexpr (std::is_same_v<T, bool>)
            return schema::typed("boolean");
        else if constexpr (std::is_enum_v<T>)
            return schema::ofEnum<T>(std::make_index_sequence<mostValues>());
        else if constexpr (std::is_integral_v<T>)
            return schema::typed("integer");
        else if constexpr (std::is_same_v<T, double>)
            return schema::typed("number");
        else if constexpr (std::is_same_v<T, QJsonObject>)
            return schema::typed("object");
        else if constexpr (std::is_same_v<T, QJsonArray>)
            return schema::typed("array");
        else if constexpr (std::is_same_v<T, QJsonValue>)
            return {};
        else if constexpr (std::is_same_v<T, QStringList>)
            return listOf(schema::typed("string"));
        else if constexpr (std::is_same_v<T, QDate>)
            return {{QStringLiteral("type"), QStringLiteral("string")}, {QStringLiteral("format"), QStringLiteral("date")}};
        else if constexpr (std::is_same_v<T, QTime>)
            return {{QStringLiteral("type"), QStringLiteral("string")},
                {QStringLiteral("pattern"), QStringLiteral("^[0-2][0-9]:[0-5][0-9]:[0-5][0-9]$")}};
        else if constexpr (std::is_same_v<T, QDateTime>)
            return {{QStringLiteral("type"), QStringLiteral("integer")}, {QStringLiteral("description"), QStringLiteral("UTC milliseconds.")}};
        else if constexpr (base::detail::isNamed<T>)
            return ofNamed(T());
        else if constexpr (base::detail::isOptional<T>)
            return of<typename T::value_type>();
        else if constexpr (base::detail::isVector<T>)
            return listOf(of<typename T::value_type>());
        else
            return add<T>();
    }

    template <class Tag>
    static QJsonObject ofNamed(const base::Id<Tag>&) {
        return {{QStringLiteral("type"), QStringLiteral("string")}, {QStringLiteral("format"), QStringLiteral("uuid")}};
    }
    template <class Form>
    static QJsonObject ofNamed(const base::Constrained<Form>&) {
        QJsonObject text{{QStringLiteral("type"), QStringLiteral("string")}, {QStringLiteral("x-form"), schema::nameOf<Form>()}};
        if (schema::nameOf<Form>() == QLatin1String("BlobHashForm"))
            text.insert(QStringLiteral("pattern"), QStringLiteral("^[0-9a-f]{64}$"));
        return text;
    }
    static QJsonObject listOf(const QJsonObject& items) {
        return {{QStringLiteral("type"), QStringLiteral("array")}, {QStringLiteral("items"), items}};
    }

    QJsonObject m_defs;
};

}
