#pragma once

#include <chrono>

#include <QtGlobal>

namespace motcua::engine {

/// How many records travel in one request: doubled while answers come quickly, halved when they come late or not at all, so a
/// line of 64 kbit/s still ends each request inside its deadline. A value of the records lane.
class BatchSize {
public:
    static constexpr int most = 2000;
    static constexpr qint64 mostBytes = 8 * 1024 * 1024;

    int records() const { return m_records; }
    qint64 bytes() const { return mostBytes; }

    void answered(std::chrono::milliseconds took);
    void failed();

private:
    static constexpr int first = 500;
    static constexpr int least = 10;
    static constexpr std::chrono::milliseconds quick{1000};
    static constexpr std::chrono::milliseconds slow{5000};

    int m_records = first;
};

}
