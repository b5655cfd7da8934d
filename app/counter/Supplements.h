#pragma once

#include "app/counter/CommandRunner.h"
#include "app/counter/Discards.h"
#include "app/counter/HeldActs.h"
#include "app/counter/PageHolder.h"

#include <optional>

namespace motcua::counter {

class Printing;

/// Papers of a supplement that are being taken in, as the draft keeps them.
struct SupplementForm {
    domain::DossierId dossier;
    std::vector<domain::Paper> papers; ///< the whole checklist as it stands now
    std::vector<CutPage> cut;          ///< so that what was cut off can be taken back until the papers are taken in
    /// The dossier's checklist that it was begun on; nothing: an earlier program wrote the draft.
    std::optional<std::vector<domain::Paper>> before = {};
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("dossier", self.dossier);
        field("papers", self.papers);
        field("cut", self.cut);
        field("before", self.before);
    }
};

/// Supplements during processing: form 02 goes out, the clock stands still, papers come back. The papers that come back are
/// gathered here, each page sealed as it is read, until giveBack() makes them part of the dossier. Owner: Counter. Thread: GUI.
class Supplements : public QObject, public PageHolder {
    Q_OBJECT

public:
    Supplements(const Ports& ports, const Desk& desk, CommandRunner& runner, Printing& printing, HeldActs& held);

    /// Prints form 02.
    base::Outcome ask(domain::DossierId dossier, const QStringList& items, const QString& reason, const QString& legalBasis);
    /// As ask(), held back for as long as it can be taken back.
    base::Outcome holdAsk(domain::DossierId dossier, const QStringList& items, const QString& reason, const QString& legalBasis);

    /// Dossiers that wait for the citizen's papers.
    base::Result<std::vector<domain::ports::DossierRow>> waiting() const;
    /// Begins taking papers in for a dossier, or goes on where a crash, a lock or a colleague at this desk left it. What came into the dossier
    /// since then stays in it.
    base::Outcome open(domain::DossierId dossier);
    /// What open() took up had been begun on another checklist than the one that stood there.
    bool cameMeanwhile() const { return m_cameMeanwhile; }
    /// The colleague who had begun what open() took up; empty: nobody, or whoever is seated.
    QString begunBy() const { return m_begunBy; }
    domain::DossierId dossier() const { return m_form.dossier; }
    const std::vector<domain::Paper>& papers() const { return m_form.papers; }
    // Each change is on disk when its setter returns without an error.
    base::Outcome setPaper(int index, domain::PaperKind kind, int quantity, bool shownOnly);
    base::Outcome addPaper(const QString& name);
    void setCurrentPaper(int index) { m_pages.setCurrent(index); }
    PageActs& pages() override { return m_pages; }
    QString purpose() const override { return m_form.dossier.toString(); }
    // A page that could not be kept is not there, and comes again with its sheet or file.
    base::Outcome take(const domain::ports::ScannedPage& page) override { return takeAll({page}); }
    base::Outcome takeAll(const std::vector<domain::ports::ScannedPage>& pages) override;
    base::Result<QByteArray> pageContent(int paper, int page) const override;
    base::Outcome turnPage(int paper, int page) override;
    /// The dossier goes on, its due moment moved by the time that did not count. Error "supplement.changed-meanwhile": other papers came into the
    /// dossier since open(); they are in the list now, and nothing was recorded.
    base::Outcome giveBack();
    /// Throws away what was taken in; the dossier goes on waiting. It can be taken back for 10 s.
    base::Outcome drop();
    bool canTakeBack() const { return m_discards.canTakeBack(); }
    /// What was thrown away last is open again, with what was begun since. Errors: those of open(), "draft.gone".
    base::Outcome takeBack();
    /// What was thrown away goes off the disk now: the station closes.
    void settle() { m_discards.settle(); }

signals:
    void changed();
    /// What was done with pages is not on disk yet; it goes there with the next change.
    void saveFailed(const motcua::base::Error& error);
    void asked(motcua::domain::DossierId dossier);
    void returned(motcua::domain::DossierId dossier);
    /// It can be taken back.
    void thrownAway();
    /// What was thrown away could not be taken off the disk.
    void failed(const motcua::base::Error& error);

private:
    void sayAsked(domain::DossierId dossier);

    struct Begun {
        domain::ports::Draft draft;
        SupplementForm form;
    };

    base::Result<std::vector<Begun>> begun() const;
    base::Outcome takeUp(const std::vector<Begun>& all);
    /// Lays it on what stands in the dossier now; whether that was another checklist.
    bool layOn(const std::vector<domain::Paper>& now, const SupplementForm& kept);
    base::Outcome save();
    void keepActs();
    base::Outcome change(std::vector<domain::Paper> papers);
    void clear();

    Ports m_ports;
    const Desk& m_desk;
    CommandRunner& m_runner;
    Printing& m_printing;
    HeldActs& m_held;
    SupplementForm m_form;
    domain::DraftId m_draft;
    PageActs m_pages;
    base::Outcome m_kept; ///< what became of the last act with pages
    bool m_cameMeanwhile = false;
    QString m_begunBy;
    Discards m_discards;
};

}
