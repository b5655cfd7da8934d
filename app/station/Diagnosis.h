#pragma once

#include "app/base/Clock.h"
#include "app/counter/Upkeep.h"
#include "app/domain/ports/ForeignPages.h"
#include "app/domain/ports/Paper.h"
#include "app/domain/ports/Scanner.h"
#include "app/station/StationCard.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <memory>

namespace motcua::station {

/// What there is to say about a station to whoever supports it: the program, the disk, the journal, the certificates, then the line, the
/// printers, the scanners and who reads foreign files one after the other. Ends once, with finished(). Thread: GUI or main; the journal is read on a
/// worker.
class Diagnosis : public QObject {
    Q_OBJECT

public:
    /// The ports outlive it.
    struct Devices {
        domain::ports::Printer& printer;
        domain::ports::Scanner& scanner;
        domain::ports::ForeignPages& pages;
    };
    Diagnosis(QString directory, const Devices& devices, const base::Clock& clock);
    ~Diagnosis() override;

    void begin();

signals:
    void finished(const std::vector<motcua::counter::Finding>& findings);

private:
    using About = counter::Finding::About;
    using State = counter::Finding::State;
    void add(About about, const QStringList& values, State state = State::Sound, const base::Error& error = {});
    void describeProgram();
    void describeDirectory();
    void describeCertificates();
    void lookAtLine();
    void lookAtPrinters();
    void lookAtScanners();
    void lookAtRoom();
    void describeRoom(const base::Error& error);

    QString m_directory;
    Devices m_devices;
    const base::Clock& m_clock;
    StationCard m_card;
    std::vector<counter::Finding> m_findings;
    QTcpSocket m_socket;
    QTimer m_deadline;
    std::unique_ptr<domain::ports::ScanJob> m_search;
    std::unique_ptr<domain::ports::OpenPages> m_trial;
};

/// What a verification says, for whoever is not to know journals.
base::Result<counter::Soundness> soundness(const QString& directory);

}
