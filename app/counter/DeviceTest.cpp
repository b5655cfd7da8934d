#include "app/counter/DeviceTest.h"

#include <QDir>
#include <QSaveFile>

#include <algorithm>

namespace motcua::counter {

using domain::ports::ScanJob;
using domain::ports::ScannedPage;

DeviceTest::DeviceTest(const Ports& ports, const Desk& desk, const Printing& printing, const Scanning& scanning)
    : m_ports(ports), m_desk(desk), m_printing(printing), m_scanning(scanning) {}

DeviceTest::~DeviceTest() = default;

base::Result<QByteArray> DeviceTest::sheet() const {
    const QDateTime now = base::toVietnamTime(m_ports.clock.now());
    const QString queue = m_printing.target().queue;
    const QJsonObject values{{QStringLiteral("unit"), m_desk.settings().name}, {QStringLiteral("desk"), m_desk.stationName()},
        {QStringLiteral("queue"), queue.isEmpty() ? QStringLiteral("–") : queue},
        {QStringLiteral("printed"), now.toString(QStringLiteral("HH:mm dd/MM/yyyy"))}, {QStringLiteral("testCode"), codeText()}};
    return m_ports.forms.render(QStringLiteral("test-sheet"), values);
}

void DeviceTest::print() {
    const auto pdf = sheet();
    if (pdf)
        send(*pdf);
    else
        emit printFailed(pdf.error());
}

void DeviceTest::send(const QByteArray& pdf) {
    const PrintTarget& target = m_printing.target();
    if (!target.pdfDirectory.isEmpty()) {
        QDir().mkpath(target.pdfDirectory);
        QSaveFile file(target.pdfDirectory + QStringLiteral("/test-sheet.pdf"));
        if (file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size() && file.commit())
            emit printed({});
        else
            emit printFailed({QStringLiteral("file.write-failed"), {{QStringLiteral("reason"), file.errorString()}}});
        return;
    }
    m_ports.printer.print({pdf, QStringLiteral("test-sheet"), target.queue, QStringLiteral("A4"), 1})
        .then(this, [this](const base::Result<domain::ports::PrintReceipt>& receipt) {
            if (receipt)
                emit printed(receipt->queue);
            else
                emit printFailed(receipt.error());
        });
}

base::Result<domain::ports::ScanRequest> DeviceTest::request() const {
    if (m_job || m_scanning.isBusy())
        return base::fail(QStringLiteral("scan.busy"));
    const auto devices = m_scanning.devices();
    domain::ports::ScanRequest request;
    request.device = m_scanning.device().isEmpty() && !devices.empty() ? devices.front().id : m_scanning.device();
    if (request.device.isEmpty())
        return base::fail(QStringLiteral("scan.no-device"));
    const auto chosen = std::find_if(devices.begin(), devices.end(), [&](const auto& device) { return device.id == request.device; });
    request.feeder = chosen == devices.end() || chosen->feeder;
    request.dropBlank = false;
    return request;
}

void DeviceTest::scan() {
    const auto wanted = request();
    if (!wanted) {
        emit scanFailed(wanted.error());
        return;
    }
    m_page.reset();
    m_job = m_ports.scanner.scan(*wanted);
    connect(m_job.get(), &ScanJob::pageRead, this, [this](const ScannedPage& page) {
        if (!m_page)
            m_page = page;
    });
    connect(m_job.get(), &ScanJob::finished, this, &DeviceTest::ended);
}

void DeviceTest::ended(const base::Error& error) {
    m_job.release()->deleteLater();
    if (m_page)
        emit scanned(*m_page);
    else
        emit scanFailed(error.code.isEmpty() ? base::Error{QStringLiteral("scan.no-paper")} : error);
    m_page.reset();
}

}
