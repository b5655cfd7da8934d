#include "app/admin/Diagnosis.h"

#include "app/base/Clock.h"
#include "app/capture/SaneScanner.h"
#include "app/journal/log/Verify.h"
#include "app/paper/CupsPrinter.h"

#include <QCoreApplication>
#include <QSslCertificate>
#include <QStorageInfo>
#include <QSysInfo>
#include <QUrl>

namespace motcua::admin {

namespace {
constexpr int lineDeadline = 5'000;
}

Diagnosis::Diagnosis(QString directory, Words words) : m_directory(std::move(directory)), m_words(words) {
    m_deadline.setSingleShot(true);
}

Diagnosis::~Diagnosis() = default;

void Diagnosis::line(const QString& name, const QString& value) {
    m_page.append(name + QStringLiteral(": ") + value);
}

void Diagnosis::begin() {
    m_card = station::StationCard::read(m_directory).value_or(station::StationCard());
    describeProgram();
    describeDirectory();
    describeCertificate();
    lookAtLine();
}

void Diagnosis::describeProgram() {
    line(m_words.pick(QStringLiteral("Phiên bản"), QStringLiteral("Version")),
        QStringLiteral("%1, Qt %2, %3")
            .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion()), QSslSocket::sslLibraryVersionString()));
    line(m_words.pick(QStringLiteral("Hệ điều hành"), QStringLiteral("System")), QSysInfo::prettyProductName());
    const QDateTime now = base::SystemClock().now();
    line(m_words.pick(QStringLiteral("Đồng hồ (Việt Nam)"), QStringLiteral("Clock (Viet Nam)")),
        base::toVietnamTime(now).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
}

void Diagnosis::describeDirectory() {
    const QStorageInfo disk(m_directory);
    line(m_words.pick(QStringLiteral("Thư mục dữ liệu"), QStringLiteral("Data folder")), m_directory);
    line(m_words.pick(QStringLiteral("Dung lượng còn trống"), QStringLiteral("Free space")),
        QStringLiteral("%1 MB / %2 MB").arg(disk.bytesAvailable() >> 20).arg(disk.bytesTotal() >> 20));
    line(
        m_words.pick(QStringLiteral("Trạm"), QStringLiteral("Station")), QStringLiteral("%1 (%2, %3)").arg(m_card.name, m_card.unit, m_card.station));
    const auto checked = journal::verify(m_directory);
    const QString journal = m_words.pick(QStringLiteral("Nhật ký"), QStringLiteral("Journal"));
    if (!checked)
        line(journal, m_words.of(checked.error()));
    else if (checked->faults.empty())
        line(journal, m_words.pick(QStringLiteral("nguyên vẹn, %1 sự kiện, %2 tệp quét"), QStringLiteral("sound, %1 events, %2 scans"))
                          .arg(checked->events)
                          .arg(checked->blobs));
    else
        line(journal, m_words.pick(QStringLiteral("CÓ %1 LỖI, đầu tiên: %2"), QStringLiteral("%1 FAULTS, the first: %2"))
                          .arg(checked->faults.size())
                          .arg(checked->faults.front().place));
    if (checked && !checked->unread.isEmpty())
        line(m_words.pick(QStringLiteral("Tỉnh gửi nhưng không đọc được"), QStringLiteral("Sent by the province, but unreadable")),
            checked->unread.join(QStringLiteral(", ")));
}

void Diagnosis::describeCertificate() {
    const auto dates = [](const QString& pem) {
        const auto certificates = QSslCertificate::fromData(pem.toLatin1());
        if (certificates.isEmpty())
            return QStringLiteral("-");
        return QStringLiteral("%1 … %2").arg(
            certificates.front().effectiveDate().toString(Qt::ISODate), certificates.front().expiryDate().toString(Qt::ISODate));
    };
    line(m_words.pick(QStringLiteral("Chứng thư của trạm"), QStringLiteral("Station's certificate")), dates(m_card.certificate));
    line(m_words.pick(QStringLiteral("Chứng thư gốc của tỉnh"), QStringLiteral("Province's root certificate")), dates(m_card.authority));
}

void Diagnosis::lookAtLine() {
    const QUrl gateway(m_card.gateway);
    const QString name = m_words.pick(QStringLiteral("Đường truyền"), QStringLiteral("Line"));
    if (gateway.host().isEmpty()) {
        line(name, QStringLiteral("-"));
        lookAtPrinters();
        return;
    }
    const auto end = [this, name, gateway](const QString& state) {
        m_deadline.stop();
        m_deadline.disconnect(this);
        m_socket.disconnect(this);
        m_socket.abort();
        line(name, QStringLiteral("%1:%2 %3").arg(gateway.host()).arg(gateway.port(443)).arg(state));
        lookAtPrinters();
    };
    connect(&m_socket, &QSslSocket::connected, this, [this, end] { end(m_words.pick(QStringLiteral("thông"), QStringLiteral("up"))); });
    connect(&m_socket, &QSslSocket::errorOccurred, this,
        [this, end] { end(m_words.pick(QStringLiteral("không thông: "), QStringLiteral("down: ")) + m_socket.errorString()); });
    connect(&m_deadline, &QTimer::timeout, this, [this, end] { end(m_words.pick(QStringLiteral("không trả lời"), QStringLiteral("no answer"))); });
    m_deadline.start(lineDeadline);
    m_socket.connectToHost(gateway.host(), static_cast<quint16>(gateway.port(443)));
}

void Diagnosis::lookAtPrinters() {
    auto printer = std::make_shared<paper::CupsPrinter>();
    printer->queues().then(this, [this, printer](const base::Result<QStringList>& queues) {
        line(m_words.pick(QStringLiteral("Máy in"), QStringLiteral("Printers")),
            queues ? queues->join(QStringLiteral(", ")) : m_words.of(queues.error()));
        lookAtScanners();
    });
}

void Diagnosis::lookAtScanners() {
    m_scanner = std::make_unique<capture::SaneScanner>();
    m_search = m_scanner->findDevices();
    connect(m_search.get(), &domain::ports::ScanJob::finished, this, [this](const base::Error& error) {
        QStringList labels;
        for (const domain::ports::ScannerDevice& device : m_scanner->devices())
            labels.append(device.label);
        line(m_words.pick(QStringLiteral("Máy quét"), QStringLiteral("Scanners")),
            error.code.isEmpty() ? labels.join(QStringLiteral(", ")) : m_words.of(error));
        emit finished(m_page.join(QLatin1Char('\n')));
    });
}

}
