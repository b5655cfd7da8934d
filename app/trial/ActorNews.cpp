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

/// Waits until the desk has heard of a kind of job that the province has just published, and has its volume of the kind's book.
void StationActor::hear(const QJsonObject& request) {
    constexpr int longestWait = 30'000;
    const QJsonObject kind = request.value(QLatin1String("kind")).toObject();
    if (knows(counter(), kind)) {
        reply();
        return;
    }
    const auto forget = [this] {
        disconnect(m_once);
        disconnect(m_onceFailed);
        m_newsDeadline.stop();
    };
    m_once = connect(&counter(), &counter::Counter::archiveChanged, this, [this, forget, kind] {
        if (!knows(counter(), kind))
            return;
        forget();
        reply();
    });
    m_onceFailed = connect(&m_newsDeadline, &QTimer::timeout, this, [this, forget, kind] {
        forget();
        fail({QStringLiteral("trial.not-heard"), {{QStringLiteral("kind"), kind.value(QLatin1String("kind")).toString()}}});
    });
    m_newsDeadline.start(longestWait);
}

}
