#include "app/counter/Withdrawals.h"

namespace motcua::counter {

Withdrawals::Withdrawals(CommandRunner& runner) : m_runner(runner) {}

base::Outcome Withdrawals::withdraw(domain::DossierId dossier, const QString& reason) {
    const auto carried = m_runner.run(dossier, {domain::Withdraw{reason.trimmed().normalized(QString::NormalizationForm_C)}, domain::Close{}});
    if (!carried)
        return base::fail(carried.error());
    emit withdrawn(dossier);
    return base::done();
}

}
