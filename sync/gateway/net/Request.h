#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace motcua::gateway {

/// A request's head as a front has read and bounded it, and who asks. Plain data; read by any thread once it is made.
struct Request {
    struct Field {
        QByteArray name;
        QByteArray value;
    };

    QByteArray method;
    QByteArray path;  ///< up to the "?", as it came: nothing in it is escaped in an address of ours
    QByteArray query; ///< after it
    std::vector<Field> fields;
    bool isChunked = false;
    std::optional<qint64> length; ///< of the body, as announced
    QByteArray address;           ///< where it comes from
    QByteArray certificate;       ///< the peer's, DER; empty: none
    QByteArray argument;          ///< what the path names: an upload, a hash

    /// Without regard to case.
    bool has(const char* name) const;
    /// Empty where there is none. Of what the platform reads no field comes twice: such a request is refused.
    QByteArray header(const char* name) const;
    /// Of the query, unescaped.
    std::optional<QByteArray> parameter(const char* name) const;
    /// A whole number among the query's parameters, 0 to `most`; `fallback` where it is left out; nothing: malformed or out of range.
    std::optional<qint64> number(const char* name, qint64 fallback, qint64 most) const;
    bool hasBody() const { return isChunked || length.value_or(0) > 0; }
};

}
