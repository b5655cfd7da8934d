#include "app/station/SessionWatch.h"

#include "app/base/Logging.h"

#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QtConcurrent>

namespace motcua::station {

namespace {

const QString logind = QStringLiteral("org.freedesktop.login1");
const QString managerPath = QStringLiteral("/org/freedesktop/login1");
const QString manager = QStringLiteral("org.freedesktop.login1.Manager");
const QString session = QStringLiteral("org.freedesktop.login1.Session");
const QString properties = QStringLiteral("org.freedesktop.DBus.Properties");

QDBusMessage toManager(const QString& method, const QVariantList& arguments) {
    QDBusMessage call = QDBusMessage::createMethodCall(logind, managerPath, manager, method);
    call.setArguments(arguments);
    return call;
}

}

SessionWatch::~SessionWatch() {
    m_beginning.waitForFinished();
}

void SessionWatch::begin() {
    QFuture<bool> heard = QtConcurrent::run([this] { return listen(); });
    m_beginning = QFuture<void>(heard);
    heard.then(this, [this](bool isHeard) {
        if (isHeard)
            holdAwake();
        emit listening(isHeard);
    });
}

bool SessionWatch::listen() {
    constexpr int patience = 2000;
    m_bus = QDBusConnection::connectToBus(QDBusConnection::SystemBus, QStringLiteral("motcua-session"));
    if (!m_bus.isConnected())
        return false;
    // "auto": the session this program runs in, or else the one that its user sees.
    const QDBusMessage answer = m_bus.call(toManager(QStringLiteral("GetSession"), {QStringLiteral("auto")}), QDBus::Block, patience);
    const bool hasSession = answer.type() == QDBusMessage::ReplyMessage && !answer.arguments().isEmpty();
    const QString path = hasSession ? answer.arguments().constFirst().value<QDBusObjectPath>().path() : QString();
    bool heard = m_bus.connect(logind, managerPath, manager, QStringLiteral("PrepareForSleep"), this, SLOT(prepareForSleep(bool)));
    if (!path.isEmpty())
        heard = m_bus.connect(logind, path, session, QStringLiteral("Lock"), this, SLOT(lockAsked())) &&
                m_bus.connect(logind, path, properties, QStringLiteral("PropertiesChanged"), this, SLOT(sessionChanged(QString, QVariantMap))) &&
                heard;
    qCInfo(base::lcCounter) << "session:" << (path.isEmpty() ? "none" : "heard");
    return heard && !path.isEmpty();
}

/// The desktop says that its own lock is on.
void SessionWatch::sessionChanged(const QString& interface, const QVariantMap& changed) {
    if (interface == session && changed.value(QStringLiteral("LockedHint")).toBool())
        emit lockWanted();
}

void SessionWatch::prepareForSleep(bool asleep) {
    if (!asleep) {
        holdAwake();
        return;
    }
    emit lockWanted();
    m_awake = {};
}

void SessionWatch::holdAwake() {
    const QVariantList wish{
        QStringLiteral("sleep"), QStringLiteral("Một Cửa"), QStringLiteral("Khóa màn hình trước khi máy ngủ"), QStringLiteral("delay")};
    auto* answer = new QDBusPendingCallWatcher(m_bus.asyncCall(toManager(QStringLiteral("Inhibit"), wish)), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QDBusUnixFileDescriptor> held = *answer;
        if (!held.isError())
            m_awake = held.value();
        answer->deleteLater();
    });
}

}
