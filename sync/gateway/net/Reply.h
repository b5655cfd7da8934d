#pragma once

#include "app/base/Result.h"
#include "sync/gateway/net/Answer.h"

#include <QJsonObject>

namespace motcua::gateway::reply {

Answer empty(int status);
Answer json(int status, const QJsonObject& body);
Answer jsonText(int status, const QByteArray& body);
/// The same, packed with gzip: worth it for pages of the feed on a slow line.
Answer packedJson(int status, const QByteArray& body);
/// Problem details (RFC 9457) with the status that belongs to the code. What is wrong inside the platform is not told.
Answer error(const base::Error& error);
Answer error(const char* code);
/// 200 with the value, or the error.
template <class T>
Answer result(const base::Result<T>& outcome, QJsonObject (*write)(const T&)) {
    return outcome ? json(200, write(*outcome)) : error(outcome.error());
}
/// The words of a status line.
const char* reasonOf(int status);

}
