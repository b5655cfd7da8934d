#include "app/journal/Verify.h"
#include "app/trial/Runner.h"

#include <QSaveFile>

#include <cstdio>

namespace motcua::trial {

/// The day is over and every process but the gateway has ended: three books are held against each other.
void Runner::judge() {
    for (const auto& desk : m_desks) {
        const auto checked = journal::verify(folderOf(*desk));
        QStringList faults;
        if (!checked)
            faults.append(checked.error().toLogLine());
        else
            for (const journal::Fault& fault : checked->faults)
                faults.append(fault.place);
        m_ledger.journal(desk->child->name(), checked ? checked->events : 0, faults);
    }
    m_gateway.stop();
    const auto check = m_gateway.check();
    if (!check) {
        stop(check.error().toLogLine());
        return;
    }
    m_ledger.province(*check);
    const Ledger::Verdict verdict = m_ledger.verdict();
    QString text = QStringLiteral("%1, seed %2, %3: %4 desks, %5 citizens, %6 kills, %7 gateway restarts, %8 s of real time\n\n")
                       .arg(m_wanted.scenario.name).arg(m_wanted.seed).arg(m_day.toString(Qt::ISODate)).arg(m_wanted.scenario.desks)
                       .arg(m_ledger.arrivals().size()).arg(m_kills).arg(m_restarts).arg(m_realTime.elapsed() / 1000);
    text += m_figures.table() + QStringLiteral("\nunsent at most\t%1\n").arg(m_mostUnsent);
    for (const QString& remark : verdict.remarks)
        text += QStringLiteral("remark\t%1\n").arg(remark);
    text += QStringLiteral("served %1 lost %2 doubled %3 gaps %4\n").arg(verdict.served).arg(verdict.lost).arg(verdict.doubled).arg(verdict.gaps);
    std::fputs(text.toUtf8().constData(), stdout);
    std::fflush(stdout);
    QSaveFile file(m_wanted.out + QStringLiteral("/summary.txt"));
    const bool written = file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0 && file.commit();
    m_ended = true;
    emit finished(written && verdict.isClean() ? 0 : 1);
}

}
