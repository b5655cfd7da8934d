#pragma once

#include "app/domain/numbers/NumberRun.h"
#include "app/domain/numbers/RunProof.h"
#include "tests/unit/domain/numbers/NumberWords.h"

namespace motcua::domain::test {

/// Days of a unit in short words, each an act of a desk: "A+3" a run of 3 is leased to desk A, "A!1" one is drawn, "A#2" two are printed for a kit,
/// "A=5" A gives number 5, "A=5?" and is not let; "A<3-4" gives back, "A~3" writes off, "A/" it is lost. "m12" it is the first day of that month
/// (13: of the next year), "d5" the fifth; "." what nobody used is written off, "save" the keeper's data are copied and "load" restored from the
/// copy, "A>3-4" A tells then that it holds these, "told" all have told, "told4" and up to four more
/// were given to desks that cannot.
class Days {
public:
    explicit Days(std::optional<int> capacity = {}, bool orderOfDates = false) : m_run({volume(1, 2026, 1, capacity)}, {}, {}, orderOfDates) {}

    /// Empty, or the first act that did not go as said.
    QString play(const QString& acts) {
        for (const QString& act : acts.split(u' ', Qt::SkipEmptyParts))
            if (const QString wrong = one(act); !wrong.isEmpty())
                return act + QStringLiteral(": ") + wrong;
        return {};
    }
    /// "A1-3 B4"
    QString leased() const {
        QStringList words;
        for (const HeldLease& lease : m_run.leases())
            words << nameOf(lease.holder) + inWords({lease.range()});
        return words.join(u' ');
    }
    QString off() const {
        NumberRanges list;
        for (const NumbersOff& gone : m_off)
            put(list, gone.range());
        return inWords(list);
    }
    RunFacts facts() const { return {m_run.volumes(), m_run.leases(), m_off, m_taken, 0}; }
    /// "kind:number" of each.
    QString faults() const {
        QStringList words;
        for (const RunFault& fault : provesOneRun(facts()).faults)
            words << QStringLiteral("%1:%2").arg(static_cast<int>(fault.kind)).arg(fault.number);
        return words.join(u' ');
    }
    const NumberRun& run() const { return m_run; }
    const std::vector<NumbersOff>& gone() const { return m_off; }

private:
    VolumeId holding(int number) const {
        for (const NumberVolume& one : m_run.volumes())
            if (number >= one.firstNumber && number <= one.end().value_or(number))
                return one.id;
        return m_run.volumes().back().id;
    }
    QString keep(const NumberRun::Settled& settled) {
        m_off.insert(m_off.end(), settled.off.begin(), settled.off.end());
        return {};
    }
    QString moment(QChar what, int value) {
        const QDate day = m_now.addSecs(qint64(7) * 3600).date();
        const bool isMonth = what == u'm';
        const int month = isMonth ? value : day.month();
        m_now = month > 12 ? vietnam(2027, month - 12, 1, 9) : vietnam(2026, month, isMonth ? 1 : value, 9);
        return {};
    }
    QString one(const QString& act) {
        if (act == QStringLiteral("save"))
            return m_copy = std::tuple(m_run, m_off, m_taken), QString();
        if (act == QStringLiteral("load"))
            return std::tie(m_run, m_off, m_taken) = *m_copy, m_told.clear(), QString();
        if (act.startsWith(QStringLiteral("told")))
            return keep(m_run.restored(QStringLiteral("restored"), m_now, act.mid(4).toInt()));
        if (act.startsWith(u'm') || act.startsWith(u'd'))
            return moment(act.front(), act.mid(1).toInt());
        if (act == QStringLiteral("."))
            return keep(m_run.writeOffUnused(m_reason, m_now));
        return ofDesk(desk(act.front()), act[1], act.mid(2));
    }
    QString ofDesk(StationId who, QChar what, const QString& value) {
        if (what == u'/')
            return keep(m_run.writeOffAll(who, m_reason, m_now));
        for (const auto& [sign, use] : {std::pair{u'+', LeaseUse::Run}, {u'!', LeaseUse::Draw}, {u'#', LeaseUse::Kit}})
            if (what == sign) {
                const auto granted = m_run.grant({who, use, value.toInt()}, m_now);
                return granted ? QString() : granted.error().code;
            }
        if (what == u'=')
            return take(who, value);
        const NumberRange range = fromWords(value).front();
        if (what == u'<')
            return keep(m_run.giveBack(who, holding(range.first), range, m_reason, m_now));
        if (what == u'~')
            return keep(m_run.writeOff(who, holding(range.first), range, m_reason, m_now));
        m_run.takeOver({{}, holding(range.first), who, range.first, range.last, LeaseUse::Run, m_now, QDate(2026, 11, 1)}, m_told, m_now);
        m_told.insert(who);
        return {};
    }
    QString take(StationId who, const QString& value) {
        const bool isWrong = value.endsWith(u'?');
        const int number = (isWrong ? value.chopped(1) : value).toInt();
        const bool taken = m_run.take(who, holding(number), number).has_value();
        if (taken && !m_taken[holding(number)].insert(number).second)
            return QStringLiteral("taken twice");
        return taken == !isWrong ? QString() : QStringLiteral("taken: %1").arg(taken);
    }

    const QString m_reason = QStringLiteral("unused");
    NumberRun m_run;
    QDateTime m_now = vietnam(2026, 11, 2, 9);
    std::vector<NumbersOff> m_off;
    std::map<VolumeId, std::set<int>> m_taken;
    std::optional<std::tuple<NumberRun, std::vector<NumbersOff>, std::map<VolumeId, std::set<int>>>> m_copy;
    std::set<StationId> m_told;
};

}
