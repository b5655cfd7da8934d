#include "app/trial/TrialLedger.h"

#include "app/domain/Moments.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace motcua::trial {

void TrialLedger::inventory(const QString& desk, const QJsonObject& answer) {
    for (const QJsonValue& value : answer.value(QLatin1String("dossiers")).toArray()) {
        const QJsonObject directory = value.toObject();
        const QString id = directory.value(QLatin1String("id")).toString();
        const QString code = directory.value(QLatin1String("code")).toString();
        const QString person = directory.value(QLatin1String("personalId")).toString();
        Seen& seen = m_seen[person];
        seen.dossiers.insert(id);
        if (directory.value(QLatin1String("closed")).toBool())
            seen.closed.insert(id);
        if (const QString visit = directory.value(QLatin1String("visit")).toString(); !visit.isEmpty()) {
            seen.visits.insert(visit);
            if (const QString owner = m_visitOwner.value(visit, person); owner != person) {
                ++m_clashes;
                m_faults.append(QStringLiteral("%1: visit %2 is of two citizens").arg(desk, visit));
            }
            m_visitOwner.insert(visit, person);
        }
        if (directory.value(QLatin1String("here")).toBool()) {
            if (m_lying.contains(id)) {
                ++m_clashes;
                m_faults.append(QStringLiteral("dossier %1 lies on %2 and on %3").arg(id, m_lying.value(id).desk, desk));
            }
            m_lying.insert(id, {desk, code, directory.value(QLatin1String("state")).toInt(), directory.value(QLatin1String("closed")).toBool()});
        }
        if (code.isEmpty())
            continue;
        seen.codes.insert(code);
        if (const QString owner = m_codeOwner.value(code, id); owner != id) {
            ++m_clashes;
            m_faults.append(QStringLiteral("%1: code %2 belongs to two dossiers").arg(desk, code));
        }
        m_codeOwner.insert(code, id);
    }
    for (const QJsonValue& value : answer.value(QLatin1String("volumes")).toArray()) {
        const QJsonObject volume = value.toObject();
        int expected = volume.value(QLatin1String("first")).toInt();
        const QString name = volume.value(QLatin1String("volume")).toString();
        QSet<int>& shown = m_shown[name][desk];
        if (volume.contains(QLatin1String("total")))
            m_totals[name].insert(desk, volume.value(QLatin1String("total")).toInt());
        for (const QJsonValue& number : volume.value(QLatin1String("numbers")).toArray()) {
            // In the unit's book the numbers between are at other desks, or may still be given: the province's check proves the run.
            const bool isUnits = volume.value(QLatin1String("isUnits")).toBool();
            if (isUnits ? number.toInt() < expected : number.toInt() != expected) {
                ++m_gaps;
                m_faults.append(QStringLiteral("%1: book has %2 where %3 belongs").arg(desk).arg(number.toInt()).arg(expected));
            }
            expected = number.toInt() + 1;
            shown.insert(number.toInt());
        }
    }
}

void TrialLedger::journal(const QString& desk, const QStringList& faults) {
    for (const QString& fault : faults)
        m_faults.append(desk + QStringLiteral(": ") + fault);
}

void TrialLedger::province(const QJsonObject& check) {
    m_check = check;
    // The day is played by its own clock, in a few seconds of the province's.
    static const QRegularExpression told(QStringLiteral("irregular, (\\S+)"));
    for (const QJsonValue& fault : check.value(QLatin1String("faults")).toArray())
        if (!domain::isClockDoubt(told.match(fault.toString()).captured(1)))
            m_faults.append(QStringLiteral("gateway: ") + fault.toString());
}

void TrialLedger::records(const std::vector<HeldRecord>& stations, const HeldByProvince& province) {
    m_comparison = compare(stations, province.records, province.unused);
    m_held = province;
    for (const HeldRecord& record : stations)
        // A slip's number stands on the slip, not in a book.
        if (const QString volume = record.volume.toString(QUuid::WithoutBraces); record.kind == QLatin1String("entry-registered")) {
            judgeShown(volume, record.number);
            ++m_rows[volume];
        }
    judgeTotals();
}

/// What a book says of itself at each desk is what the records say.
void TrialLedger::judgeTotals() {
    for (auto volume = m_totals.begin(); volume != m_totals.end(); ++volume)
        for (auto desk = volume->begin(); desk != volume->end(); ++desk)
            if (*desk != m_rows.value(volume.key())) {
                ++m_gaps;
                m_faults.append(QStringLiteral("%1: the book of volume %2 has a total of %3, there are %4 records of it")
                                    .arg(desk.key(), volume.key())
                                    .arg(*desk)
                                    .arg(m_rows.value(volume.key())));
            }
}

/// At every desk that has the book.
void TrialLedger::judgeShown(const QString& volume, int number) {
    const QMap<QString, QSet<int>> desks = m_shown.value(volume);
    QStringList lacking;
    for (auto desk = desks.begin(); desk != desks.end(); ++desk)
        if (!desk->contains(number))
            lacking.append(desk.key());
    if (desks.isEmpty() || !lacking.isEmpty()) {
        ++m_gaps;
        m_faults.append(
            QStringLiteral("the book of volume %1 does not show number %2 %3").arg(volume).arg(number).arg(lacking.join(QLatin1Char(' '))));
    }
}

