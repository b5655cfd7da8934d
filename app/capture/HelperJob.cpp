#include "app/capture/HelperJob.h"

#include "app/base/Logging.h"
#include "app/capture/PageMessage.h"
#include "app/capture/Retire.h"

#include <QJsonDocument>
#include <QPointer>

#include <csignal>
#include <fcntl.h>

namespace motcua::capture {

using domain::ports::ScannedPage;
using domain::ports::ScannerDevice;

namespace {

constexpr int silenceTicks = 10;
/// No heap of files that the helper takes has more; one that goes on has been taken over.
constexpr int mostPages = 10'000;
constexpr qint64 mostBytes = 16LL << 30;

base::Error helperDied(const QString& reason) {
    return {QStringLiteral("scan.helper-died"), {{QStringLiteral("reason"), reason}}, nullptr, true};
}

/// A decoder brought down by a file, as against a process that somebody or the system stopped.
bool isCrash(int signal) {
    return signal == SIGSEGV || signal == SIGABRT || signal == SIGBUS || signal == SIGFPE || signal == SIGILL || signal == SIGSYS;
}

base::Error errorOf(const FailureNotice& notice) {
    base::Error error{notice.code};
    for (auto it = notice.detail.begin(); it != notice.detail.end(); ++it)
        error.detail.insert(it.key(), it.value().toString());
    error.retryable = notice.code.startsWith(QLatin1String("scan."));
    return error;
}

template <class Notice>
Notice noticeOf(const QByteArray& payload) {
    return base::fromJson<Notice>(QJsonDocument::fromJson(payload).object());
}

}

HelperJob::HelperJob(HelperSettings settings, HelperRequest request, QStringList files)
    : m_settings(std::move(settings)), m_request(std::move(request)), m_files(std::move(files)), m_process(new QProcess) {
    m_process->setProcessEnvironment(m_settings.environment);
    m_process->setStandardErrorFile(QProcess::nullDevice());
    m_silence.setInterval(m_settings.silenceMs / silenceTicks);
    m_grace.setSingleShot(true);
    m_grace.setInterval(m_settings.graceMs);
    connect(m_process, &QProcess::readyReadStandardOutput, this, &HelperJob::readMessages);
    connect(m_process, &QProcess::finished, this, &HelperJob::concludeByExit);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        conclude(helperDied(QStringLiteral("not-started")));
        end();
    });
    connect(&m_silence, &QTimer::timeout, this, &HelperJob::countSilence);
    connect(&m_grace, &QTimer::timeout, this, &HelperJob::kill);
    m_life.setSingleShot(true);
    connect(&m_life, &QTimer::timeout, this, &HelperJob::giveUp);
    // The caller connects first.
    QMetaObject::invokeMethod(this, &HelperJob::start, Qt::QueuedConnection);
}

HelperJob::~HelperJob() {
    m_process->disconnect(this);
    retire(m_process);
}

void HelperJob::start() {
    if (m_result)
        return end();
    listenAnew();
    if (m_request.task == HelperTask::Import)
        m_life.start(m_settings.importMs);
    openFiles();
    m_process->start(m_settings.program, {}, QIODevice::ReadWrite);
    m_process->write(encoded({MessageType::Request, QJsonDocument(base::toJson(m_request)).toJson(QJsonDocument::Compact)}));
}

/// In the child alone they outlive the start of the helper.
void HelperJob::openFiles() {
    for (const QString& path : m_files)
        m_open.push_back(OpenFile::toRead(path));
    for (const OpenFile& file : m_open)
        m_request.files.push_back(file.number());
    m_process->setChildProcessModifier([files = m_request.files] {
        for (const int file : files)
            if (file >= 0)
                ::fcntl(file, F_SETFD, 0);
    });
    connect(m_process, &QProcess::started, this, [this] { m_open.clear(); });
}

void HelperJob::cancel() {
    if (m_result || m_ended)
        return;
    conclude({QStringLiteral("scan.cancelled")});
    if (m_process->state() != QProcess::NotRunning)
        m_process->write(encoded({MessageType::Cancel}));
}

