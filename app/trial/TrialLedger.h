#pragma once

#include "app/trial/Arrival.h"
#include "app/trial/Comparison.h"
#include "app/trial/Judgement.h"

#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QStringList>

namespace motcua::trial {

/// What came out of a printer for one job.
struct TraySheet {
    QString sha256;
    int copies = 1;
};

/// The book of the day as it was planned, against which the stations' and the province's are held.
class TrialLedger {
public:
    explicit TrialLedger(std::vector<Arrival> arrivals) : m_arrivals(std::move(arrivals)) {}

    /// What the desks said exists: personal number → dossiers.
    void promised(const QJsonObject& dossiers) { m_promised = dossiers; }
    /// What a desk holds at the end of the day.
    void inventory(const QString& desk, const QJsonObject& answer);
    /// A closed station's journal as motcua-admin would verify it.
    void journal(const QString& desk, const QStringList& faults);
    /// The province's own check.
    void province(const QJsonObject& check);
    /// Both sides' records, as they lie on the two disks; after the inventories.
    void records(const std::vector<HeldRecord>& stations, const HeldByProvince& province);
    /// What really came out, by queue and job, "quay-2/17". A recorded sheet that is not there is lost, one that is there without a record doubled.
    void printed(const QMap<QString, TraySheet>& sheets);
    /// What was printed to PDF: SHA-256 by the file's name. One without a record is doubled.
    void written(const QMap<QString, QString>& files);

    Verdict verdict() const;
    /// Rows "what planned stations province", tab-separated, with a heading.
    QString table() const;

private:
    struct Seen {
        QSet<QString> dossiers;
        QSet<QString> codes;
        QSet<QString> closed; ///< of the dossiers
        QSet<QString> visits; ///< in which they stand
    };
    /// A directory as the desk where it lies shows it.
    struct Lying {
        QString desk;
        QString code;
        int state = 0;
        bool closed = false;
    };

    int planned(Turn turn) const;
    int papers() const;
    /// By the kind of record, how many the day should have made.
    QMap<QString, int> plan() const;
    void judgeCitizens(Verdict& verdict) const;
    void judgeVisit(const Arrival& arrival, const Seen& seen, Verdict& verdict) const;
    void judgeTotals();
    void judgePlan(Verdict& verdict) const;
    void judgeDossiers(Verdict& verdict) const;
    void judgeSheets(Verdict& verdict) const;
    void judgeShown(const QString& volume, int number);
    void judgeFiles(Verdict& verdict) const;
    void judgeNumbers(Verdict& verdict) const;

    std::vector<Arrival> m_arrivals;
    QJsonObject m_promised;
    QMap<QString, Seen> m_seen;                      ///< by personal number
    QMap<QString, QString> m_codeOwner;              ///< dossier code → dossier
    QMap<QString, Lying> m_lying;                    ///< by dossier
    QMap<QString, QMap<QString, QSet<int>>> m_shown; ///< by volume, the numbers that its book shows at each desk
    QMap<QString, QMap<QString, int>> m_totals;      ///< by volume, the total that each desk states
    QMap<QString, int> m_rows;                       ///< by volume, the rows that the stations' records made
    QMap<QString, QString> m_visitOwner;             ///< visit → personal number
    int m_clashes = 0;                               ///< codes of two dossiers, directories on two desks
    int m_gaps = 0;
    QStringList m_faults;
    QJsonObject m_check;
    Comparison m_comparison;
    HeldByProvince m_held;
    QMap<QString, TraySheet> m_sheets;
    QMap<QString, QString> m_files;
};

}
