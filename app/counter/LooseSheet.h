#pragma once

#include "app/counter/Desk.h"
#include "app/counter/Printing.h"

namespace motcua::counter {

/// Prints a sheet that belongs to no dossier and is on no record: a test, a separator. Owner: whoever prints it. Thread: GUI.
class LooseSheet : public QObject {
    Q_OBJECT

public:
    LooseSheet(const Ports& ports, const Printing& printing);

    /// `form`: one that comes with the program. Ends with printed() or failed().
    void print(const QString& form, const QJsonObject& values, int copies = 1);

signals:
    /// `queue`: where it went; empty: a file instead of a printer.
    void printed(const QString& queue);
    void failed(const motcua::base::Error& error);

private:
    void send(const QString& form, const QByteArray& pdf, int copies);

    Ports m_ports;
    const Printing& m_printing;
};

}
