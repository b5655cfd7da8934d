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

QString procedureOf(const Scenario& scenario, QTime time, QRandomGenerator& random) {
    const auto isThere = [time](const WeightedProcedure& row) { return !row.from.isValid() || time >= row.from; };
    int total = 0;
    for (const WeightedProcedure& row : scenario.procedures)
        total += isThere(row) ? row.weight : 0;
    int ticket = random.bounded(std::max(total, 1));
    for (const WeightedProcedure& row : scenario.procedures) {
        if (!isThere(row))
            continue;
        if (ticket < row.weight)
            return row.code;
        ticket -= row.weight;
    }
    return scenario.procedures.front().code;
}

/// Whether the procedure's job takes a number in a book.
bool takesNumber(const QString& procedure) {
    const auto& kinds = domain::builtInJobs().kinds();
    return std::any_of(kinds.begin(), kinds.end(), [&](const auto& kind) { return kind->book && kind->procedures.contains(procedure); });
}

bool suits(Turn turn, const Arrival& arrival) {
    return (turn != Turn::Spoilt && turn != Turn::Waived) || takesNumber(arrival.procedure);
}

/// Hands the scenario's turns out among the citizens. First those that not everybody's business suits.
void dealTurns(std::vector<Arrival>& arrivals, const Scenario& scenario, QRandomGenerator& random) {
    constexpr int soonestBack = 40;
    constexpr int latestBack = 150;
    for (const Turn turn : {Turn::Spoilt, Turn::Waived, Turn::Refused, Turn::Incomplete, Turn::Supplement, Turn::Returned, Turn::Withdrawn}) {
        std::vector<Arrival*> fit;
        for (Arrival& arrival : arrivals)
            if (arrival.turn == Turn::None && suits(turn, arrival))
                fit.push_back(&arrival);
        std::shuffle(fit.begin(), fit.end(), random);
        fit.resize(std::min(fit.size(), static_cast<size_t>(scenario.turns.value(wireName(turn)).toInt())));
        for (Arrival* arrival : fit) {
            arrival->turn = turn;
            if (turn == Turn::Refused || turn == Turn::Incomplete)
                arrival->scans = 0;
            if (turn == Turn::Incomplete || turn == Turn::Supplement)
                arrival->back = std::min(arrival->time.addSecs(60 * random.bounded(soonestBack, latestBack)), scenario.closing.addSecs(-15 * 60));
        }
    }
}

}

QString Arrival::cardText() const {
    const QString year = QStringLiteral("19") + personalId.mid(4, 2);
    const QString sex = personalId.at(3) == QLatin1Char('0') ? QStringLiteral("Nam") : QStringLiteral("Nữ");
    return QStringList{personalId, QString(), name, QStringLiteral("1501") + year, sex, QStringLiteral("Tổ 3, Khu 5, phường Bãi Cháy, Quảng Ninh"),
        QStringLiteral("12052021")}
        .join(QLatin1Char('|'));
}

std::vector<Arrival> arrivalsOf(const Scenario& scenario, quint32 seed) {
    QRandomGenerator random(seed);
    std::vector<Arrival> arrivals;
    const int seconds = scenario.opening.secsTo(scenario.lastArrival);
    for (int i = 1; i <= scenario.dossiers; ++i) {
        Arrival arrival;
        arrival.time = scenario.opening.addSecs(random.bounded(seconds));
        arrival.desk = 1 + random.bounded(scenario.desks);
        arrival.procedure = procedureOf(scenario, arrival.time, random);
        arrival.name = pick(familyNames(), random) + QLatin1Char(' ') + pick(givenNames(), random);
        arrival.personalId = QStringLiteral("0220%1%2").arg(50 + random.bounded(50), 2, 10, QLatin1Char('0')).arg(i, 6, 10, QLatin1Char('0'));
        arrival.document = pick(documents(), random);
        arrival.pages = 1 + random.bounded(6);
        arrival.copies = 1 + random.bounded(4);
        arrival.typed = random.generateDouble() < scenario.typedShare;
        arrival.scans = random.generateDouble() < scenario.scannedShare ? 1 + random.bounded(2) : 0;
        arrivals.push_back(arrival);
    }
    std::stable_sort(arrivals.begin(), arrivals.end(), [](const Arrival& a, const Arrival& b) { return a.time < b.time; });
    for (size_t i = 0; i < arrivals.size(); ++i)
        arrivals[i].number = static_cast<int>(i) + 1;
    dealTurns(arrivals, scenario, random);
    return arrivals;
}

}
