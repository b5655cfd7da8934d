#include "app/counter/Withdrawals.h"

namespace motcua::counter {

namespace {

std::vector<domain::Command> commandsFor(const QString& reason) {
    return {domain::Withdraw{reason}, domain::Close{}};
}

}

Withdrawals::Withdrawals(CommandRunner& runner, HeldActs& held) : m_runner(runner), m_held(held) {
    held.know(held::withdraw,
        {[](const domain::Dossier&, const QJsonObject& said) { return commandsFor(said.value(QLatin1String(held::reason)).toString()); },
            [this](const domain::Dossier& before, const domain::Dossier&) { emit withdrawn(before.id); }});
}

base::Outcome Withdrawals::withdraw(domain::DossierId dossier, const QString& reason) {
    const auto carried = m_runner.run(dossier, commandsFor(reason));
    if (!carried)
        return base::fail(carried.error());
    emit withdrawn(dossier);
    return base::done();
}

base::Outcome Withdrawals::hold(domain::DossierId dossier, const QString& reason) {
    return m_held.hold(held::withdraw, dossier, {{QLatin1String(held::reason), reason}});
}

}
