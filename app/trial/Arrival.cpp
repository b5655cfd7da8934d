#include "app/trial/Arrival.h"

#include "app/domain/jobs/BuiltInJobs.h"
#include "app/trial/Scenario.h"

#include <QRandomGenerator>

#include <algorithm>

namespace motcua::trial {

namespace {

const QStringList& familyNames() {
    static const QStringList names{QStringLiteral("Nguyễn"), QStringLiteral("Trần"), QStringLiteral("Lê"), QStringLiteral("Phạm"),
        QStringLiteral("Hoàng"), QStringLiteral("Vũ"), QStringLiteral("Đặng"), QStringLiteral("Bùi"), QStringLiteral("Đỗ"), QStringLiteral("Ngô")};
    return names;
}

const QStringList& givenNames() {
    static const QStringList names{QStringLiteral("Văn An"), QStringLiteral("Thị Hường"), QStringLiteral("Đức Dũng"), QStringLiteral("Thị Thủy"),
        QStringLiteral("Quang Huy"), QStringLiteral("Ngọc Ánh"), QStringLiteral("Minh Đạt"), QStringLiteral("Thị Yến"), QStringLiteral("Xuân Trường"),
        QStringLiteral("Thùy Dương")};
    return names;
}

const QStringList& documents() {
    static const QStringList names{QStringLiteral("Bằng tốt nghiệp đại học"), QStringLiteral("Giấy khai sinh"),
        QStringLiteral("Giấy chứng nhận quyền sử dụng đất"), QStringLiteral("Giấy phép lái xe"), QStringLiteral("Giấy chứng nhận kết hôn"),
        QStringLiteral("Học bạ trung học phổ thông"), QStringLiteral("Giấy chứng nhận đăng ký xe")};
    return names;
}

QString pick(const QStringList& list, QRandomGenerator& random) {
    return list.at(random.bounded(static_cast<int>(list.size())));
}

const WeightedProcedure& procedureOf(const Scenario& scenario, QTime time, QRandomGenerator& random) {
    const auto isThere = [time](const WeightedProcedure& row) { return !row.from.isValid() || time >= row.from; };
    int total = 0;
    for (const WeightedProcedure& row : scenario.procedures)
        total += isThere(row) ? row.weight : 0;
    int ticket = random.bounded(std::max(total, 1));
    for (const WeightedProcedure& row : scenario.procedures) {
        if (!isThere(row))
            continue;
        if (ticket < row.weight)
            return row;
        ticket -= row.weight;
    }
    return scenario.procedures.front();
}

/// Whether the procedure's job takes a number in a book. A day without visits is dealt as it was before there was a bench: desks of before play it
/// too, and are judged by it.
bool takesNumber(const QString& procedure, bool isVisitsDay) {
    const auto& kinds = domain::builtInJobs().kinds();
    return std::any_of(kinds.begin(), kinds.end(),
        [&](const auto& kind) { return kind->book && (isVisitsDay || kind->place.isEmpty()) && kind->procedures.contains(procedure); });
}

/// The paper of the visit that the turn suits, the last where it suits several; null: none.
ArrivalPaper* suited(Turn turn, Arrival& arrival, bool isVisitsDay) {
    auto& papers = arrival.papers;
    if (turn == Turn::Incomplete && papers.size() > 1)
        return nullptr;
    for (auto paper = papers.rbegin(); paper != papers.rend(); ++paper) {
        const auto alike = std::count_if(papers.begin(), papers.end(), [&](const ArrivalPaper& each) { return each.procedure == paper->procedure; });
        if (alike == 1 && ((turn != Turn::Spoilt && turn != Turn::Waived) || takesNumber(paper->procedure, isVisitsDay)))
            return &*paper;
    }
    return nullptr;
}

/// Half of the citizens come for one paper; of the others each number is as likely.
void addPapers(std::vector<Arrival>& arrivals, const Scenario& scenario, QRandomGenerator& random) {
    for (Arrival& arrival : arrivals) {
        const int further = random.bounded(2) == 0 ? 0 : 1 + random.bounded(scenario.mostPapers - 1);
        for (int i = 0; i < further; ++i) {
            const WeightedProcedure& row = procedureOf(scenario, arrival.time, random);
            ArrivalPaper paper{row.code, row.kind, pick(documents(), random), 1 + random.bounded(6), 1 + random.bounded(4), Turn::None};
            arrival.papers.push_back(paper);
        }
    }
}

/// Hands the scenario's turns out among the citizens. First those that not everybody's business suits.
void dealTurns(std::vector<Arrival>& arrivals, const Scenario& scenario, QRandomGenerator& random) {
    constexpr int soonestBack = 40;
    constexpr int latestBack = 150;
    for (const Turn turn : {Turn::Spoilt, Turn::Waived, Turn::Refused, Turn::Incomplete, Turn::Supplement, Turn::Returned, Turn::Withdrawn}) {
        std::vector<Arrival*> fit;
        for (Arrival& arrival : arrivals)
            if (arrival.turn() == Turn::None && suited(turn, arrival, scenario.mostPapers > 1))
                fit.push_back(&arrival);
        std::shuffle(fit.begin(), fit.end(), random);
        fit.resize(std::min(fit.size(), static_cast<size_t>(scenario.turns.value(wireName(turn)).toInt())));
        for (Arrival* arrival : fit) {
            ArrivalPaper* paper = suited(turn, *arrival, scenario.mostPapers > 1);
            paper->turn = turn;
            if (turn == Turn::Refused) {
                const auto place = arrival->papers.begin() + (paper - arrival->papers.data());
                std::rotate(place, place + 1, arrival->papers.end());
            }
            if (turn == Turn::Refused || turn == Turn::Incomplete)
                arrival->scans = 0;
            if (turn == Turn::Incomplete || turn == Turn::Supplement)
                arrival->back = std::min(arrival->time.addSecs(60 * random.bounded(soonestBack, latestBack)), scenario.closing.addSecs(-15 * 60));
        }
    }
}

}

const ArrivalPaper* Arrival::turning() const {
    const auto found = std::find_if(papers.begin(), papers.end(), [](const ArrivalPaper& paper) { return paper.turn != Turn::None; });
    return found == papers.end() ? nullptr : &*found;
}

Turn Arrival::turn() const {
    const ArrivalPaper* paper = turning();
    return paper ? paper->turn : Turn::None;
}

QString paperKey(const QString& personalId, const QString& procedure) {
    return personalId + QLatin1Char(' ') + procedure;
}

QString madeUpName(int number) {
    return familyNames().at(number % familyNames().size()) + QLatin1Char(' ') + givenNames().at((number / 3) % givenNames().size());
}

QString cardTextOf(const QString& personalId, const QString& name) {
    const QString year = QStringLiteral("19") + personalId.mid(4, 2);
    const QString sex = personalId.at(3) == QLatin1Char('0') ? QStringLiteral("Nam") : QStringLiteral("Nữ");
    return QStringList{personalId, QString(), name, QStringLiteral("1501") + year, sex, QStringLiteral("Tổ 3, Khu 5, phường Bãi Cháy, Quảng Ninh"),
        QStringLiteral("12052021")}
        .join(QLatin1Char('|'));
}

QString Arrival::cardText() const {
    return cardTextOf(personalId, name);
}

std::vector<Arrival> arrivalsOf(const Scenario& scenario, quint32 seed) {
    QRandomGenerator random(seed);
    std::vector<Arrival> arrivals;
    const int seconds = scenario.opening.secsTo(scenario.lastArrival);
    for (int i = 1; i <= scenario.dossiers; ++i) {
        Arrival arrival;
        arrival.time = scenario.opening.addSecs(random.bounded(seconds));
        arrival.desk = 1 + random.bounded(scenario.desks);
        ArrivalPaper paper;
        const WeightedProcedure& row = procedureOf(scenario, arrival.time, random);
        paper.procedure = row.code;
        paper.kind = row.kind;
        arrival.name = pick(familyNames(), random) + QLatin1Char(' ') + pick(givenNames(), random);
        arrival.personalId = QStringLiteral("0220%1%2").arg(50 + random.bounded(50), 2, 10, QLatin1Char('0')).arg(i, 6, 10, QLatin1Char('0'));
        paper.document = pick(documents(), random);
        paper.pages = 1 + random.bounded(6);
        paper.copies = 1 + random.bounded(4);
        arrival.papers = {paper};
        arrival.typed = random.generateDouble() < scenario.typedShare;
        arrival.scans = random.generateDouble() < scenario.scannedShare ? 1 + random.bounded(2) : 0;
        arrivals.push_back(arrival);
    }
    std::stable_sort(arrivals.begin(), arrivals.end(), [](const Arrival& a, const Arrival& b) { return a.time < b.time; });
    for (size_t i = 0; i < arrivals.size(); ++i)
        arrivals[i].number = static_cast<int>(i) + 1;
    if (scenario.mostPapers > 1)
        addPapers(arrivals, scenario, random);
    dealTurns(arrivals, scenario, random);
    return arrivals;
}

}
