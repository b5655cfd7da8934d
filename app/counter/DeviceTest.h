#pragma once

#include "app/counter/LooseSheet.h"
#include "app/counter/Scanning.h"

#include <memory>

namespace motcua::counter {

/// Tries the printer and the scanner with one sheet each: nothing is recorded and nothing is kept. Owner: Counter. Thread: GUI.
class DeviceTest : public QObject {
    Q_OBJECT

public:
    DeviceTest(const Ports& ports, const Desk& desk, const Printing& printing, const Scanning& scanning);
    ~DeviceTest() override;

    /// What the code on the printed sheet says: a scan that reads it has proved both devices.
    static QString codeText() { return QStringLiteral("MOTCUA-TEST"); }

public slots:
    /// Ends with printed() or printFailed().
    void print();
    /// Ends with scanned() or scanFailed(). One sheet of the feeder, or of the glass of a device without one.
    void scan();

signals:
    /// `queue`: where it went; empty: a file instead of a printer.
    void printed(const QString& queue);
    void printFailed(const motcua::base::Error& error);
    void scanned(const motcua::domain::ports::ScannedPage& page);
    void scanFailed(const motcua::base::Error& error);

private:
    base::Result<domain::ports::ScanRequest> request() const;
    void ended(const base::Error& error);

    Ports m_ports;
    const Desk& m_desk;
    const Printing& m_printing;
    const Scanning& m_scanning;
    LooseSheet m_sheet;
    std::unique_ptr<domain::ports::ScanJob> m_job;
    std::optional<domain::ports::ScannedPage> m_page;
};

}
