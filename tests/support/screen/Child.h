#pragma once

#include <QProcess>
#include <QStringList>

namespace motcua::test {

/// A program that ends with whoever started it: also when that crashes.
class Child : public QProcess {
public:
    Child();
    ~Child() override;

    /// Starts it and waits for its first line on standard output, which is returned without its end; empty when none comes.
    QByteArray firstLine(const QString& program, const QStringList& arguments);
    /// SIGTERM, then SIGKILL for what does not hear it.
    void end();
};

}
