#include "sync/protocol/RefusalDetail.h"

#include <algorithm>
#include <array>

namespace motcua::protocol {

namespace {

constexpr qsizetype longestValue = 100;
constexpr std::array names{"field", "kind", "version", "state", "expected", "holder", "number", "year", "total", "spoiled"};

bool isPlain(QChar c) {
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'-';
}

bool mayTravel(const QString& value) {
    return !value.isEmpty() && value.size() <= longestValue && std::all_of(value.begin(), value.end(), isPlain);
}

}

QJsonObject refusalDetail(const QMap<QString, QString>& detail) {
    QJsonObject json;
    for (const char* name : names)
        if (const QString value = detail.value(QLatin1String(name)); mayTravel(value))
            json.insert(QLatin1String(name), value);
    return json;
}

QMap<QString, QString> refusalDetail(const QJsonObject& detail) {
    QMap<QString, QString> texts;
    for (const char* name : names)
        if (const QString value = detail.value(QLatin1String(name)).toString(); mayTravel(value))
            texts.insert(QLatin1String(name), value);
    return texts;
}

}
