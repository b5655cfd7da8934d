#pragma once

#include "app/counter/IntakeForm.h"
#include "app/counter/PartyFill.h"

namespace motcua::counter {

/// One visit to the certification bench as its draft keeps it: its papers, each of which becomes a dossier of its own, and who showed a card.
struct Visit {
    domain::VisitId id;
    std::vector<IntakeContent> papers;
    int current = 0;
    std::vector<domain::Party> people; ///< each once, in the order in which they came; in no role
    bool aside = false;                ///< whoever began it turned to something else: it waits to be asked for
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("id", self.id);
        field("papers", self.papers);
        field("current", self.current);
        field("people", self.people);
        field("aside", self.aside);
    }
};

/// A paper of the visit in a line.
struct VisitPaper {
    domain::Wording kind;
    QString subject; ///< what the book's row would say; empty: not said yet
    qint64 fee = 0;  ///< đồng
    bool isReady = false;
    bool isBanned = false;    ///< by what was said it must not be certified as this kind
    bool isUntouched = false; ///< nothing was said but who asks
};

/// The visit, with the form of the paper in hand: one form whose content is swapped as the clerk goes from paper to paper. The same person has to be
/// shown or typed once: whoever asks stands in the next paper too, and everybody else of the visit is offered there. Knows nothing of disks.
/// Owner: Bench. Thread: GUI.
class VisitForm : public QObject {
    Q_OBJECT

public:
    VisitForm(const domain::ports::Archive& archive, const Desk& desk, const CommandRunner& runner);
    ~VisitForm() override;

    IntakeForm& form() { return m_form; }
    const IntakeForm& form() const { return m_form; }
    /// As it stands, with the paper in hand.
    Visit visit() const;
    /// Nobody showed anything and nothing was typed.
    bool isBlank() const;
    /// Somebody showed a card, and nothing was said of any paper: whoever shows it again has said as much.
    bool saysOnlyPeople(const Visit& visit) const;
    /// The kinds that are taken in here today, those with a key first, by key.
    std::vector<const domain::JobKind*> kinds() const;
    std::vector<VisitPaper> papers() const;
    /// What the book's row would say of a paper; where that is not said yet, in which words its kind is known. Vietnamese.
    QString subjectOf(const IntakeContent& paper) const;
    int current() const { return m_current; }
    int count() const { return static_cast<int>(m_papers.size()); }
    /// The first paper that something is still open in, or that must not be certified, besides those in which nothing was said; -1: none.
    int firstOpen() const;
    /// Đồng, of all papers.
    qint64 feeTotal() const;

    /// The paper in hand is of this kind: where something was said in it already, another paper is begun. Nothing where the kind is not of the bench.
    void begin(const QString& kind);
    /// The paper in hand, with all that was said of it and its people, is taken as another kind. Nothing where that is not of the bench.
    void takeAs(const QString& kind);
    /// Another paper of the same kind.
    void next();
    void go(int paper);
    /// The paper in hand leaves the visit. The last one is emptied; where nothing was said of that, the visit ends.
    void remove();
    /// The same for good.
    void leave();
    bool canPutBack() const { return !m_removed.empty(); }
    /// The one that was removed last is there again, in hand, in the place that it had.
    void putBack();
    /// A paper that was in the visit, in hand again.
    void add(IntakeContent paper);
    /// What was said at the intake of a paper that is taken in here, in hand; whoever asks stands in it.
    void takeOver(IntakeContent paper, const domain::JobKind& kind);

    /// The holder of a card or passport takes a place among the parties of the paper in hand, and is known to the visit.
    PartyPlace take(const domain::Party& shown, const QString& preferred = {});
    /// As typed, kept in the order of the roles; the one who applies is the applicant.
    void setParties(std::vector<domain::Party> parties);
    /// Who of the visit is not among the parties of the paper in hand.
    std::vector<domain::Party> offered() const;
    /// Known to the visit from now on, whatever the paper in hand says.
    void meet(const domain::Party& person);
    /// What the kind "general" says of identity papers.
    std::vector<domain::IdentityPaperKind> identityPapers() const;

    /// What a draft kept.
    void open(Visit visit);
    void clear();

signals:
    /// A paper came, went or took another's place in hand.
    void papersChanged();
    /// Something was said that a draft must keep.
    void edited();

private:
    struct Removed {
        IntakeContent paper;
        int place = 0;
    };

    IntakeContent fresh(const domain::JobKind& kind, const IntakeContent& asks) const;
    bool isUntouched(const IntakeContent& paper) const;
    QString procedureOf(const domain::JobKind& kind) const;
    VisitPaper lineOf(const IntakeForm& form) const;
    VisitPaper lineOf(const IntakeContent& paper) const;
    const domain::JobKind* kindCalled(const QString& kind) const;
    const domain::JobKind* firstKind() const;
    void store();
    void show(int paper);
    void insert(IntakeContent paper, int place);
    bool isOnlyBegun() const;

    const domain::ports::Archive& m_archive;
    const Desk& m_desk;
    const CommandRunner& m_runner;
    IntakeForm m_form;
    domain::VisitId m_id;
    std::vector<IntakeContent> m_papers; ///< of the one in hand, what it said when it was taken up
    std::vector<VisitPaper> m_lines;     ///< likewise
    std::vector<domain::Party> m_people;
    std::vector<Removed> m_removed;
    int m_current = 0;
    bool m_swapping = false;
};

}
