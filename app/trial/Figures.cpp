#include "app/trial/Figures.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace motcua::trial {

namespace {

qint64 quantile(const std::vector<qint64>& sorted, double q) {
    return sorted[static_cast<size_t>(std::lround(q * static_cast<double>(sorted.size() - 1)))];
}

}

void Figures::add(const QJsonObject& steps) {
    for (auto step = steps.begin(); step != steps.end(); ++step)
        for (const QJsonValue& time : step.value().toArray())
            m_times[step.key()].push_back(time.toInteger());
}

QString Figures::table() const {
    QString table = QStringLiteral("step\tn\tmedian ms\tp95 ms\n");
    for (auto step = m_times.begin(); step != m_times.end(); ++step) {
        std::vector<qint64> times = step.value();
        std::sort(times.begin(), times.end());
        table += QStringLiteral("%1\t%2\t%3\t%4\n").arg(step.key()).arg(times.size()).arg(quantile(times, 0.5)).arg(quantile(times, 0.95));
    }
    return table;
}

}
