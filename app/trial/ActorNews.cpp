#include "app/trial/StationActor.h"

#include <algorithm>

namespace motcua::trial {

namespace {

bool knows(counter::Counter& counter, const QJsonObject& kind) {
    const auto text = [&kind](const char* name) { return kind.value(QLatin1String(name)).toString(); };
    const domain::JobKind* job = counter.desk().jobs().find(text("kind"), text("version"));
    if (!job || !job->book)
        return job;
    const auto volumes = counter.books().volumes();
    const auto book = [&](const domain::Volume& volume) { return volume.symbol == job->book->symbol && counter.books().isOwn(volume); };
    if (!volumes || std::none_of(volumes->begin(), volumes->end(), book))
        return false;
    // Where its results are signed it has numbers of the unit's book as well.
    const counter::NumbersLeft* numbers = counter.numbers().leftOf(job->book->symbol);
    return !numbers || numbers->left > 0 || !counter.desk().may(domain::Role::Supervisor);
}

}

/// Waits until it is so; what the desk hears and the numbers that come to it are looked at.
void StationActor::waitFor(const std::function<bool()>& isSo, const base::Error& otherwise) {
    constexpr int longestWait = 30'000;
    if (isSo()) {
        reply();
        return;
    }
    const auto forget = [this] {
        disconnect(m_once);
        disconnect(m_onceFailed);
        m_newsDeadline.disconnect(this);
        m_newsDeadline.stop();
    };
    const auto look = [this, forget, isSo] {
        if (!isSo())
            return;
        forget();
        reply();
    };
    m_once = connect(&counter(), &counter::Counter::archiveChanged, this, look);
    m_onceFailed = connect(&counter().numbers(), &counter::NumberDesk::changed, this, look);
    connect(&m_newsDeadline, &QTimer::timeout, this, [this, forget, otherwise] {
        forget();
        fail(otherwise);
    });
    m_newsDeadline.start(longestWait);
}

/// Until the desk has heard of a kind of job that the province has just published, and has its volume of the kind's book.
void StationActor::hear(const QJsonObject& request) {
    const QJsonObject kind = request.value(QLatin1String("kind")).toObject();
    waitFor([this, kind] { return knows(counter(), kind); },
        {QStringLiteral("trial.not-heard"), {{QStringLiteral("kind"), kind.value(QLatin1String("kind")).toString()}}});
}

/// Until the desk that was just set up has numbers of each book and series: the technician leaves it so.
void StationActor::fetchNumbers() {
    const auto isReady = [this] {
        const auto volumes = counter().books().volumes();
        if (!volumes || volumes->empty())
            return false;
        const std::vector<counter::NumbersLeft>& left = counter().numbers().left();
        return !counter().numbers().hasOneRun() ||
               (!left.empty() && std::all_of(left.begin(), left.end(), [](const counter::NumbersLeft& each) { return each.left > 0; }));
    };
    waitFor(isReady, {QStringLiteral("trial.no-numbers"), {}});
}

}
