#include "Province.h"

#include "Line.h"
#include "Must.h"

#include "sync/gateway/CommandLine.h"

#include <QUrl>

namespace motcua::recorder {

namespace {

// fb30b3b has no way to look on while a station enrols, and the station's new key cannot be had before, so the line
// cannot stand in between. An explicit instantiation may name a private member ([temp.spec]): the listener's own logger
// then tells what passed.
gateway::Listener& enrolmentListenerOf(gateway::Server& server);

template <auto Member>
struct Opened {
    friend gateway::Listener& enrolmentListenerOf(gateway::Server& server) { return server.*Member; }
};
template struct Opened<&gateway::Server::m_enrolment>;

QMap<QByteArray, QByteArray> contentTypeOf(const httplib::Headers& headers) {
    QMap<QByteArray, QByteArray> kept;
    if (const auto type = headers.find("Content-Type"); type != headers.end())
        kept.insert("content-type", QByteArray::fromStdString(type->second));
    return kept;
}

}

std::vector<gateway::NewCode> Province::found() const {
    const QString catalogue = QStringLiteral(MOTCUA_SOURCE_DIR "/resources/catalogue");
    return must(gateway::found({.folder = m_folder,
                                   .hosts = {QStringLiteral("localhost"), QLatin1String(Line::stationsSide), QLatin1String(Line::gatewaysSide)},
                                   .catalogue = catalogue,
                                   .catalogueVersion = QStringLiteral("2025-12-01"),
                                   .unit = QStringLiteral("H49.30"),
                                   .isTraining = true},
                    m_clock),
        "the gateway could not be founded")
        .codes;
}

void Province::open() {
    m_lock = std::make_unique<gateway::ServeLock>(must(gateway::ServeLock::take(m_folder), "the gateway's folder is in use"));
    m_platform = must(gateway::Platform::open(m_folder, m_clock), "the gateway could not be opened");
}

void Province::serve() {
    open();
    m_server = std::make_unique<gateway::Server>(*m_platform,
        gateway::Server::Plan{.host = Line::gatewaysSide, .port = Line::port, .enrolmentPort = Line::port + 1, .publicHost = Line::stationsSide});
    enrolmentListenerOf(*m_server).http().set_logger([this](const httplib::Request& request, const httplib::Response& response) {
        Exchange exchange;
        exchange.at = m_clock.now().toMSecsSinceEpoch();
        exchange.method = QByteArray::fromStdString(request.method);
        exchange.target = QByteArray::fromStdString(request.target);
        exchange.requestHeaders = contentTypeOf(request.headers);
        exchange.requestBody = QByteArray::fromStdString(request.body);
        exchange.status = response.status;
        exchange.responseHeaders = contentTypeOf(response.headers);
        exchange.responseBody = QByteArray::fromStdString(response.body);
        m_enrolments.add(exchange);
    });
    must(m_server->start(), "the gateway does not serve");
}

void Province::stop() {
    m_server.reset();
    m_platform.reset();
    m_lock.reset();
}

QString Province::enrolmentUrl() const {
    QUrl url(m_server->enrolmentUrl());
    url.setHost(QLatin1String(Line::gatewaysSide));
    return url.toString();
}

void Province::command(const QStringList& words) const {
    const QStringList line = QStringList{QStringLiteral("motcua-gateway")} + words + QStringList{QStringLiteral("--data"), m_folder};
    if (gateway::CommandLine(m_clock).run(line) != 0)
        giveUp("a command at the gateway failed", {words.join(QLatin1Char(' '))});
}

}
