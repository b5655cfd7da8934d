#include "app/counter/DeviceTest.h"

#include <algorithm>

namespace motcua::counter {

using domain::ports::ScanJob;
using domain::ports::ScannedPage;

DeviceTest::DeviceTest(const Ports& ports, const Desk& desk, const Printing& printing, const Scanning& scanning)
    : m_ports(ports), m_desk(desk), m_printing(printing), m_scanning(scanning), m_sheet(ports, printing) {
    connect(&m_sheet, &LooseSheet::printed, this, &DeviceTest::printed);
    connect(&m_sheet, &LooseSheet::failed, this, &DeviceTest::printFailed);
}

DeviceTest::~DeviceTest() = default;

void DeviceTest::print() {
    const QDateTime now = base::toVietnamTime(m_ports.clock.now());
    const QString queue = m_printing.target().queue;
    m_sheet.print(QStringLiteral("test-sheet"),
        {{QStringLiteral("unit"), m_desk.settings().name}, {QStringLiteral("desk"), m_desk.stationName()},
            {QStringLiteral("queue"), queue.isEmpty() ? QStringLiteral("–") : queue},
            {QStringLiteral("printed"), now.toString(QStringLiteral("HH:mm dd/MM/yyyy"))}, {QStringLiteral("testCode"), codeText()}});
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
