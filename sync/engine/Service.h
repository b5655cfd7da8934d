#pragma once

#include "app/base/Error.h"
#include "sync/protocol/Messages.h"

#include <QDateTime>
#include <QObject>

#include <vector>

namespace motcua::engine {

enum class Line { Unknown, Down, Up };

/// What one lane of the synchronisation is doing.
enum class Step { Idle, Connecting, SendingBlobs, SendingRecords, Receiving, Waiting, NeedsYou };

/// What the status strip and the synchronisation place show. A value; copied across threads.
struct Status {
    Line line = Line::Unknown;
    Step push = Step::Idle;
    Step pull = Step::Idle;
    qint64 unsent = 0; ///< records past the acknowledged mark
    qint64 unsentBlobs = 0;
    qint64 acknowledged = 0;
    QString confirmedHead;   ///< the chain head the platform signed for, hex
    QDateTime lastContact;   ///< UTC; invalid: never
    qint64 minutesAhead = 0; ///< of this machine's clock against the platform's, when it answered last
    QDateTime nextTry;       ///< UTC; invalid: none planned
    base::Error lastError;   ///< empty code: none
    int refusals = 0;
};

/// Synchronisation as the counter sees it. Calls may come from any thread; signals arrive queued.
class Service : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    virtual Status status() const = 0;

public slots:
    /// New records were appended: send them when there is a line.
    virtual void wake() = 0;
    virtual void tryNow() = 0;
    /// Asks the platform for a dossier that another station holds; claimAnswered() follows.
    virtual void claim(const QString& dossier) = 0;
    /// Asks for numbers of the unit's books once all that was recorded has been sent; without a line it waits for one. Asked again before the
    /// answer: these wishes take the place of those. None: how things stand. numbersAnswered() follows, after numbers that were granted can be given;
    /// where the line broke, the answer is to no wish, and what is still wanted is to be asked for anew.
    virtual void askNumbers(const std::vector<motcua::protocol::NumberWish>&) {}
    virtual void stop() = 0;

signals:
    void numbersAnswered(const motcua::protocol::LeaseAnswer& answer);
    void statusChanged(const motcua::engine::Status& status);
    /// Feed items were stored; the read model should replay them.
    void received();
    /// Empty code: the platform passed the wish on. Errors: "claim.held-by-other", "claim.unknown", "sync.no-line"; later
    /// "claim.not-answered": its desk did not let go of it in time, or gave it to another one.
    void claimAnswered(const QString& dossier, const motcua::base::Error& error);
};

}

Q_DECLARE_METATYPE(motcua::engine::Status)
