#pragma once

#include "app/trial/Arrival.h"
#include "app/trial/Child.h"
#include "app/trial/Figures.h"
#include "app/trial/Forwarder.h"
#include "app/trial/Gateway.h"
#include "app/trial/Judgement.h"
#include "app/trial/PrivateCups.h"
#include "app/trial/Scenario.h"

#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QPointer>
#include <QRandomGenerator>
#include <QTimer>

#include <functional>
#include <memory>

namespace motcua::trial {

/// Plays a day: the gateway, the line and the desks are real processes and sockets; only the hour and the citizens are made up. The
/// day goes forward in slots; within one all desks work at once, and the next begins when every desk has answered.
/// Owner: main. Thread: main. Ends once, with finished().
class Runner : public QObject {
    Q_OBJECT

public:
    struct Wanted {
        Scenario scenario;
        QString out;
        quint32 seed = 1;
    };

    explicit Runner(Wanted wanted);
    ~Runner() override;

    void begin();

signals:
    /// 0: nothing lost, doubled or skipped; 1: something was; 3: the day could not be played.
    void finished(int exitCode);

private:
    /// A desk with the acts it still has to do.
    struct Desk {
        std::unique_ptr<Child> child;
        QString login;
        QString code;
        std::vector<QJsonObject> acts; ///< first in front
        bool busy = false;
        bool away = false; ///< being started again
        bool isUnplugged = false;
    };

    QString dossierOf(const Desk& desk) const;
    QString printerDirectory() const { return m_wanted.out + QStringLiteral("/printer"); }
    void openPrinter();
    void makeDesks(const std::vector<Gateway::DeskCode>& codes);
    void enrolDesks();
    void unlockDesks();
    void playSlot();
    void planSlot(QTime from, QTime to);
    void planNews(QTime from, QTime to);
    void planCitizens(QTime from, QTime to);
    void planIncidents(QTime from, QTime to);
    QJsonObject actOf(const char* name, const Arrival& arrival, QTime at) const;
    /// The act is told whose directory takes this turn.
    QJsonObject actWanting(const char* name, Turn turn) const;
    void give(Desk& desk, QJsonObject act);
    void work(Desk& desk);
    void answered(Desk& desk, const QJsonObject& act, const QJsonObject& answer);
    void revive(Desk& desk);
    void slotDone();
    void tidyUp();
    void awaitSent();
    void closeDesks();
    void judge();
    bool writeSummary(const Judgement& judgement) const;
    void stop(const QString& why);
    qint64 moment(QTime time) const;
    bool everyoneIdle() const;
    qint64 unsent() const;
    bool lineIsDown(QTime time) const;
    /// Nobody's line is down, and this desk's plug is in.
    bool hasLine(const Desk& desk) const { return m_line.isUp() && !desk.isUnplugged; }
    /// The scenario's desk that is without a line all day loses it, or has it again.
    void plugOut(bool isOut);
    void sheetCameOut();

    Wanted m_wanted;
    std::vector<Arrival> m_arrivals;
    Answers m_answers;
    Figures m_figures;
    Forwarder m_line;
    Gateway m_gateway;
    std::unique_ptr<PrivateCups> m_spooler; ///< null: every desk prints to PDF
    QString m_printer;                      ///< for the table: what was printed on
    QFileSystemWatcher m_tray;
    qsizetype m_sheets = 0;   ///< in the tray when it was looked at last
    QPointer<Child> m_victim; ///< killed when the next sheet comes out; null: nobody is
    QRandomGenerator m_random;
    QDate m_day;
    QTime m_now;
    std::vector<std::unique_ptr<Desk>> m_desks; ///< the supervisor's last
    std::function<void()> m_then;               ///< when every desk is idle
    qint64 m_mostUnsent = 0;
    QMap<QString, qint64> m_unsent;
    int m_rounds = 0;
    int m_quietRounds = 0; ///< in which nothing waited to be sent
    int m_kills = 0;
    int m_restarts = 0;
    QTimer m_pause;
    QElapsedTimer m_realTime;
    bool m_ended = false;
};

}