void TrialLedger::printed(const QMap<QString, TraySheet>& sheets) {
    m_sheets = sheets;
}

void TrialLedger::written(const QMap<QString, QString>& files) {
    m_files = files;
}

int TrialLedger::planned(Turn turn) const {
    return static_cast<int>(std::count_if(m_arrivals.begin(), m_arrivals.end(), [turn](const Arrival& arrival) { return arrival.turn() == turn; }));
}

int TrialLedger::papers() const {
    size_t sum = 0;
    for (const Arrival& arrival : m_arrivals)
        sum += arrival.papers.size();
    return static_cast<int>(sum);
}

QMap<QString, int> TrialLedger::plan() const {
    const int received = papers() - planned(Turn::Refused);
    return {{QStringLiteral("dossier-received"), received}, {QStringLiteral("dossier-refused"), planned(Turn::Refused)},
        {QStringLiteral("supplement-asked"), planned(Turn::Incomplete) + planned(Turn::Supplement)},
        {QStringLiteral("supplement-returned"), planned(Turn::Supplement)}, {QStringLiteral("dossier-returned"), planned(Turn::Returned)},
        {QStringLiteral("dossier-submitted"), received + planned(Turn::Returned)}, {QStringLiteral("dossier-withdrawn"), planned(Turn::Withdrawn)},
        {QStringLiteral("dossier-approved"), received - planned(Turn::Withdrawn)}, {QStringLiteral("entry-spoiled"), planned(Turn::Spoilt)},
        {QStringLiteral("result-handed-over"), received - planned(Turn::Withdrawn)}, {QStringLiteral("dossier-closed"), papers()}};
}

/// A citizen is served when all the papers of the visit are.
void TrialLedger::judgeCitizens(Verdict& verdict) const {
    for (const Arrival& arrival : m_arrivals) {
        const Seen seen = m_seen.value(arrival.personalId);
        const auto open = std::ssize(arrival.papers) - seen.closed.size();
        if (open <= 0)
            ++verdict.served;
        else {
            verdict.lost += static_cast<int>(open);
            verdict.remarks.append(QStringLiteral("arrival %1 was not served to the end: %2 papers").arg(arrival.number).arg(open));
        }
        // Desks of before said the one dossier.
        for (const QString& promise : m_promised.value(arrival.personalId).toVariant().toStringList())
            if (!seen.dossiers.contains(promise)) {
                ++verdict.lost;
                verdict.remarks.append(QStringLiteral("dossier %1 was promised and is nowhere").arg(promise));
            }
        judgeVisit(arrival, seen, verdict);
    }
}

/// No more dossiers than papers, and all of them in one visit.
void TrialLedger::judgeVisit(const Arrival& arrival, const Seen& seen, Verdict& verdict) const {
    const auto papers = std::ssize(arrival.papers);
    const bool isSplit = papers > 1 && seen.visits.size() != 1;
    if (seen.dossiers.size() <= papers && seen.codes.size() <= papers && !isSplit)
        return;
    verdict.doubled += std::max(1, static_cast<int>(seen.dossiers.size() - papers));
    verdict.remarks.append(QStringLiteral("arrival %1 with %2 papers has %3 dossiers in %4 visits")
                               .arg(arrival.number)
                               .arg(papers)
                               .arg(seen.dossiers.size())
                               .arg(seen.visits.size()));
}

/// An act that was to happen and is in no journal is lost; one that happened once more than it was to, doubled.
void TrialLedger::judgePlan(Verdict& verdict) const {
    const QMap<QString, int> wanted = plan();
    for (auto kind = wanted.begin(); kind != wanted.end(); ++kind) {
        const int done = m_comparison.stationKinds.value(kind.key());
        if (done == kind.value())
            continue;
        verdict.lost += std::max(kind.value() - done, 0);
        verdict.doubled += std::max(done - kind.value(), 0);
        verdict.remarks.append(QStringLiteral("%1: %2 planned, %3 done").arg(kind.key()).arg(kind.value()).arg(done));
    }
}

/// The province's table of dossiers against the desks on which they lie.
void TrialLedger::judgeDossiers(Verdict& verdict) const {
    QSet<QString> known;
    for (const HeldDossier& dossier : m_held.dossiers) {
        const QString id = dossier.id.toString(QUuid::WithoutBraces);
        known.insert(id);
        const auto lying = m_lying.find(id);
        if (lying != m_lying.end() && m_held.asKept(lying->code) == dossier.code && lying->state == dossier.state && lying->closed == dossier.closed)
            continue;
        ++verdict.lost;
        verdict.remarks.append(QStringLiteral("dossier %1 is not the same at its desk and at the province").arg(id));
    }
    for (auto lying = m_lying.begin(); lying != m_lying.end(); ++lying)
        if (!known.contains(lying.key())) {
            ++verdict.lost;
            verdict.remarks.append(QStringLiteral("dossier %1 of %2 is unknown to the province").arg(lying.key(), lying->desk));
        }
}

