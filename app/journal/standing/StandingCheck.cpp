#include "app/journal/standing/StandingCheck.h"

#include "app/base/Logging.h"
#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"

namespace motcua::journal {

namespace {

base::Outcome compare(sqlite::Connection& connection, Standing& standing, const OwnLog::Head& found, bool promised) {
    const auto head = standing.head();
    const auto mark = head ? standing.mark() : base::fail(head.error());
    const auto stated = mark ? Standing::statedMark(connection) : base::fail(mark.error());
    if (!stated)
        return base::fail(stated.error());
    base::Outcome done = base::done();
    if (promised && (!*head || !*mark))
        done = standing.doubt({{QStringLiteral("journal.standing-missing")}});
    if (!*head)
        done = done.and_then([&](base::Done) { return standing.writeHead(found); });
    else if ((*head)->seq != found.seq || (*head)->hash != found.hash)
        done = done.and_then([&](base::Done) {
            return standing.doubt(
                {{QStringLiteral("journal.rolled-back"), {{QStringLiteral("missing"), QString::number(qMax<qint64>(0, (*head)->seq - found.seq))},
                                                             {QStringLiteral("kept"), QString::number(found.seq)}}}});
        });
    if (!*mark)
        return done.and_then([&](base::Done) { return standing.writeMark(*stated); });
    if (**mark == *stated)
        return done;
    return done.and_then([&](base::Done) { return standing.doubt({{QStringLiteral("journal.mark-moved")}}); }).and_then([&](base::Done) {
        return standing.writeMark(**mark);
    });
}

}

base::Outcome checkStanding(sqlite::Connection& connection, Standing& standing, const OwnLog::Head& found, bool promised) {
    auto transaction = sqlite::Transaction::begin(connection);
    if (!transaction)
        return base::fail(transaction.error());
    const auto compared = compare(connection, standing, found, promised).and_then([&](base::Done) { return transaction->commit(); });
    if (const auto doubts = standing.doubts(); compared && doubts)
        for (const Standing::Doubt& doubt : *doubts)
            qCWarning(base::lcJournal).noquote() << "this desk's file is doubted:" << doubt.why.toLogLine();
    return compared;
}

}
