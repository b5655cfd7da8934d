#include "app/trial/Ledger.h"

#include <QJsonArray>

namespace motcua::trial {

void Ledger::promised(const Arrival& arrival, const QString& dossier) {
    m_promised.insert(arrival.personalId, dossier);
}

void Ledger::inventory(const QString& desk, const QJsonObject& answer) {
    for (const QJsonValue& value : answer.value(QLatin1String("folders")).toArray()) {
        const QJsonObject folder = value.toObject();
        const QString id = folder.value(QLatin1String("id")).toString();
        const QString code = folder.value(QLatin1String("code")).toString();
        Seen& seen = m_seen[folder.value(QLatin1String("personalId")).toString()];
        seen.dossiers.insert(id);
        seen.closed = seen.closed || folder.value(QLatin1String("closed")).toBool();
        if (code.isEmpty())
            continue;
        seen.codes.insert(code);
        if (const QString owner = m_codeOwner.value(code, id); owner != id) {
            ++m_codeClashes;
            m_faults.append(QStringLiteral("%1: code %2 belongs to two dossiers").arg(desk, code));
        }
        m_codeOwner.insert(code, id);
    }
    for (const QJsonValue& value : answer.value(QLatin1String("volumes")).toArray()) {
        const QJsonObject volume = value.toObject();
        int expected = volume.value(QLatin1String("first")).toInt();
        for (const QJsonValue& number : volume.value(QLatin1String("numbers")).toArray()) {
            if (number.toInt() != expected) {
                ++m_gaps;
                m_faults.append(QStringLiteral("%1: book has %2 where %3 belongs").arg(desk).arg(number.toInt()).arg(expected));
            }
            expected = number.toInt() + 1;
        }
    }
}

void Ledger::journal(const QString& desk, qint64 events, const QStringList& faults) {
    m_stationEvents += events;
    for (const QString& fault : faults)
        m_faults.append(desk + QStringLiteral(": ") + fault);
}

void Ledger::province(const QJsonObject& check) {
    m_check = check;
    for (const QJsonValue& fault : check.value(QLatin1String("faults")).toArray())
        m_faults.append(QStringLiteral("gateway: ") + fault.toString());
}

void Ledger::judgeCitizens(Verdict& verdict) const {
    for (const Arrival& arrival : m_arrivals) {
        const Seen seen = m_seen.value(arrival.personalId);
        if (seen.closed)
            ++verdict.served;
        else {
            ++verdict.lost;
            verdict.remarks.append(QStringLiteral("arrival %1 was not served to the end").arg(arrival.number));
        }
        const QString promise = m_promised.value(arrival.personalId);
        if (!promise.isEmpty() && !seen.dossiers.contains(promise)) {
            ++verdict.lost;
            verdict.remarks.append(QStringLiteral("dossier %1 was promised and is nowhere").arg(promise));
        }
        if (seen.dossiers.size() > 1 || seen.codes.size() > 1) {
            ++verdict.doubled;
            verdict.remarks.append(QStringLiteral("arrival %1 has %2 dossiers").arg(arrival.number).arg(seen.dossiers.size()));
        }
    }
}

Ledger::Verdict Ledger::verdict() const {
    Verdict verdict;
    judgeCitizens(verdict);
    verdict.doubled += m_codeClashes + m_check.value(QLatin1String("doubled")).toInt();
    verdict.gaps = m_gaps + m_check.value(QLatin1String("gaps")).toInt();
    verdict.lost += m_check.value(QLatin1String("lost")).toInt();
    const qint64 held = m_check.value(QLatin1String("events")).toInteger();
    if (held < m_stationEvents)
        verdict.lost += static_cast<int>(m_stationEvents - held);
    if (held > m_stationEvents)
        verdict.doubled += static_cast<int>(held - m_stationEvents);
    if (held != m_stationEvents)
        verdict.remarks.append(QStringLiteral("the stations wrote %1 events, the province holds %2").arg(m_stationEvents).arg(held));
    if (!m_faults.isEmpty() && verdict.isClean())
        ++verdict.lost;
    verdict.remarks += m_faults;
    return verdict;
}

}