void TrialLedger::judgeSheets(Verdict& verdict) const {
    QMap<QString, int> left; ///< copies that no record has spoken for
    for (auto sheet = m_sheets.begin(); sheet != m_sheets.end(); ++sheet)
        left.insert(sheet.key(), sheet->copies);
    const auto recorded = [&](const QString& job, const HeldPrint& print) {
        if (left.contains(job) && m_sheets.value(job).sha256 == print.sha256 && left[job] >= print.copies) {
            left[job] -= print.copies;
            return;
        }
        ++verdict.lost;
        verdict.remarks.append(QStringLiteral("sheet %1 was recorded and is not what came out").arg(job));
    };
    for (const HeldPrint& print : m_held.prints)
        if (!print.queue.isEmpty() && print.job > 0)
            recorded(QStringLiteral("%1/%2").arg(print.queue).arg(print.job), print);
    for (const HeldPrint& print : m_held.prints)
        if (!print.queue.isEmpty() && print.job == 0) {
            const auto sheet = std::find_if(m_sheets.keyValueBegin(), m_sheets.keyValueEnd(),
                [&](const auto& each) { return each.second.sha256 == print.sha256 && left[each.first] > 0; });
            recorded(sheet == m_sheets.keyValueEnd() ? print.queue + QStringLiteral("/?") : sheet->first, print);
        }
    for (auto sheet = left.begin(); sheet != left.end(); ++sheet)
        if (*sheet > 0) {
            ++verdict.doubled;
            verdict.remarks.append(QStringLiteral("sheet %1 came out and is on no record, %2 copies of it").arg(sheet.key()).arg(*sheet));
        }
}

void TrialLedger::judgeFiles(Verdict& verdict) const {
    QSet<QString> recorded;
    for (const HeldPrint& print : m_held.prints)
        if (print.queue.isEmpty())
            recorded.insert(print.sha256);
    for (auto file = m_files.begin(); file != m_files.end(); ++file)
        if (!recorded.contains(*file)) {
            ++verdict.doubled;
            verdict.remarks.append(QStringLiteral("the paper %1 was written and is on no record").arg(file.key()));
        }
}

/// A certification that was handed over without a number is a row that the book lacks.
void TrialLedger::judgeNumbers(Verdict& verdict) const {
    for (const HeldCertification& certified : m_held.certifications) {
        if (certified.numbered)
            continue;
        ++verdict.gaps;
        verdict.remarks.append(
            QStringLiteral("dossier %1 was handed over as certified without a number").arg(certified.dossier.toString(QUuid::WithoutBraces)));
    }
}

Verdict TrialLedger::verdict() const {
    Verdict verdict;
    judgeCitizens(verdict);
    judgePlan(verdict);
    judgeDossiers(verdict);
    judgeSheets(verdict);
    judgeFiles(verdict);
    // The same fault may show in the runner's own look at the disks and in the province's check of itself.
    verdict.lost += std::max(m_comparison.lost, m_check.value(QLatin1String("lost")).toInt());
    verdict.doubled += m_clashes + std::max(m_comparison.doubled, m_check.value(QLatin1String("doubled")).toInt());
    verdict.gaps = std::max({m_gaps, m_comparison.gaps, m_check.value(QLatin1String("gaps")).toInt()});
    judgeNumbers(verdict);
    if (!m_faults.isEmpty() && verdict.isClean())
        ++verdict.lost;
    verdict.remarks += m_comparison.remarks + m_faults;
    return verdict;
}

QString TrialLedger::table() const {
    const std::pair<const char*, const char*> rows[] = {{"received", "dossier-received"}, {"refused, form 03", "dossier-refused"},
        {"supplement asked, form 02", "supplement-asked"}, {"supplement brought", "supplement-returned"}, {"submitted", "dossier-submitted"},
        {"returned by the supervisor", "dossier-returned"}, {"approved", "dossier-approved"}, {"book numbers taken", "entry-registered"},
        {"book numbers spoiled", "entry-spoiled"}, {"numbered by hand", "attested-by-hand"}, {"fees taken", "fee-collected"},
        {"papers printed", "print-recorded"}, {"handed over", "result-handed-over"}, {"withdrawn", "dossier-withdrawn"},
        {"closed", "dossier-closed"}};
    const QMap<QString, int> wanted = plan();
    QString table = QStringLiteral("what\tplanned\tstations\tprovince\n");
    for (const auto& [what, kind] : rows) {
        const QString key = QLatin1String(kind);
        const QString plannedCount = wanted.contains(key) ? QString::number(wanted.value(key)) : QStringLiteral("-");
        table += QStringLiteral("%1\t%2\t%3\t%4\n")
                     .arg(QLatin1String(what), plannedCount)
                     .arg(m_comparison.stationKinds.value(key))
                     .arg(m_comparison.provinceKinds.value(key));
    }
    return table;
}

}
