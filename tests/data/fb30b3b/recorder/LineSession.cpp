#include "LineSession.h"

#include "tests/support/line/HttpText.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

#include <utility>

namespace motcua::recorder {

namespace {

/// The message without one of its headers.
QByteArray without(const QByteArray& name, QByteArray message) {
    const qsizetype from = message.left(test::headSize(message)).toLower().indexOf("\r\n" + name + ":");
    if (from >= 0)
        message.remove(from, message.indexOf("\r\n", from + 2) - from);
    return message;
}

bool isForTheFeed(const QByteArray& request) {
    return request.startsWith("GET /v1/feed");
}

}

LineSession::LineSession(Line& line, QSslSocket* station) : QObject(&line), m_line(line), m_station(station) {
    station->setParent(this);
    const QString who = station->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
    connect(station, &QSslSocket::readyRead, this, &LineSession::stationSpoke);
    connect(station, &QSslSocket::disconnected, this, &QObject::deleteLater);
    const auto speaker = line.m_speakers.constFind(who);
    if (speaker == line.m_speakers.constEnd()) {
        breakOff();
        return;
    }
    m_name = speaker->name;
    connect(&m_gateway, &QSslSocket::readyRead, this, &LineSession::gatewaySpoke);
    connect(&m_gateway, &QSslSocket::disconnected, this, &LineSession::breakOff);
    connect(&m_gateway, &QSslSocket::errorOccurred, this, &LineSession::breakOff);
    QSslConfiguration tls = m_gateway.sslConfiguration();
    tls.setCaCertificates(QSslCertificate::fromData(speaker->credentials.authority));
    tls.setLocalCertificateChain(QSslCertificate::fromData(speaker->credentials.certificate));
    tls.setPrivateKey(QSslKey(speaker->credentials.key, QSsl::Ec));
    m_gateway.setSslConfiguration(tls);
    m_gateway.connectToHostEncrypted(QLatin1String(Line::gatewaysSide), Line::port);
    stationSpoke();
}

void LineSession::breakOff() {
    m_station->abort();
    deleteLater();
}

void LineSession::stationSpoke() {
    m_fromStation += m_station->readAll();
    const qsizetype size = test::wholeMessage(m_fromStation, false);
    if (size == 0 || !m_request.isEmpty())
        return;
    m_request = m_fromStation.left(size);
    m_fromStation.remove(0, size);
    if (!isForTheFeed(m_request))
        m_place = m_line.m_traffic.reserve();
    // Answers are to be read by people: not pressed.
    m_gateway.write(without("accept-encoding", m_request));
}

void LineSession::gatewaySpoke() {
    m_fromGateway += m_gateway.readAll();
    const qsizetype size = test::wholeMessage(m_fromGateway, m_request.startsWith("HEAD "));
    if (size == 0)
        return;
    const QByteArray answer = m_fromGateway.left(size);
    m_fromGateway.remove(0, size);
    const size_t place = isForTheFeed(m_request) ? m_line.m_traffic.reserve() : m_place;
    Exchange exchange = Exchange::of(std::exchange(m_request, {}), answer);
    exchange.station = m_name;
    exchange.at = m_line.m_clock.now().toMSecsSinceEpoch();
    m_line.m_traffic.put(place, exchange);
    // The day that is played is not today, and the station's transport knows the system's clock alone.
    m_station->write(without("date", answer));
    stationSpoke();
}

}
