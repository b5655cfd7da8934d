#include "app/capture/DrawingHelper.h"

#include "app/base/Logging.h"
#include "app/capture/PictureMessage.h"
#include "app/capture/Retire.h"

#include <QJsonDocument>
#include <QPointer>

namespace motcua::capture {

namespace {

base::Error notShown(const QString& reason) {
    return {QStringLiteral("page.not-shown"), {{QStringLiteral("reason"), reason}}, nullptr, true};
}

QByteArray jsonOf(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

}

DrawingHelper::DrawingHelper(const HelperSettings& settings) : m_process(new QProcess) {
    m_process->setProcessEnvironment(settings.environment);
    m_process->setStandardErrorFile(QProcess::nullDevice());
    m_patience.setSingleShot(true);
    m_patience.setInterval(settings.drawMs);
    connect(m_process, &QProcess::readyReadStandardOutput, this, &DrawingHelper::readMessages);
    connect(m_process, &QProcess::finished, this, [this] {
        const QPointer<DrawingHelper> self(this);
        readMessages();
        if (self)
            end(notShown(QStringLiteral("died")));
    });
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end({QStringLiteral("page.no-reader")});
    });
    connect(&m_patience, &QTimer::timeout, this, [this] { end(notShown(QStringLiteral("too-slow"))); });
    HelperRequest request;
    request.task = HelperTask::Draw;
    m_process->start(settings.program, {}, QIODevice::ReadWrite);
    m_process->write(encoded({MessageType::Request, jsonOf(base::toJson(request))}));
}

DrawingHelper::~DrawingHelper() {
    m_process->disconnect(this);
    retire(m_process);
}

void DrawingHelper::open(const QByteArray& content) {
    m_process->write(encoded({MessageType::Content, content}));
}

void DrawingHelper::draw(const DrawOrder& order) {
    m_isAsked = true;
    m_patience.start();
    m_process->write(encoded({MessageType::Draw, jsonOf(base::toJson(order))}));
}

void DrawingHelper::readMessages() {
    if (m_hasEnded)
        return;
    m_reader.feed(m_process->readAllStandardOutput());
    const QPointer<DrawingHelper> self(this);
    while (const auto message = m_reader.next()) {
        const bool isSound = handle(*message);
        // Whoever received the page may have dropped this.
        if (!self || m_hasEnded)
            return;
        if (!isSound)
            return endNonsense();
    }
    if (m_reader.isMalformed())
        endNonsense();
}

bool DrawingHelper::handle(const Message& message) {
    if (message.type == MessageType::Room && !m_isShutIn) {
        m_isShutIn = true;
        emit roomTold(base::fromJson<RoomNotice>(QJsonDocument::fromJson(message.payload).object()));
        return true;
    }
    if (message.type == MessageType::Failed) {
        const auto notice = base::fromJson<FailureNotice>(QJsonDocument::fromJson(message.payload).object());
        end(notShown(notice.code.left(40)));
        return true;
    }
    if (message.type != MessageType::Picture || !m_isShutIn || !m_isAsked)
        return false;
    const auto page = drawnFromPayload(message.payload);
    if (!page)
        return false;
    m_isAsked = false;
    m_patience.stop();
    emit drawn(*page);
    return true;
}

void DrawingHelper::endNonsense() {
    end(notShown(QStringLiteral("nonsense")));
}

void DrawingHelper::end(const base::Error& error) {
    if (m_hasEnded)
        return;
    m_hasEnded = true;
    m_patience.stop();
    m_process->kill();
    qCInfo(base::lcCapture).noquote() << "drawing ended:" << error.toLogLine();
    emit ended(error);
}

}
