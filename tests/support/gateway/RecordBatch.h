#pragma once

#include "sync/protocol/Messages.h"
#include "sync/protocol/RecordCodec.h"

#include <QJsonDocument>

#include <httplib.h>

#include <optional>
#include <vector>

namespace motcua::test {

/// Pushes records in one request; nothing when the answer was not 200.
inline std::optional<protocol::PushAnswer> push(httplib::SSLClient& client, const std::vector<protocol::Record>& records) {
    QByteArray body("{\"records\":[");
    for (const protocol::Record& record : records) {
        if (!body.endsWith('['))
            body.append(',');
        protocol::appendJson(body, record);
    }
    body.append("]}");
    const auto answer = client.Post("/v1/records", body.constData(), static_cast<size_t>(body.size()), "application/json");
    if (!answer || answer->status != 200)
        return std::nullopt;
    const auto text = QByteArray::fromStdString(answer->body);
    return base::fromJson<protocol::PushAnswer>(QJsonDocument::fromJson(text).object());
}

}
