#include "sync/gateway/net/Request.h"

#include <QByteArrayList>

#include <algorithm>

namespace motcua::gateway {

namespace {

auto fieldIn(const std::vector<Request::Field>& fields, const char* name) {
    return std::find_if(
        fields.begin(), fields.end(), [&](const Request::Field& field) { return field.name.compare(name, Qt::CaseInsensitive) == 0; });
}

}

bool Request::has(const char* name) const {
    return fieldIn(fields, name) != fields.end();
}

QByteArray Request::header(const char* name) const {
    const auto found = fieldIn(fields, name);
    return found == fields.end() ? QByteArray() : found->value;
}

std::optional<QByteArray> Request::parameter(const char* name) const {
    for (const QByteArray& pair : query.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals >= 0 && pair.left(equals) == name)
            return QByteArray::fromPercentEncoding(pair.mid(equals + 1));
    }
    return std::nullopt;
}

std::optional<qint64> Request::number(const char* name, qint64 fallback, qint64 most) const {
    const auto text = parameter(name);
    if (!text)
        return fallback;
    bool good = false;
    const qint64 value = text->toLongLong(&good);
    return good && value >= 0 && value <= most ? std::optional(value) : std::nullopt;
}

}
