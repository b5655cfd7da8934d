#include "app/station/Diagnosis.h"

#include "app/journal/log/Verify.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSslCertificate>
#include <QSslSocket>
#include <QStorageInfo>
#include <QSysInfo>
#include <QUrl>
#include <QtConcurrent>

#include <chrono>

namespace motcua::station {

namespace {

constexpr std::chrono::seconds linePatience{5};
constexpr qint64 littleSpace = 1024; ///< MB
constexpr int httpsPort = 443;
constexpr int renewWithin = 60; ///< days

QString day(const QDateTime& moment) {
    return base::toVietnamTime(moment).toString(QStringLiteral("dd/MM/yyyy"));
}

}

base::Result<counter::Soundness> soundness(const QString& directory) {
    return journal::verify(directory).map([](const journal::Verification& checked) {
        return counter::Soundness{checked.events, checked.blobs, static_cast<qsizetype>(checked.faults.size()),
            checked.faults.empty() ? QString() : checked.faults.front().place};
    });
}

Diagnosis::Diagnosis(QString directory, const Devices& devices, const base::Clock& clock)
    : m_directory(std::move(directory)), m_devices(devices), m_clock(clock), m_deadline(this) {
    m_deadline.setSingleShot(true);
}

Diagnosis::~Diagnosis() = default;

void Diagnosis::add(About about, const QStringList& values, State state, const base::Error& error) {
    m_findings.push_back({about, values, state, error});
}

void Diagnosis::begin() {
    m_card = StationCard::read(m_directory).value_or(StationCard());
    describeProgram();
    describeDirectory();
    // Reads every page that is kept: seconds, on a desk that has worked for years.
    QtConcurrent::run([directory = m_directory] {
        return journal::verify(directory);
    }).then(this, [this](const base::Result<journal::Verification>& checked) {
        if (!checked)
            add(About::Journal, {}, State::Bad, checked.error());
        else if (checked->faults.empty())
            add(About::Journal, {QString::number(checked->events), QString::number(checked->blobs)});
        else
            add(About::Journal, {QString::number(checked->faults.size()), checked->faults.front().place}, State::Bad);
        if (checked && !checked->unread.isEmpty())
            add(About::Unread, checked->unread, State::Doubtful);
        describeCertificates();
        lookAtLine();
    });
}

void Diagnosis::describeProgram() {
    add(About::Program,
        {QCoreApplication::applicationVersion(), QStringLiteral("Qt %1").arg(QLatin1String(qVersion())), QSslSocket::sslLibraryVersionString()});
    add(About::System, {QSysInfo::prettyProductName()});
    add(About::Clock, {base::toVietnamTime(m_clock.now()).toString(QStringLiteral("dd/MM/yyyy HH:mm:ss"))});
}

void Diagnosis::describeDirectory() {
    const QStorageInfo disk(m_directory);
    constexpr int mega = 20;
    const qint64 free = disk.bytesAvailable() >> mega;
    add(About::DataDirectory, {QFileInfo(m_directory).absoluteFilePath()});
    add(About::Space, {QString::number(free), QString::number(disk.bytesTotal() >> mega)}, free < littleSpace ? State::Doubtful : State::Sound);
    add(About::Station, {m_card.name, m_card.unit, m_card.station}, m_card.station.isEmpty() ? State::Bad : State::Sound);
}

void Diagnosis::describeCertificates() {
    const auto describe = [this](About about, const QString& pem) {
        const auto certificates = QSslCertificate::fromData(pem.toLatin1());
        if (certificates.isEmpty())
            return add(about, {}, State::Bad);
        const QDateTime from = certificates.front().effectiveDate();
        const QDateTime until = certificates.front().expiryDate();
        const QDateTime now = m_clock.now();
        const State state = now < from || now > until ? State::Bad : now.daysTo(until) < renewWithin ? State::Doubtful : State::Sound;
        add(about, {day(from), day(until)}, state);
    };
    describe(About::Certificate, m_card.certificate);
    describe(About::RootCertificate, m_card.authority);
}

void Diagnosis::lookAtLine() {
    const QUrl gateway(m_card.gateway);
    if (gateway.host().isEmpty()) {
        add(About::Line, {}, State::Bad, {QStringLiteral("station.no-card")});
        lookAtPrinters();
        return;
    }
    const auto end = [this, gateway](bool isUp) {
        m_deadline.stop();
        m_deadline.disconnect(this);
        m_socket.disconnect(this);
        m_socket.abort();
        add(About::Line, {QStringLiteral("%1:%2").arg(gateway.host()).arg(gateway.port(httpsPort))}, isUp ? State::Sound : State::Doubtful,
            isUp ? base::Error() : base::Error{QStringLiteral("sync.no-line")});
        lookAtPrinters();
    };
    connect(&m_socket, &QTcpSocket::connected, this, [end] { end(true); });
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [end] { end(false); });
    connect(&m_deadline, &QTimer::timeout, this, [end] { end(false); });
    m_deadline.start(linePatience);
    m_socket.connectToHost(gateway.host(), static_cast<quint16>(gateway.port(httpsPort)));
}

void Diagnosis::lookAtPrinters() {
    m_devices.printer.queues().then(this, [this](const base::Result<QStringList>& queues) {
        const bool some = queues && !queues->isEmpty();
        add(About::Printers, queues.value_or(QStringList()), some ? State::Sound : State::Doubtful, queues ? base::Error() : queues.error());
        lookAtScanners();
    });
}

void Diagnosis::lookAtScanners() {
    m_search = m_devices.scanner.findDevices();
    connect(m_search.get(), &domain::ports::ScanJob::finished, this, [this](const base::Error& error) {
        QStringList labels;
        for (const domain::ports::ScannerDevice& device : m_devices.scanner.devices())
            labels.append(device.label);
        add(About::Scanners, labels, labels.isEmpty() ? State::Doubtful : State::Sound, error);
        lookAtRoom();
    });
}

/// Whoever is asked to read something says first what holds him.
void Diagnosis::lookAtRoom() {
    m_trial = m_devices.pages.open(QByteArray("no page"));
    connect(m_trial.get(), &domain::ports::OpenPages::failed, this, &Diagnosis::describeRoom);
    connect(m_trial.get(), &domain::ports::OpenPages::drawn, this, [this] { describeRoom({}); });
    m_trial->draw({});
}

void Diagnosis::describeRoom(const base::Error& error) {
    const auto room = m_devices.pages.room();
    QStringList lacking;
    if (room && !room->files)
        lacking << QStringLiteral("Landlock");
    if (room && !room->calls)
        lacking << QStringLiteral("seccomp");
    if (!room)
        add(About::ForeignFiles, {}, State::Bad, error);
    else if (lacking.isEmpty())
        add(About::ForeignFiles, {QStringLiteral("closed")});
    else
        add(About::ForeignFiles, lacking, State::Doubtful);
    emit finished(m_findings);
}

}
