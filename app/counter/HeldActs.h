#pragma once

#include "app/counter/CommandRunner.h"

#include <QDateTime>
#include <QHash>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <functional>

namespace motcua::counter {

/// The acts that are held back. They stand in drafts on disk: a name is never changed.
namespace held {
inline constexpr char finish[] = "finish";            ///< handed over and closed
inline constexpr char finishVisit[] = "finish-visit"; ///< the same of several papers of one visit
inline constexpr char handOver[] = "hand-over";
inline constexpr char close[] = "close";
inline constexpr char withdraw[] = "withdraw";
inline constexpr char approve[] = "approve";
inline constexpr char sendBack[] = "return"; ///< to the clerk
inline constexpr char ask[] = "ask";         ///< form 02 during processing
inline constexpr char spoil[] = "spoil";
inline constexpr char noteEntry[] = "note-entry";      ///< beside a row of a book
inline constexpr char closeBook[] = "close-book";      ///< of no dossier
inline constexpr char refuse[] = "refuse";             ///< form 03 at intake
inline constexpr char askAtIntake[] = "ask-at-intake"; ///< form 02 there
inline constexpr char refusePaper[] = "refuse-paper";  ///< form 03 for one paper of a visit
inline constexpr char askPaper[] = "ask-paper";        ///< form 02 for one
inline constexpr char seeTo[] = "see-to";              ///< of no dossier: what does not stand leaves the needs-you tray

// What was said with such an act is named.
inline constexpr char intake[] = "intake";   ///< the draft of the intake that it ends
inline constexpr char paper[] = "paper";     ///< what was said of a paper of a visit that it ends
inline constexpr char reason[] = "reason";   ///< in words, where it is done for one
inline constexpr char subject[] = "subject"; ///< whom or what it is about, where no dossier code says so
}

/// A dossier as somebody looked at it.
struct HeldDossier {
    domain::DossierId dossier;
    QString code;
    qint64 version = 0;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("dossier", self.dossier);
        field("code", self.code);
        field("version", self.version);
    }
};

/// An act that ends something, said and not yet done.
struct HeldAct : HeldDossier {
    domain::DraftId id;
    QString act;                     ///< one of those above
    QJsonObject said;                ///< what was said with it
    std::vector<HeldDossier> others; ///< that it was said of by the same key, in the order in which it is done
    int group = 0;                   ///< acts that were said by one key
    base::Error error;               ///< why it could not be done; empty: nobody tried
    bool waits = true;               ///< false: it was left behind when the program ended, or it failed, and somebody must say what becomes of it
    bool isAbout(domain::DossierId id) const;
    int count() const { return 1 + static_cast<int>(others.size()); }
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("act", self.act);
        HeldDossier::describe(self, field);
        field("said", self.said);
        field("others", self.others);
    }
};

/// Holds acts that end something back for ten seconds, sealed on disk, so that a slip of the finger can be taken back: number, paper,
/// money and sending come at its end, at once when the next step on the dossier needs them, when somebody else sits down, when a book is closed,
/// and when the station is locked or closed. A kill leaves the act pending; whoever said it is asked. Owner: Counter. Thread: GUI.
class HeldActs : public QObject {
    Q_OBJECT

public:
    struct Way {
        std::function<std::vector<domain::Command>(const domain::Dossier& dossier, const QJsonObject& said)> commands;
        /// What follows once it is on record: papers, news.
        std::function<void(const domain::Dossier& before, const domain::Dossier& after)> then;
        bool begins = false; ///< the dossier may be a new one
        /// What must be on disk before it is recorded; an error leaves it undone.
        std::function<base::Outcome(const HeldAct& act)> ready = {};
        /// Instead of `then`, of all that were recorded in one go.
        std::function<void(const std::vector<domain::DossierId>& done)> thenAll = {};
    };
    /// Of an act that is of no dossier, or of several at once: those it looks at itself.
    struct WholeWay {
        std::function<base::Outcome(const HeldAct& act)> may;
        std::function<base::Outcome(const HeldAct& act)> carryOut; ///< drops the act's draft with it
    };

