#pragma once

#include "tests/support/screen/Seen.h"

#include <QDBusConnection>
#include <QStringList>

namespace motcua::test {

/// Reads the windows of one program over the accessibility bus, without a hand in the program. Used by one thread.
class Eyes {
public:
    /// `address`: of the accessibility bus; `process`: whose windows.
    Eyes(const QString& address, qint64 process);
    ~Eyes();

    /// What is shown now, from the front to the back of the tree. Empty when the program is not there (yet).
    std::vector<Seen> look();
    /// Names and texts of what is shown.
    QStringList words();

private:
    struct Node;

    bool findProgram();
    Node ask(const QString& path);
    void tell(std::vector<Node>& nodes, size_t index, int depth, std::vector<Seen>& seen);
    void readField(Seen& one);
    QDBusPendingCall send(const QString& path, const QString& interface, const QString& method, const QVariantList& arguments = {});

    QString m_name;
    QDBusConnection m_bus;
    qint64 m_process;
    QString m_service;
};

}
