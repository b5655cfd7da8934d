#pragma once

#include "app/counter/CommandRunner.h"

#include <optional>

namespace motcua::counter {

/// Where paper goes: a queue, the system's default queue (empty), or a dossier of PDFs instead of a printer.
struct PrintTarget {
    QString queue;
    QString pdfDirectory;
    int attestationTop = 185; ///< mm from the upper edge, 20–215: where on the copy's last page the attestation starts
};

/// Makes the paper of a dossier. What is printed is recorded in the dossier only after the PDF was proved not empty and the spooler
/// has taken it (or the file is on disk). Forms: "form-01", "form-02", "form-03", "attestation-copy", "fee-slip", "book-copies".
/// Owner: Counter. Thread: GUI.
class Printing : public QObject {
    Q_OBJECT

public:
    Printing(const Ports& ports, const Desk& desk, CommandRunner& runner);

    const PrintTarget& target() const { return m_target; }
    void setTarget(const PrintTarget& target);
    const QStringList& queues() const { return m_queues; }
    /// Prints that have not ended yet.
    int pending() const { return m_pending; }

    /// The PDF as it would be printed; nothing is recorded.
    base::Result<QByteArray> preview(const QString& form, domain::DossierId dossier) const;
    QFuture<base::Result<QByteArray>> previewBook(domain::VolumeId volume) const;
    /// "A4" or "A5".
    static QString mediaOf(const QString& form);
    /// The forms that make sense for the dossier as it stands, the next one first.
    QStringList formsFor(const domain::Dossier& dossier) const;

    /// Ends with printed() or failed(); the dossier keeps its state when it fails. Without a number of copies: one for each copy that
    /// the dossier certifies.
    void print(const QString& form, domain::DossierId dossier, std::optional<int> copies = 1);
    void printBook(domain::VolumeId volume);
    /// Atomic. Errors: "paper.…", "file.write-failed", and the journal's.
    base::Outcome saveAsPdf(const QString& form, domain::DossierId dossier, const QString& path);
    /// Takes seconds for a year's book: not for a screen.
    base::Outcome saveBookAsPdf(domain::VolumeId volume, const QString& path);

public slots:
    void findQueues();

signals:
    void targetChanged();
    void queuesFound(const motcua::base::Error& error);
    /// `dossier` is null for a book.
    void printed(const QString& form, motcua::domain::DossierId dossier);
    void failed(const QString& form, motcua::domain::DossierId dossier, const motcua::base::Error& error);

private:
    /// What is on its way to paper.
    struct Sheet {
        QString form;
        domain::DossierId dossier;
        QString name; ///< dossier code or volume label: for the spooler's list and the file
        QByteArray pdf;
        int copies = 1;
    };

    base::Result<Sheet> sheetOf(const QString& form, domain::DossierId dossier, std::optional<int> copies) const;
    static Sheet bookSheet(const QString& label, QByteArray pdf);
    /// A volume's label with what stands in its rows.
    base::Result<std::pair<QString, QJsonObject>> book(domain::VolumeId volume) const;
    void send(const base::Result<Sheet>& sheet, const QString& form, domain::DossierId dossier);
    void spool(const Sheet& sheet);
    void ended(const Sheet& sheet, const base::Result<domain::ports::PrintReceipt>& receipt);
    base::Outcome save(const Sheet& sheet, const QString& path);
    base::Outcome record(const Sheet& sheet, const domain::ports::PrintReceipt& receipt);

    Ports m_ports;
    const Desk& m_desk;
    CommandRunner& m_runner;
    PrintTarget m_target;
    QStringList m_queues;
    int m_pending = 0;
};

}