    /// A hand that goes for the key as the time runs out has pressed it by then; a hand that means something older comes later.
    static constexpr std::chrono::milliseconds deadTime{2'000};

    HeldActs(const Ports& ports, const Desk& desk, CommandRunner& runner);

    void know(const char* act, const Way& way) { m_ways.insert(QString::fromLatin1(act), way); }
    void knowWhole(const char* act, const WholeWay& way) { m_wholeWays.insert(QString::fromLatin1(act), way); }
    /// 0: acts are done at once. Of acts that are said from now on.
    void setDelay(std::chrono::milliseconds delay) { m_delay = delay; }

    /// Errors: those that doing it now would have, and "draft.…": then nothing is held. With `asOne` it is taken back together with the act before
    /// it.
    base::Outcome hold(const char* act, domain::DossierId dossier, const QJsonObject& said = {}, bool asOne = false);
    using Refused = std::vector<std::pair<domain::DossierId, base::Error>>;
    /// The same act on all of them as one: it is taken back as one, and recorded in one transaction. Those that would be refused now are left out
    /// and said; those that are refused when it is done are said by failed(), and the others done. Only of acts without Way::ready. Errors: those of
    /// CommandRunner::mayRecord(), and "draft.…": then nothing is held.
    base::Result<Refused> holdAll(const char* act, const std::vector<domain::DossierId>& dossiers, const QJsonObject& said = {});
    /// An act that is of several dossiers at once, all or none, the first of which it is called after: one that is known by knowWhole().
    base::Outcome holdWhole(const char* act, const std::vector<domain::DossierId>& dossiers, const QJsonObject& said);
    /// What the acts that wait do to dossiers, in the order in which they will be done.
    std::vector<Batch> waiting() const;
    bool isHeld(domain::DossierId dossier) const;
    /// The intakes among `drafts` that end in an act which waits or was left behind, anybody's: nobody goes on with them meanwhile.
    std::vector<domain::DraftId> intakesIn(const std::vector<domain::ports::Draft>& drafts) const;
    /// In the order in which they were said.
    const std::vector<HeldAct>& acts() const { return m_acts; }
    bool waits() const;
    /// Something that waited was done less than `deadTime` ago: who takes back now means that, and it is too late.
    bool wasJustDone() const;
    /// The last one that waits, with those said by the same key; else what was left behind first. Nothing happens to the dossier, also where
    /// the disk cannot note that it was taken back: then failed() says so, and it is noted as soon as the disk takes it.
    void takeBack();
    /// What waits is done now; else what was left behind.
    void goOn();

    /// Everything that waits is done now.
    void settle();
    /// What waits on this dossier is done now: the next step needs it.
    void settle(domain::DossierId dossier);
    /// Somebody sat down: what they left behind is there again.
    void restore();

signals:
    /// Something is held, taken back or done.
    void changed();
    void takenBack(const motcua::counter::HeldAct& act);
    /// It could not be done (its error says why) and waits for a word; or it was taken back, "held.not-noted": only a kill before it is noted
    /// brings it up again, as a question.
    void failed(const motcua::counter::HeldAct& act);

private:
    /// How long what is said now waits: its day, and at New Year its book and number, are those of when it was said, so it never waits over
    /// midnight. Not above 0: no time.
    std::chrono::milliseconds delay() const;

    using Place = std::vector<HeldAct>::iterator;
    Place find(domain::DraftId id);
    void carryOut(domain::DraftId id);
    base::Outcome keep(HeldAct act, bool asOne = false);
    /// Unless doing it now would be refused.
    base::Outcome keepWhereItMay(HeldAct act, bool asOne = false);
    base::Result<domain::Dossier> dossierOf(const QString& act, domain::DossierId id) const;
    base::Outcome may(const HeldAct& act) const;
    /// On record; then what follows.
    base::Outcome record(const HeldAct& act);
    base::Outcome recordOne(const HeldAct& act);
    base::Outcome recordAll(const HeldAct& act);
    /// Of an act on several: what it does to each that nobody changed since; the others go to `refused`.
    std::vector<Batch> batchesOf(const HeldAct& act, Refused& refused) const;
    /// What would be refused now goes there.
    void leaveOut(std::vector<Batch>& batches, Refused& refused) const;
    /// Of an act on several that is on record: what was not done is asked about.
    void leaveBehind(const HeldAct& act, const Refused& refused);
    bool isTakenBack(domain::DraftId id) const;
    /// Its time is over: from now on it is too late.
    void end(domain::DraftId id);
    /// Drops from disk what was taken back, and tries again until the disk takes it.
    base::Outcome forget(domain::DraftId id);
    void forgetAgain();

    Ports m_ports;
    const Desk& m_desk;
    CommandRunner& m_runner;
    QHash<QString, Way> m_ways;
    QHash<QString, WholeWay> m_wholeWays;
    std::vector<HeldAct> m_acts;
    std::chrono::milliseconds m_delay{10'000};
    std::vector<domain::DraftId> m_takenBack; ///< still on disk
    QTimer m_forgetAgain;
    int m_group = 0;
    QDateTime m_ended; ///< when the last one that waited was done; null: none
};

}
