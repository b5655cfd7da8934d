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

namespace motcua::trial {

/// A desk that is played: the real station with a hand that does what the runner writes to standard input, one JSON object a line,
/// one act at a time. Answers, and how long each step took, go to standard output. Thread: main of the child process.
class StationActor : public QObject {
    Q_OBJECT

public:
    StationActor(const QString& folder, const QString& paperFolder);

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
    void fill(const Arrival& arrival);
    void conclude(const Arrival& arrival);
    void approveHere(const QJsonObject& request);
    void approveEverywhere();
    void approveArrived(domain::DossierId dossier);
    void endClaims();
    void handOver();
    void inventory();
    base::Result<QJsonArray> ownBooks();
    void status();
    void withUser(const QString& login, const QString& password, std::function<void()> then);
    bool alreadyReceived(const Arrival& arrival);
    counter::Counter& counter() { return *m_station.counter(); }

    QString m_paper;
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
    QHash<domain::DossierId, QElapsedTimer> m_claims;
    int m_approved = 0;
    QTimer m_claimDeadline;
    QMetaObject::Connection m_once;
    QMetaObject::Connection m_onceFailed;
};

}
