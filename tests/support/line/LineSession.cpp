#include "tests/support/line/LineSession.h"

#include "sync/protocol/HttpDate.h"
#include "tests/support/line/HttpText.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTimer>

#include <utility>

namespace motcua::test {

namespace {

constexpr int lateMs = 120;

QByteArray reply(const QByteArray& status, const QByteArray& body, const QByteArray& headers = {}) {
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}

}

LineSession::LineSession(FaultyLine& line, QSslSocket* station, QObject* parent) : QObject(parent), m_line(line), m_station(station) {
    station->setParent(this);
    connect(station, &QSslSocket::readyRead, this, &LineSession::stationSpoke);
    connect(station, &QSslSocket::disconnected, this, &QObject::deleteLater);
    connect(&m_platform, &QSslSocket::readyRead, this, &LineSession::platformSpoke);
    connect(&m_platform, &QSslSocket::disconnected, this, &LineSession::breakOff);
    connect(&m_platform, &QSslSocket::errorOccurred, this, &LineSession::breakOff);
    const Behind& behind = line.m_behind;
    if (behind.port != 0) {
        QSslConfiguration tls = m_platform.sslConfiguration();
        tls.setCaCertificates(QSslCertificate::fromData(behind.authority));
        tls.setLocalCertificateChain(QSslCertificate::fromData(behind.station.certificate));
        tls.setPrivateKey(QSslKey(behind.station.key, QSsl::Ec));
        m_platform.setSslConfiguration(tls);
        m_platform.connectToHostEncrypted(QString::fromLatin1(behind.host), behind.port);
    }
    stationSpoke();
}

void LineSession::breakOff() {
    m_station->abort();
    deleteLater();
}

void LineSession::stationSpoke() {
    m_fromStation += m_station->readAll();
    if (m_requestSize == 0 && headSize(m_fromStation) > 0)
        beginRequest();
    if (m_requestSize > 0 && m_fromStation.size() >= m_requestSize)
        requestWhole();
}

void LineSession::beginRequest() {
    const qsizetype head = headSize(m_fromStation);
    m_requestSize = head + contentLength(m_fromStation.left(head));
    m_isHead = m_fromStation.startsWith("HEAD ");
    m_fault = m_line.nextFault();
    if (m_fault == Fault::CutBefore)
        breakOff();
}

void LineSession::requestWhole() {
    m_request = m_fromStation.left(m_requestSize);
    m_fromStation.remove(0, std::exchange(m_requestSize, 0));
    switch (m_fault) {
    case Fault::CutBefore:
        return;
    case Fault::CutDuring:
        m_platform.write(m_request.left(m_request.size() / 2));
        m_platform.flush();
        return breakOff();
    case Fault::ServerError:
        return answer(reply("500 Internal Server Error", R"({"code":"platform.failed","detail":{}})"));
    case Fault::Busy:
        return answer(reply("503 Service Unavailable", "<html>busy</html>"));
    case Fault::Redirect:
        return answer(reply("302 Found", "", "Location: https://127.0.0.1:9/elsewhere\r\n"));
    case Fault::Clock:
        return answer(reply("200 OK", R"({"status":"ok","version":"1","time":)" + QByteArray::number(QDateTime::currentMSecsSinceEpoch()) + "}",
            "Date: " + protocol::httpDate(QDateTime::currentDateTimeUtc()) + "\r\n"));
    case Fault::Endless:
        m_station->write("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n" + QByteArray(80 * 1024 * 1024, ' '));
        return;
    default:
        m_repeat = m_fault == Fault::Twice;
        if (m_line.m_behind.port != 0)
            m_platform.write(m_request);
    }
}

void LineSession::platformSpoke() {
    m_fromPlatform += m_platform.readAll();
    while (const qsizetype size = wholeMessage(m_fromPlatform, m_isHead)) {
        const QByteArray whole = m_fromPlatform.left(size);
        m_fromPlatform.remove(0, size);
        if (std::exchange(m_repeat, false))
            m_platform.write(m_request);
        else
            replyWhole(whole);
    }
}

void LineSession::replyWhole(const QByteArray& whole) {
    switch (m_fault) {
    case Fault::CutAfter:
        return breakOff();
    case Fault::CutInReply:
        m_station->write(whole.left(whole.size() / 2));
        m_station->disconnectFromHost();
        return;
    case Fault::ServerErrorAfter:
        return answer(reply("502 Bad Gateway", ""));
    case Fault::Garbage:
        m_station->write(QByteArray(300, '\x7f') + "\r\n\r\n");
        m_station->disconnectFromHost();
        return;
    case Fault::WrongJson:
        return answer(reply("200 OK", R"({"mark":[1,2],"items":{"a":1},"more":"yes"})"));
    case Fault::Forged:
        return answer(reply("200 OK", R"({"mark":{"seq":60,"head":")" + QByteArray(64, 'a') + R"(","signature":"MEUCIQ=="},"seq":60,"head":")" +
                                          QByteArray(64, 'a') + R"(","signature":"MEUCIQ==","items":[],"more":false})"));
    case Fault::Stall:
        return;
    case Fault::DayBefore: {
        QByteArray dated = whole;
        const qsizetype from = dated.indexOf("\r\nDate: ") + 8;
        const QByteArray date = dated.mid(from, dated.indexOf("\r\n", from) - from);
        dated.replace(from, date.size(), protocol::httpDate(protocol::httpDateIn(date).addDays(-1)));
        return answer(dated);
    }
    case Fault::ReplyTwice:
        return answer(whole + whole);
    case Fault::Late:
        QTimer::singleShot(lateMs, this, [this, whole] { answer(whole); });
        return;
    default:
        return answer(whole);
    }
}

void LineSession::answer(const QByteArray& bytes) {
    m_station->write(bytes);
}

}
