#pragma once

#include "app/base/Result.h"

#include <QJsonObject>

namespace httplib {
struct Request;
struct Response;
}

namespace motcua::gateway::reply {

void json(httplib::Response& response, int status, const QJsonObject& body);
void jsonText(httplib::Response& response, int status, const QByteArray& body);
/// Problem details (RFC 9457) with the status that belongs to the code. What is wrong inside the platform is not told.
void error(httplib::Response& response, const base::Error& error);
/// 200 with the value, or the error.
template <class T>
void result(httplib::Response& response, const base::Result<T>& outcome, QJsonObject (*write)(const T&)) {
    if (outcome)
        json(response, 200, write(*outcome));
    else
        error(response, outcome.error());
}

}
