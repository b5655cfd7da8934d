#pragma once

#include "app/trial/Arrival.h"

#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QStringList>

namespace motcua::trial {

/// The runner's own book of the day, against which the stations' and the province's are held.
class Ledger {
public:
    struct Verdict {
        int served = 0;
        int lost = 0;
        int doubled = 0;
        int gaps = 0;
        QStringList remarks;
        bool isClean() const { return lost == 0 && doubled == 0 && gaps == 0; }
    };

    explicit Ledger(std::vector<Arrival> arrivals) : m_arrivals(std::move(arrivals)) {}

    const std::vector<Arrival>& arrivals() const { return m_arrivals; }
    /// The desk said that this citizen's dossier exists.
    void promised(const Arrival& arrival, const QString& dossier);
    /// What a desk holds at the end of the day.
    void inventory(const QString& desk, const QJsonObject& answer);
    /// A closed station's journal as motcua-admin would verify it.
    void journal(const QString& desk, qint64 events, const QStringList& faults);
    /// The province's own check and counts.
    void province(const QJsonObject& check);

    Verdict verdict() const;

private:
    struct Seen {
        QSet<QString> dossiers;
        QSet<QString> codes;
        bool closed = false;
    };

    void judgeCitizens(Verdict& verdict) const;

    std::vector<Arrival> m_arrivals;
    QMap<QString, QString> m_promised;   ///< personal number → dossier
    QMap<QString, Seen> m_seen;          ///< by personal number
    QMap<QString, QString> m_codeOwner;  ///< dossier code → dossier
    int m_codeClashes = 0;
    int m_gaps = 0;
    qint64 m_stationEvents = 0;
    QStringList m_faults;
    QJsonObject m_check;
};

}
