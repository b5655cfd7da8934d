#include "app/paper/CupsConnection.h"

#include <QVarLengthArray>

#include <cups/cups.h>

#include <array>

namespace motcua::paper {

namespace {

/// A counter's station has no one to type a spooler's password, and CUPS would ask on a terminal.
const char* noPassword(const char*, http_t*, const char*, const char*, void*) {
    return nullptr;
}

}

void IppDelete::operator()(_ipp_s* ipp) const {
    ippDelete(ipp);
}

CupsConnection::CupsConnection(const QString& server, QDeadlineTimer deadline, const std::atomic_bool& cancelled)
    : m_server(server), m_deadline(deadline), m_cancelled(cancelled) {}

CupsConnection::~CupsConnection() {
    httpClose(m_http);
}

base::Outcome CupsConnection::open() {
    cupsSetPasswordCB2(noPassword, nullptr);
    cupsSetServer(m_server.isEmpty() ? nullptr : m_server.toUtf8().constData());
    const int left = static_cast<int>(qBound(qint64(1), m_deadline.remainingTime(), qint64(10'000)));
    m_http = httpConnect2(cupsServer(), ippPort(), nullptr, AF_UNSPEC, cupsEncryption(), 1, left, nullptr);
    if (!m_http)
        return isOver() ? base::fail(QStringLiteral("print.timed-out")) : base::fail(QStringLiteral("print.spooler-unreachable"));
    httpSetTimeout(m_http, 0.2, &CupsConnection::timedOut, this);
    return base::done();
}

bool CupsConnection::isOver() const {
    return m_cancelled || m_deadline.hasExpired();
}

int CupsConnection::timedOut(_http_s*, void* connection) {
    return static_cast<const CupsConnection*>(connection)->isOver() ? 0 : 1;
}

QString CupsConnection::uriOf(const QString& queue) {
    std::array<char, HTTP_MAX_URI> uri{};
    httpAssembleURIf(
        HTTP_URI_CODING_ALL, uri.data(), static_cast<int>(uri.size()), "ipp", nullptr, "localhost", 0, "/printers/%s", queue.toUtf8().constData());
    return QString::fromUtf8(uri.data());
}

IppMessage CupsConnection::ask(int operation, const QString& uri, int job, std::initializer_list<const char*> attributes) const {
    ipp_t* request = ippNewRequest(static_cast<ipp_op_t>(operation));
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uri.toUtf8().constData());
    if (job > 0)
        ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
    QVarLengthArray<const char*, 8> names;
    for (const char* name : attributes)
        names.append(name);
    ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", static_cast<int>(names.size()), nullptr, names.constData());
    IppMessage answer(cupsDoRequest(m_http, request, "/"));
    return cupsLastError() > IPP_STATUS_OK_EVENTS_COMPLETE ? nullptr : std::move(answer);
}

base::Error CupsConnection::failure(const QString& queue) const {
    const ipp_status_t status = cupsLastError();
    const QMap<QString, QString> detail{{QStringLiteral("queue"), queue}, {QStringLiteral("reason"), QString::fromLatin1(ippErrorString(status))}};
    if (isOver())
        return {QStringLiteral("print.timed-out"), detail};
    switch (status) {
    case IPP_STATUS_ERROR_NOT_FOUND:
        return {QStringLiteral("print.no-queue"), detail};
    case IPP_STATUS_ERROR_INTERNAL: // libcups's word for a connection that ended
    case IPP_STATUS_ERROR_SERVICE_UNAVAILABLE:
        return {QStringLiteral("print.spooler-unreachable"), detail};
    default:
        return {QStringLiteral("print.refused"), detail};
    }
}

}
