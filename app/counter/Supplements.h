#pragma once

#include "app/counter/CommandRunner.h"
#include "app/counter/PageSink.h"

namespace motcua::counter {

class Printing;

/// Supplements during processing: form 02 goes out, the clock stands still, papers come back. The papers that come back are
/// gathered here, each page sealed as it is read, until giveBack() makes them part of the folder. Owner: Counter. Thread: GUI.
class Supplements : public QObject, public PageSink {
    Q_OBJECT

public:
    Supplements(const Ports& ports, const Desk& desk, CommandRunner& runner, Printing& printing);

    /// Prints form 02.
    base::Outcome ask(domain::DossierId dossier, const QStringList& items, const QString& reason, const QString& legalBasis);

    /// Folders that wait for the citizen's papers.
    base::Result<std::vector<domain::ports::FolderRow>> waiting() const;
    /// Begins taking papers in for a folder.
    base::Outcome open(domain::DossierId dossier);
    domain::DossierId dossier() const { return m_dossier; }
    const std::vector<domain::Paper>& papers() const { return m_papers; }
    void setPaper(int index, domain::PaperKind kind, int quantity);
    void addPaper(const QString& name);
    void setCurrentPaper(int index);
    base::Outcome take(const domain::ports::ScannedPage& page) override;
    /// The folder goes on, its due moment moved by the time that did not count.
    base::Outcome giveBack();
    void drop();

signals:
    void changed();
    void asked(motcua::domain::DossierId dossier);
    void returned(motcua::domain::DossierId dossier);

private:
    Ports m_ports;
    const Desk& m_desk;
    CommandRunner& m_runner;
    Printing& m_printing;
    domain::DossierId m_dossier;
    std::vector<domain::Paper> m_papers;
    int m_currentPaper = 0;
};

}
