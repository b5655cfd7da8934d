#include "app/domain/EventChecks.h"
#include "app/domain/EventTexts.h"
#include "app/domain/Moments.h"
#include "app/domain/Rules.h"
#include "app/domain/UnseenSigns.h"

namespace motcua::domain {

int signersOf(const Dossier& dossier) {
    return dossier.job.signers != 0 ? dossier.job.signers : static_cast<int>(Role::Supervisor);
}

namespace rules {

base::Outcome inHand(const Dossier& dossier, States allowed, const Context& context) {
    if (dossier.unread > 0)
        return base::fail(QStringLiteral("dossier.needs-newer-program"));
    if (dossier.version > 0 && dossier.holder != context.station)
        return base::fail(QStringLiteral("dossier.not-holder"), {{QStringLiteral("holder"), dossier.holder.toString()}});
    if (dossier.closed)
        return base::fail(QStringLiteral("dossier.closed"));
    if ((allowed & in(dossier.state)) == 0)
        return base::fail(QStringLiteral("dossier.wrong-state"), {{QStringLiteral("state"), QString::number(static_cast<int>(dossier.state))}});
    return base::done();
}

base::Outcome byClerk(const Context& context) {
    if (!context.actor.may(Role::Clerk) && !context.actor.may(Role::Supervisor))
        return base::fail(QStringLiteral("actor.not-clerk"));
    return base::done();
}

base::Outcome bySupervisor(const Context& context) {
    if (!context.actor.may(Role::Supervisor))
        return base::fail(QStringLiteral("actor.not-supervisor"));
    return base::done();
}

base::Outcome bySigner(const Dossier& dossier, const Context& context) {
    if (!context.actor.active || (context.actor.roles & signersOf(dossier)) == 0)
        return base::fail(QStringLiteral("actor.not-supervisor"));
    return base::done();
}

base::Outcome needs(const QString& text, const char* error) {
    if (saysNothing(text))
        return base::fail(QString::fromLatin1(error));
    return base::done();
}

}

base::Outcome rules::inRange(const EventBody& body, const QDateTime& now) {
    if (const auto sound = all(wellFormed(body), plausible(body, now)); !sound)
        return base::fail(base::Error{QStringLiteral("dossier.out-of-range"), sound.error().detail});
    return base::done();
}

base::Result<std::vector<EventBody>> decide(const Dossier& dossier, const Command& command, const Context& context) {
    auto events = std::visit([&](const auto& wanted) { return rules::on(dossier, wanted, context); }, command);
    if (!events)
        return events;
    for (EventBody& body : *events) {
        body = withPlainTexts(std::move(body));
        if (const auto fits = rules::inRange(body, context.now); !fits)
            return base::fail(fits.error());
    }
    return events;
}

}
