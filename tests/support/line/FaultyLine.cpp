#include "tests/support/line/FaultyLine.h"

#include "tests/support/line/LineServer.h"

#include <QMutexLocker>

namespace motcua::test {

FaultyLine::FaultyLine(const Identity& platform, const Behind& behind) : m_server(new LineServer(*this)), m_behind(behind) {
    m_server->moveToThread(&m_thread);
    m_thread.start();
    setIdentity(platform);
    comeUp();
}

FaultyLine::~FaultyLine() {
    goDown();
    m_server->deleteLater();
    m_thread.quit();
    m_thread.wait();
}

void FaultyLine::goDown() {
    QMetaObject::invokeMethod(m_server, &LineServer::hangUp, Qt::BlockingQueuedConnection);
}

void FaultyLine::comeUp() {
    QMetaObject::invokeMethod(m_server, &LineServer::listen, Qt::BlockingQueuedConnection);
}

void FaultyLine::setIdentity(const Identity& platform) {
    QMetaObject::invokeMethod(
        m_server, [this, platform] { m_server->setIdentity(platform); }, Qt::BlockingQueuedConnection);
}

void FaultyLine::faultAt(int index, Fault fault) {
    const QMutexLocker lock(&m_mutex);
    m_faults.insert(index, fault);
}

void FaultyLine::faultAlways(Fault fault) {
    const QMutexLocker lock(&m_mutex);
    m_always = fault;
}

Fault FaultyLine::nextFault() {
    const QMutexLocker lock(&m_mutex);
    const Fault fault = m_faults.value(m_requests++, m_always);
    if (fault != Fault::None)
        ++m_faultsDone;
    return fault;
}

}
