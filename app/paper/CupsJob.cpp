#include "app/paper/CupsJob.h"

#include "app/base/Logging.h"
#include "app/paper/PrinterReasons.h"
#include "app/paper/WaitingJob.h"

#include <QCryptographicHash>
#include <QSemaphore>

#include <cups/cups.h>

namespace motcua::paper {

namespace {

constexpr int pollMs = 100;
constexpr int complaintsInARow = 8;
constexpr qsizetype chunkBytes = 64 * 1024;

int number(ipp_t* message, const char* name) {
    ipp_attribute_t* attribute = ippFindAttribute(message, name, IPP_TAG_ZERO);
    return attribute ? ippGetInteger(attribute, 0) : 0;
}

/// The first reason that needs a person at the printer, or nothing.
QString complaint(ipp_t* message, const char* name) {
    ipp_attribute_t* attribute = ippFindAttribute(message, name, IPP_TAG_KEYWORD);
    for (int i = 0; attribute && i < ippGetCount(attribute); ++i)
        if (const QString reason = QString::fromLatin1(ippGetString(attribute, i, nullptr)); stopsPrinting(reason))
            return reason;
    return {};
}

/// One look's pause; on a thread of its own, and nobody waits for it but this request.
void pause() {
    QSemaphore().tryAcquire(1, pollMs);
}

}

CupsJob::CupsJob(CupsConnection& connection, const domain::ports::PrintRequest& request)
    : m_connection(connection), m_request(request), m_queue(request.queue) {}

base::Result<domain::ports::PrintReceipt> CupsJob::print(std::chrono::milliseconds within) {
    if (const auto found = findQueue(); !found)
        return base::fail(found.error());
    if (const auto created = create(); !created)
        return base::fail(created.error());
    if (const auto sent = send(); !sent) {
        discard();
        // The last word may have been lost on its way: then the document is there all the same.
        return base::fail(withJob(sent.error()));
    }
    if (const auto settled = settle(within); !settled)
        return base::fail(settled.error());
    const QByteArray hash = QCryptographicHash::hash(m_request.pdf, QCryptographicHash::Sha256).toHex();
    qCInfo(base::lcPaper) << "spooled job" << m_id << "of" << m_request.pdf.size() << "bytes";
    return domain::ports::PrintReceipt{m_queue, m_id, QString::fromLatin1(hash), m_sides};
}

base::Outcome CupsJob::findQueue() {
    if (m_queue.isEmpty()) {
        const char* name = cupsGetDefault2(m_connection.http());
        if (!name)
            return m_connection.isOver() ? base::fail(m_connection.failure(m_queue)) : base::fail(QStringLiteral("print.no-queue"));
        m_queue = QString::fromUtf8(name);
    }
    m_uri = CupsConnection::uriOf(m_queue);
    const auto printer = m_connection.ask(IPP_OP_GET_PRINTER_ATTRIBUTES, m_uri, 0, {"printer-is-accepting-jobs", "copies-supported"});
    if (!printer)
        return base::fail(m_connection.failure(m_queue));
    ipp_attribute_t* accepts = ippFindAttribute(printer.get(), "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    if (accepts && !ippGetBoolean(accepts, 0))
        return base::fail(
            QStringLiteral("print.refused"), {{QStringLiteral("queue"), m_queue}, {QStringLiteral("reason"), QStringLiteral("not-accepting-jobs")}});
    int most = m_request.copies;
    if (ipp_attribute_t* range = ippFindAttribute(printer.get(), "copies-supported", IPP_TAG_RANGE))
        ippGetRange(range, 0, &most);
    if (most >= 1 && most < m_request.copies)
        return base::fail(
            QStringLiteral("print.too-many-copies"), {{QStringLiteral("queue"), m_queue}, {QStringLiteral("most"), QString::number(most)}});
    return base::done();
}

base::Outcome CupsJob::create() {
    cups_option_t* options = nullptr;
    int count = 0;
    count = cupsAddOption("copies", QByteArray::number(m_request.copies).constData(), count, &options);
    count = cupsAddOption("media", m_request.media.toUtf8().constData(), count, &options);
    count = cupsAddOption("print-scaling", "none", count, &options); // an attestation's place is exact to the mm
    m_id = cupsCreateJob(m_connection.http(), m_queue.toUtf8().constData(), m_request.title.toUtf8().constData(), count, options);
    cupsFreeOptions(count, options);
    if (m_id == 0)
        return base::fail(m_connection.failure(m_queue));
    return base::done();
}

base::Outcome CupsJob::send() {
    const QByteArray queue = m_queue.toUtf8();
    http_t* http = m_connection.http();
    http_status_t status = cupsStartDocument(http, queue.constData(), m_id, m_request.title.toUtf8().constData(), CUPS_FORMAT_PDF, 1);
    const QByteArray& pdf = m_request.pdf;
    for (qsizetype at = 0; at < pdf.size() && status == HTTP_STATUS_CONTINUE; at += chunkBytes) {
        if (m_connection.isOver())
            break;
        const qsizetype size = qMin(chunkBytes, pdf.size() - at);
        status = cupsWriteRequestData(http, pdf.constData() + at, static_cast<size_t>(size));
    }
    if (status != HTTP_STATUS_CONTINUE)
        return base::fail(QStringLiteral("print.spooler-unreachable"), {{QStringLiteral("queue"), m_queue}});
    if (m_connection.isOver() || cupsFinishDocument(http, queue.constData()) > IPP_STATUS_OK_EVENTS_COMPLETE)
        return base::fail(m_connection.failure(m_queue));
    return base::done();
}

base::Outcome CupsJob::settle(std::chrono::milliseconds within) {
    const QDeadlineTimer settled(within);
    int complaints = 0;
    do {
        const auto job = m_connection.ask(
            IPP_OP_GET_JOB_ATTRIBUTES, m_uri, m_id, {"job-state", "job-state-reasons", "job-impressions-completed", "job-media-sheets-completed"});
        const auto printer = m_connection.ask(IPP_OP_GET_PRINTER_ATTRIBUTES, m_uri, 0, {"printer-state", "printer-state-reasons"});
        if (!job || !printer)
            return base::done(); // the spooler has acknowledged the document; what it does now is its own
        const int state = number(job.get(), "job-state");
        m_sides = sidesIn(job.get());
        if (state == IPP_JSTATE_COMPLETED)
            return base::done();
        if (state == IPP_JSTATE_ABORTED || state == IPP_JSTATE_CANCELED)
            return base::fail(QStringLiteral("print.refused"), {{QStringLiteral("queue"), m_queue}, {QStringLiteral("ended"), QString::number(m_id)},
                                                                   {QStringLiteral("sides"), QString::number(m_sides)},
                                                                   {QStringLiteral("reason"), QLatin1String(ippEnumString("job-state", state))}});
        if (state == IPP_JSTATE_STOPPED || state == IPP_JSTATE_HELD)
            return base::fail(stopped(QLatin1String(ippEnumString("job-state", state))));
        if (number(printer.get(), "printer-state") == IPP_PSTATE_STOPPED)
            return base::fail(stopped(QStringLiteral("paused")));
        // A sheet that is on its way out when the last one is taken from the tray is a sheet that has come out.
        const QString reason = complaint(printer.get(), "printer-state-reasons");
        complaints = reason.isEmpty() ? 0 : complaints + 1;
        if (complaints == complaintsInARow)
            return base::fail(stopped(reason));
        pause();
        // One sheet that the printer has begun comes out; of several it is seen at the end how many did.
    } while ((m_request.copies > 1 || !settled.hasExpired()) && !m_connection.isOver());
    m_sides = 0;
    return base::done();
}

/// A job whose document did not arrive whole must not be printed later behind the clerk's back.
void CupsJob::discard() {
    if (!m_connection.isOver())
        cupsCancelJob2(m_connection.http(), m_queue.toUtf8().constData(), m_id, 1);
}

base::Error CupsJob::withJob(base::Error error) const {
    error.detail.insert(QStringLiteral("queue"), m_queue);
    error.detail.insert(QStringLiteral("job"), QString::number(m_id));
    return error;
}

base::Error CupsJob::stopped(const QString& reason) const {
    return withJob({QStringLiteral("print.stopped"), {{QStringLiteral("reason"), reason}}});
}

}
