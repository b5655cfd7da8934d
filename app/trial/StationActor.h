#pragma once

#include "app/station/Station.h"
#include "app/trial/Arrival.h"
#include "app/trial/SteppedClock.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QQueue>
#include <QSocketNotifier>
#include <QTimer>

#include <functional>
#include <optional>

namespace motcua::trial {

/// A desk that is played: the real station with a hand that does what the runner writes to standard input, one JSON object a line,
/// one act at a time. Answers, and how long each step took, go to standard output. Thread: main of the child process.
class StationActor : public QObject {
    Q_OBJECT

public:
    struct Place {
        QString directory; ///< of its data
        QString paper;     ///< where it prints PDF files to, without a queue
        QString queue;     ///< of the spooler
        QString tray;      ///< where the queue's printer puts its sheets: the clerk looks there when the desk asks
    };

    explicit StationActor(const Place& place);

    void begin();

private:
    void readInput();
    void next();
    void perform(const QJsonObject& request);
    void reply(QJsonObject answer = {});
    void fail(const base::Error& error);
    void write(const QJsonObject& line);
    /// Adds the milliseconds since `since` to the answer's step.
    void note(const char* step, qint64 milliseconds);

    void enrol(const QJsonObject& request);
    void unlock(const QJsonObject& request);
    void addUser(const QJsonObject& request);
    void receive(const QJsonObject& request);
    void takeIn(const Arrival& arrival);
    void fill(const Arrival& arrival);
    static void fillFacts(counter::IntakeForm& form, const Arrival& arrival, const ArrivalPaper& paper);
    void fillParties(const Arrival& arrival);
    void conclude(const Arrival& arrival);
    base::Result<counter::IntakeOutcome> decideIntake(const Arrival& arrival);
    base::Outcome takeTurn(Turn turn, domain::DossierId dossier);

    /// The kind as which a paper is certified at the bench today; null: it is no business of the bench.
    const domain::JobKind* benchKind(const ArrivalPaper& paper);
    bool isForBench(const Arrival& arrival);
    void serveVisit(const Arrival& arrival);
    void fillVisit(const Arrival& arrival, size_t paper);
    void goToPaper(const Arrival& arrival, size_t paper);
    void fillPaper(const Arrival& arrival, const ArrivalPaper& paper);
    void showPeople(const Arrival& arrival);
    void showOthers(const Arrival& arrival);
    static void showApplicant(counter::IntakeForm& form, const Arrival& arrival);
    /// Somebody of this citizen's matter as a clerk would type it: who asks is the first, the others are made up. The numbers tell them apart.
    /// `others`: how many of the matter's people there are already.
    static domain::Party typedParty(const Arrival& arrival, const domain::PartyRole& role, int others);
    static QString exemptionOf(const domain::JobKind* job);
    void scan(const Arrival& arrival, counter::PageHolder& draft, const std::function<void()>& then);
    void receiveVisit(const Arrival& arrival);
    base::Outcome refusePaper();
    void concludeVisit(const Arrival& arrival);
    void comeBack(const QJsonObject& request);
    base::Outcome bringPapers(const Arrival& arrival, domain::DossierId dossier);
    void approveHere(const QJsonObject& request);
    void approveEverywhere();
    void dossierArrived(domain::DossierId dossier);
    base::Outcome decide(domain::DossierId dossier);
    void endClaims();
    void serve();
    base::Outcome submitAgain();
    void serveNext();
    base::Result<bool> spoil(domain::DossierId dossier);
    void finish(domain::DossierId dossier);
    void waitFor(const std::function<bool()>& isSo, const base::Error& otherwise);
    void hear(const QJsonObject& request);
    void fetchNumbers();
    void inventory();
    base::Result<QJsonArray> ownBooks();
    void status();
    void withUser(const QString& login, const QString& password, const std::function<void()>& then);
    void paperFailed(const QString& form, domain::DossierId dossier, const base::Error& error);
    /// Goes on when every sheet that was sent to paper is there, or fails the act when one is not.
    void whenPrinted(std::function<void()> then);
    /// What was on its way when the lights went out: the clerk waits for what the printer still has, looks where the desk asks, and has printed
    /// what never came.
    void settlePaper(const std::function<void()>& then, int rounds = 0);
    bool liesInTray(const counter::UnprintedPaper& paper) const;
    std::vector<domain::ports::DossierRow> dossiersOf(const Arrival& arrival);
    std::optional<domain::ports::DossierRow> dossierOf(const Arrival& arrival);
    counter::Counter& counter() { return *m_station.counter(); }

    Place m_place;
    SteppedClock m_clock;
    station::Station m_station;
    QFile m_input;
    QFile m_output;
    QByteArray m_rest;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QQueue<QJsonObject> m_requests;
    bool m_busy = false;
    qint64 m_id = 0;
    QJsonObject m_steps;
    QSet<QString> m_wanted; ///< as paperKey() has it, the papers that the act treats apart
    QHash<domain::DossierId, QElapsedTimer> m_claims;
    QTimer m_claimDeadline;
    QTimer m_newsDeadline;
    int m_byHand = 0; ///< numbers written into the desk's paper book
    QQueue<domain::DossierId> m_toServe;
    base::Error m_paperTrouble;
    bool m_isPaperSettled = false; ///< since this process began
    QMetaObject::Connection m_once;
    QMetaObject::Connection m_onceFailed;
};

}