void HelperJob::readMessages() {
    if (m_ended || m_killed)
        return;
    if (!m_result)
        listenAnew();
    const QByteArray bytes = m_process->readAllStandardOutput();
    m_heard += bytes.size();
    m_reader.feed(bytes);
    const QPointer<HelperJob> self(this);
    while (const auto message = m_reader.next()) {
        const bool sound = handle(*message);
        // Whoever received the page may have dropped the job.
        if (!self)
            return;
        if (!sound) {
            conclude(helperDied(QStringLiteral("malformed")));
            return kill();
        }
    }
    if (m_reader.isMalformed()) {
        conclude(helperDied(QStringLiteral("malformed")));
        kill();
    }
}

bool HelperJob::handle(const Message& message) {
    switch (message.type) {
    case MessageType::Alive:
    case MessageType::Room:
        return true;
    case MessageType::File:
        ++m_file;
        return true;
    case MessageType::Device: {
        const auto notice = noticeOf<DeviceNotice>(message.payload);
        emit deviceFound(ScannerDevice{notice.id, notice.label, notice.feeder});
        return !notice.id.isEmpty();
    }
    case MessageType::Page:
        return deliverPage(message.payload);
    case MessageType::Blank:
        emit blankDropped(noticeOf<BlankNotice>(message.payload).page);
        return true;
    case MessageType::Failed: {
        const auto notice = noticeOf<FailureNotice>(message.payload);
        conclude(named(errorOf(notice)));
        return !notice.code.isEmpty();
    }
    case MessageType::Finished:
        conclude({});
        return true;
    case MessageType::Request:
    case MessageType::Cancel:
    case MessageType::Content:
    case MessageType::Draw:
    case MessageType::Picture:
        return false;
    }
    return false;
}

/// With the file that it is about: a helper on its last legs does not say which.
base::Error HelperJob::named(base::Error error) const {
    const QString file = QStringLiteral("file");
    if (m_request.task == HelperTask::Import && m_file > 0 && !error.detail.contains(file))
        error.detail.insert(file, QString::number(m_file));
    return error;
}

bool HelperJob::deliverPage(const QByteArray& payload) {
    const base::Result<ScannedPage> page = pageFromPayload(payload);
    if (!page || ++m_pages > mostPages || m_heard > mostBytes)
        return false;
    emit pageRead(*page);
    return true;
}

void HelperJob::listenAnew() {
    m_silentTenths = 0;
    m_silence.start();
}

/// Counted in tenths: a machine that stood still, or a counter that was busy, misses one of them and not the whole patience.
void HelperJob::countSilence() {
    if (++m_silentTenths >= silenceTicks)
        giveUp();
}

void HelperJob::giveUp() {
    const bool running = m_process->state() == QProcess::Running;
    // Files are given up by name: nobody is to guess which one it was.
    if (m_request.task == HelperTask::Import && m_file > 0)
        conclude(named({QStringLiteral("import.too-long")}));
    conclude({QStringLiteral("scan.timed-out"),
        {{QStringLiteral("heard"), QString::number(m_heard)},
            {QStringLiteral("helper"), running ? QStringLiteral("running") : QStringLiteral("starting")}},
        nullptr, true});
    kill();
}

/// The first reason stands; what follows is only the helper's way out, which gets the grace and no more.
void HelperJob::conclude(base::Error error) {
    m_silence.stop();
    if (m_result)
        return;
    m_result = std::move(error);
    m_grace.start();
}

void HelperJob::concludeByExit(int exitCode, QProcess::ExitStatus status) {
    const QPointer<HelperJob> self(this);
    readMessages();
    if (!self)
        return;
    if (!m_result && m_request.task == HelperTask::Import && status == QProcess::CrashExit && isCrash(exitCode))
        conclude(named({QStringLiteral("import.damaged")}));
    conclude(helperDied(status == QProcess::CrashExit ? QStringLiteral("crashed") : QStringLiteral("left")));
    end();
}

void HelperJob::kill() {
    if (m_killed) {
        // Stuck in the kernel, out of reach of SIGKILL: the counter does not wait for it.
        return end();
    }
    m_killed = true;
    m_process->kill();
    m_grace.start();
}

void HelperJob::end() {
    if (m_ended)
        return;
    m_ended = true;
    m_silence.stop();
    m_life.stop();
    m_grace.stop();
    const base::Error error = m_result.value_or(base::Error{});
    if (!error.code.isEmpty())
        qCInfo(base::lcCapture).noquote() << "ended:" << error.toLogLine();
    emit finished(error);
}

}
