#pragma once

#include "app/counter/CommandRunner.h"
#include "app/counter/PageHolder.h"

namespace motcua::counter {

class Printing;

/// Papers of a supplement that are being taken in, as the draft keeps them.
struct SupplementForm {
    domain::DossierId dossier;
    std::vector<domain::Paper> papers; ///< the whole checklist as it stands now
    std::vector<CutPage> cut;          ///< so that what was cut off can be taken back until the papers are taken in
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("dossier", self.dossier);
        field("papers", self.papers);
        field("cut", self.cut);
    }
};

/// Supplements during processing: form 02 goes out, the clock stands still, papers come back. The papers that come back are
/// gathered here, each page sealed as it is read, until giveBack() makes them part of the dossier. Owner: Counter. Thread: GUI.
class Supplements : public QObject, public PageHolder {
    Q_OBJECT

public:
    Supplements(const Ports& ports, const Desk& desk, CommandRunner& runner, Printing& printing);

    /// Prints form 02.
    base::Outcome ask(domain::DossierId dossier, const QStringList& items, const QString& reason, const QString& legalBasis);

    /// Dossiers that wait for the citizen's papers.
    base::Result<std::vector<domain::ports::DossierRow>> waiting() const;
    /// Begins taking papers in for a dossier, or goes on where a crash or a lock left it.
    base::Outcome open(domain::DossierId dossier);
    domain::DossierId dossier() const { return m_form.dossier; }
    const std::vector<domain::Paper>& papers() const { return m_form.papers; }
    // Each change is on disk when its setter returns without an error.
    base::Outcome setPaper(int index, domain::PaperKind kind, int quantity, bool shownOnly);
    base::Outcome addPaper(const QString& name);
    void setCurrentPaper(int index) { m_pages.setCurrent(index); }
    PageActs& pages() override { return m_pages; }
    // A page that could not be kept is not there, and comes again with its sheet or file.
    base::Outcome take(const domain::ports::ScannedPage& page) override { return takeAll({page}); }
    base::Outcome takeAll(const std::vector<domain::ports::ScannedPage>& pages) override;
    base::Result<QByteArray> pageContent(int paper, int page) const override;
    base::Outcome turnPage(int paper, int page) override;
    /// The dossier goes on, its due moment moved by the time that did not count.
    base::Outcome giveBack();
    /// Throws away what was taken in; the dossier goes on waiting.
    base::Outcome drop();

signals:
    void changed();
    /// What was done with pages is not on disk yet; it goes there with the next change.
    void saveFailed(const motcua::base::Error& error);
    void asked(motcua::domain::DossierId dossier);
    void returned(motcua::domain::DossierId dossier);

private:
    base::Outcome save();
    void keepActs();
    base::Outcome change(std::vector<domain::Paper> papers);
    void clear();

    Ports m_ports;
    const Desk& m_desk;
    CommandRunner& m_runner;
    Printing& m_printing;
    SupplementForm m_form;
    domain::DraftId m_draft;
    PageActs m_pages;
    base::Outcome m_kept; ///< what became of the last act with pages
};

}
