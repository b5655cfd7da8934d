#pragma once

#include "sync/protocol/Address.h"
#include "sync/protocol/Messages.h"
#include "sync/protocol/RecordCodec.h"

#include <QJsonDocument>

#include <httplib.h>

#include <optional>
#include <vector>

namespace motcua::test {

/// What a station that knows of refused records sends with its batches.
inline httplib::Headers refusedStand() {
    return {{protocol::header::refused, protocol::header::refusedStand}};
}

/// Pushes records in one request; nothing when the answer was not 200.
inline std::optional<protocol::PushAnswer> push(
    httplib::SSLClient& client, const std::vector<protocol::Record>& records, const httplib::Headers& headers = {}) {
    QByteArray body("{\"records\":[");
    for (const protocol::Record& record : records) {
        if (!body.endsWith('['))
            body.append(',');
        protocol::appendJson(body, record);
    }
    body.append("]}");
    const auto answer = client.Post("/v1/records", headers, body.constData(), static_cast<size_t>(body.size()), "application/json");
    if (!answer || answer->status != 200)
        return std::nullopt;
    const auto text = QByteArray::fromStdString(answer->body);
    return base::fromJson<protocol::PushAnswer>(QJsonDocument::fromJson(text).object());
}

}
