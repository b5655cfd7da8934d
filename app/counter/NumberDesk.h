#pragma once

#include "app/counter/CommandRunner.h"

#include <QTimer>

#include <map>
#include <set>
#include <utility>

namespace motcua::counter {

/// How a book or a series of slips stands at this desk.
struct NumbersLeft {
    QString symbol;
    int year = 0;
    int left = 0;     ///< that this desk may give by itself
    int next = 0;     ///< which of them stands in the next row; 0: none is left
    QDate runsOut;    ///< the day of Viet Nam on which they run out, at what was used on such days; invalid: none was used yet
    bool few = false; ///< they may not last until tomorrow night
};

/// The numbers of the unit's books at this desk: asks the keeper for them in time, gives back what will not be given, and says what is left. A desk
/// at which somebody takes numbers of a book has a stretch of them, which it gives from its lowest on, also when there is no line; while it has none
/// and other desks take numbers of it too, a few are fetched ahead. On 31 December all of a book goes back in the evening. A
/// unit that has a volume for each desk has none of this. Owner: Counter. Thread: GUI.
class NumberDesk : public QObject {
    Q_OBJECT

public:
    NumberDesk(const Ports& ports, const Desk& desk, CommandRunner& runner);

    /// Whether the unit's books have one run of numbers.
    bool hasOneRun() const { return !m_books.empty(); }
    /// Of each book and series of this year, the books first.
    const std::vector<NumbersLeft>& left() const { return m_left; }
    const NumbersLeft* leftOf(const QString& symbol) const;
    /// How the unit's runs stood when the platform said so last.
    const std::vector<protocol::RunStanding>& runs() const { return m_runs; }
    const protocol::RunStanding* runOf(const QString& symbol) const;
    /// UTC; invalid: it has not said yet.
    QDateTime toldAt() const { return m_toldAt; }
    /// The platform was restored and gives no numbers until all desks have told what they hold.
    bool keeperRests() const { return m_rests; }

    /// The logins of those who work at this desk: numbers are here before one of them is seated who takes any.
    void setPeople(const QStringList& logins);

    /// Asks how the unit's runs stand; changed() follows when there is a line.
    void ask();
    /// Looks what is to be asked for or given back.
    void look();
    /// The same a moment later, once for all that happens until then.
    void lookSoon();

signals:
    void changed();

private:
    void answered(const protocol::LeaseAnswer& answer);
    void readBooks();
    void tell(const domain::NumbersInHand& hand);
    std::vector<domain::NumbersBack> due(const domain::NumbersInHand& hand);
    /// What was granted since this was called last; a run of which nothing of that is good today is not wished for for a while.
    void noteGranted(const domain::NumbersInHand& hand);
    bool isFor(const domain::HeldLease& lease, const QString& symbol) const;
    bool isGoodToday(const domain::HeldLease& lease) const;
    bool mayWish(const QString& symbol, domain::LeaseUse use, const domain::NumbersInHand& hand) const;
    bool isStale(const domain::HeldLease& lease) const;
    std::vector<protocol::NumberWish> wishes(const domain::NumbersInHand& hand) const;
    int sizeFor(const QString& symbol) const;
    int usedByDay(const QString& symbol) const;
    const std::vector<domain::DayUse>& useOf(const QString& symbol) const;
    void send(const std::vector<protocol::NumberWish>& wishes);
    /// Of a book: it is 31 December, and so late.
    bool isYearsEnd(const QString& symbol, const QTime& from) const;
    bool hasLine() const { return m_ports.sync.status().line == engine::Line::Up; }
    bool isAlone(const QString& symbol) const;
    bool takes(const QString& symbol) const;
    bool signsHere(const QString& symbol) const;
    /// Of everybody who works here, an or of Role numbers.
    int rolesHere() const;

    Ports m_ports;
    const Desk& m_desk;
    CommandRunner& m_runner;
    std::vector<domain::Volume> m_books; ///< the unit's open volumes of this year
    std::vector<NumbersLeft> m_left;
    std::vector<protocol::RunStanding> m_runs;
    QDateTime m_toldAt;
    QDateTime m_gaveBack; ///< when what was left was last given back before its time
    QStringList m_people;
    QStringList m_refused;                            ///< symbols of which nothing was granted; asked for anew after a while
    using Run = std::pair<QString, domain::LeaseUse>; ///< of a book or series, and for what
    /// What was granted was of another month or day: the platform's clock is on the other side of midnight.
    struct Unfit {
        domain::LeaseId lease;
        int minutes = 0;  ///< of waiting, twice as many each time
        qint64 until = 0; ///< of the clock's monotonic()
    };
    std::map<Run, Unfit> m_unfit;
    std::set<Run> m_wished; ///< of which nothing new is here yet
    std::set<domain::LeaseId> m_known;
    bool m_lineCameBack = false; ///< since what was used without one last went back
    bool m_rests = false;
    bool m_isAsking = false;
    bool m_isLooking = false;
    mutable std::map<QString, std::vector<domain::DayUse>> m_uses; ///< by symbol; read anew each minute
    QTimer m_again;
    QTimer m_soon;
};

}
