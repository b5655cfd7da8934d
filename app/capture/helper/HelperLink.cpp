#include "app/capture/helper/HelperLink.h"

#include "app/capture/PageMessage.h"
#include "app/capture/PictureMessage.h"

#include <QJsonDocument>

#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <thread>
#include <unistd.h>

namespace motcua::capture::helper {

namespace {

template <class Notice>
QByteArray jsonOf(const Notice& notice) {
    return QJsonDocument(base::toJson(notice)).toJson(QJsonDocument::Compact);
}

/// Some bytes from the counter; empty at its end.
QByteArray heard() {
    char piece[65536];
    ssize_t count = -1;
    do
        count = ::read(STDIN_FILENO, piece, sizeof piece);
    while (count < 0 && errno == EINTR);
    return count > 0 ? QByteArray(piece, static_cast<qsizetype>(count)) : QByteArray();
}

}

Link::Link() {
    m_out = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    ::dup2(nowhere, STDOUT_FILENO);
    ::close(nowhere);
}

std::optional<Message> Link::next() {
    for (;;) {
        if (auto message = m_reader.next())
            return message;
        const QByteArray bytes = heard();
        if (m_reader.isMalformed() || bytes.isEmpty())
            return {};
        m_reader.feed(bytes);
    }
}

std::optional<HelperRequest> Link::request() {
    const auto message = next();
    if (!message || message->type != MessageType::Request)
        return {};
    return base::fromJson<HelperRequest>(QJsonDocument::fromJson(message->payload).object());
}

void Link::listen() {
    std::thread([this] { hear(); }).detach();
}

void Link::hear() {
    for (;;) {
        while (const auto message = m_reader.next())
            if (message->type == MessageType::Cancel)
                m_cancelled = true;
        const QByteArray bytes = heard();
        if (bytes.isEmpty() || m_reader.isMalformed())
            break;
        m_reader.feed(bytes);
    }
    m_cancelled = true;
    // Time for the main thread to give the device back in good order.
    ::poll(nullptr, 0, 5'000);
    ::_exit(1);
}

void Link::send(const Message& message) {
    const QByteArray bytes = encoded(message);
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t count = ::write(m_out, bytes.constData() + sent, static_cast<size_t>(bytes.size() - sent));
        if (count < 0 && errno == EINTR)
            continue;
        // Nobody reads any more: there is nothing left to do in this life.
        if (count <= 0)
            ::_exit(1);
        sent += count;
    }
    m_sinceAlive.start();
}

void Link::room(const RoomNotice& notice) {
    send({MessageType::Room, jsonOf(notice)});
}

void Link::device(const DeviceNotice& notice) {
    send({MessageType::Device, jsonOf(notice)});
}

void Link::alive() {
    if (!m_sinceAlive.isValid() || m_sinceAlive.hasExpired(500))
        send({MessageType::Alive});
}

void Link::file() {
    send({MessageType::File});
}

void Link::page(const domain::ports::ScannedPage& page) {
    send({MessageType::Page, toPayload(page)});
}

void Link::page(FinishedPage finished) {
    domain::ports::ScannedPage told{
        std::move(finished.content), finished.mediaType, finished.width, finished.height, std::move(finished.codes), 1, std::nullopt};
    if (EncodedPage* untouched = finished.untouched ? &*finished.untouched : nullptr)
        told.untouched = {std::move(untouched->content), untouched->mediaType, untouched->width, untouched->height};
    page(told);
}

void Link::picture(const domain::ports::DrawnPage& page) {
    send({MessageType::Picture, toPayload(page)});
}

void Link::blank(int number) {
    send({MessageType::Blank, jsonOf(BlankNotice{number})});
}

void Link::failed(const base::Error& error) {
    FailureNotice notice{error.code, {}};
    for (auto it = error.detail.begin(); it != error.detail.end(); ++it)
        notice.detail.insert(it.key(), it.value());
    send({MessageType::Failed, jsonOf(notice)});
}

void Link::finished() {
    send({MessageType::Finished});
}

}
