#include "sync/http/SyncWorker.h"

#include "app/base/Logging.h"
#include "sync/http/Answers.h"
#include "sync/protocol/Address.h"
#include "sync/protocol/Pem.h"

#include <QJsonDocument>
#include <QRandomGenerator>

#include <utility>

namespace motcua::http {

using engine::Lane;
using engine::Line;
using engine::Occasion;
using engine::Step;

namespace {

/// Often enough for the eye, seldom enough for a backlog of 20,000.
constexpr int reportEveryMs = 50;

}

SyncWorker::SyncWorker(Credentials credentials, StoreFactory openStore, SyncOptions options)
    : m_credentials(std::move(credentials)), m_openStore(std::move(openStore)), m_options(std::move(options)), m_report(this) {
    if (!m_options.random)
        m_options.random = [] { return QRandomGenerator::system()->generateDouble(); };
    m_report.setSingleShot(true);
    connect(&m_report, &QTimer::timeout, this, &SyncWorker::report);
}

SyncWorker::~SyncWorker() = default;

void SyncWorker::begin() {
    if (const auto opened = open(); !opened) {
        qCWarning(base::lcSync).noquote() << "synchronisation cannot start:" << opened.error().toLogLine();
        m_status.lastError = opened.error();
        m_status.push = m_status.pull = Step::NeedsYou;
        emit statusChanged(m_status);
        return;
    }
    makeLanes();
    tellAll(Occasion::Woken);
    report();
}

base::Outcome SyncWorker::open() {
    auto store = m_openStore();
    if (!store)
        return base::fail(store.error());
    auto verifier = protocol::MarkVerifier::fromPem(m_credentials.platformKey);
    if (!verifier)
        return base::fail(verifier.error());
    auto transport = Transport::make(m_credentials, m_clock);
    if (!transport)
        return base::fail(transport.error());
    m_store = *store;
    m_verifier = std::make_unique<protocol::MarkVerifier>(*std::move(verifier));
    m_key = protocol::privateKeyIn(m_credentials.key.bytes());
    m_transport = *std::move(transport);
    m_transport->shortenDeadlines(m_options.longestRequest);
    return base::done();
}

void SyncWorker::makeLanes() {
    const Link link{*m_transport, *m_store, *m_verifier, m_clock, m_credentials.station, m_key.get()};
    m_desk = std::make_unique<BlobDesk>(*m_store);
    m_records = std::make_unique<PushRecords>(link, *m_desk);
    for (auto& blobs : m_blobs)
        blobs = std::make_unique<PushBlobs>(link, *m_desk);
    m_feed = std::make_unique<PullFeed>(link, m_options.feedWait);
    m_fetch = std::make_unique<PullBlobs>(link);
    LaneDriver* const records = addLane(*m_records);
    for (auto& blobs : m_blobs)
        connect(addLane(*blobs), &LaneDriver::gotThrough, records, [records] { records->tell(Occasion::Woken); });
    connect(m_records.get(), &PushRecords::worthwhile, records, [records] { records->tell(Occasion::Woken); });
    addLane(*m_feed);
    LaneDriver* const fetch = addLane(*m_fetch);
    connect(m_records.get(), &PushRecords::blobsMissed, this, [this] {
        for (size_t place = FirstBlobs; place < Feed; ++place)
            m_lanes[place]->tell(Occasion::Woken);
    });
    connect(m_records.get(), &PushRecords::marked, this, &SyncWorker::reportMark);
    connect(m_records.get(), &PushRecords::chainChanged, this, &SyncWorker::received);
    connect(m_records.get(), &PushRecords::trayChanged, this, &SyncWorker::scheduleReport);
    connect(m_feed.get(), &PullFeed::received, this, &SyncWorker::received);
    connect(m_feed.get(), &PullFeed::claimRefused, this,
        [this](const QString& dossier) { emit claimAnswered(dossier, base::Error{QStringLiteral("claim.not-answered")}); });
    connect(m_feed.get(), &PullFeed::received, fetch, [fetch] { fetch->tell(Occasion::Woken); });
    connect(m_fetch.get(), &PullBlobs::received, this, &SyncWorker::received);
    m_numbers = std::make_unique<AskNumbers>(link, *m_records);
    LaneDriver* const numbers = addLane(*m_numbers);
    connect(m_records.get(), &PushRecords::marked, numbers, [numbers] { numbers->tell(Occasion::Woken); });
    connect(m_numbers.get(), &AskNumbers::answered, this, &SyncWorker::received);
    connect(m_numbers.get(), &AskNumbers::answered, this, &SyncWorker::numbersAnswered);
    if (auto wishes = std::exchange(m_wishes, std::nullopt))
        m_numbers->want(*std::move(wishes));
}

LaneDriver* SyncWorker::addLane(LaneWork& work) {
    m_lanes.push_back(std::make_unique<LaneDriver>(engine::RetryPolicy(m_options.retry, m_options.random), work, m_clock));
    LaneDriver* lane = m_lanes.back().get();
    connect(lane, &LaneDriver::changed, this, &SyncWorker::scheduleReport);
    connect(lane, &LaneDriver::gotThrough, this, [this, lane] { gotThrough(lane); });
    connect(lane, &LaneDriver::lostTheLine, this, &SyncWorker::lineLost);
    return lane;
}

void SyncWorker::end() {
    tellAll(Occasion::Ended);
    m_report.stop();
    if (m_desk)
        (void)m_desk->flush();
    m_transport.reset();
    m_lanes.clear();
    m_numbers.reset();
    m_fetch.reset();
    m_feed.reset();
    for (auto& blobs : m_blobs)
        blobs.reset();
    m_records.reset();
    m_desk.reset();
    m_verifier.reset();
    m_key.reset();
    m_store = nullptr;
}

void SyncWorker::tellAll(Occasion occasion) {
    for (const auto& lane : m_lanes)
        lane->tell(occasion);
}

void SyncWorker::wake() {
    tellAll(Occasion::Woken);
    scheduleReport();
}

void SyncWorker::tryNow() {
    tellAll(Occasion::TriedNow);
    scheduleReport();
}

void SyncWorker::lineCame() {
    tellAll(Occasion::LineCame);
}

void SyncWorker::lineWent() {
    lineLost();
    tellAll(Occasion::LineWent);
}

void SyncWorker::gotThrough(const LaneDriver* lane) {
    m_status.line = Line::Up;
    m_status.lastContact = m_clock.now();
    for (const auto& neighbour : m_lanes)
        if (neighbour.get() != lane && neighbour->state() == Lane::State::Waiting)
            neighbour->tell(Occasion::NeighbourGotThrough);
    scheduleReport();
}

void SyncWorker::lineLost() {
    m_status.line = Line::Down;
    scheduleReport();
}

void SyncWorker::claim(const QString& dossier) {
    if (!m_transport) {
        emit claimAnswered(dossier, m_status.lastError);
        return;
    }
    Request request{"POST", QString::fromLatin1(protocol::address::claims), {{"Content-Type", "application/json"}}};
    request.body = QJsonDocument(QJsonObject{{QStringLiteral("dossier"), dossier}}).toJson(QJsonDocument::Compact);
    request.deadline = std::chrono::seconds(15);
    request.understood = {404, 409};
    m_transport->send(request, [this, dossier](const base::Result<Answer>& answer) { claimed(dossier, answer); });
}

void SyncWorker::askNumbers(const std::vector<protocol::NumberWish>& wishes) {
    // Before begin() it waits for it.
    m_wishes = wishes;
    if (!m_numbers)
        return;
    m_numbers->want(*std::exchange(m_wishes, std::nullopt));
    m_lanes[Numbers]->tell(Occasion::Woken);
}

void SyncWorker::claimed(const QString& dossier, const base::Result<Answer>& answer) {
    base::Error error;
    if (!answer)
        error = answer.error();
    else if (answer->status == 404)
        error.code = QStringLiteral("claim.unknown");
    else if (answer->status == 409) {
        error.code = QStringLiteral("claim.held-by-other");
        const QJsonObject detail = QJsonDocument::fromJson(answer->body).object().value(QLatin1String("detail")).toObject();
        const QUuid station = QUuid::fromString(detail.value(QLatin1String("station")).toString());
        error.detail.insert(QStringLiteral("station"), station.toString(QUuid::WithoutBraces));
    }
    emit claimAnswered(dossier, error);
}

/// That all has arrived is told at once, whatever else is told soon.
void SyncWorker::reportMark() {
    if (m_records->unsent() == 0)
        report();
    else
        scheduleReport();
}

void SyncWorker::scheduleReport() {
    if (!m_report.isActive())
        m_report.start(reportEveryMs);
}

Step SyncWorker::pushStep() const {
    const Step records = m_lanes[Records]->step();
    if (records == Step::NeedsYou || records == Step::SendingRecords || records == Step::Connecting)
        return records;
    for (size_t place = FirstBlobs; place < Feed; ++place)
        if (m_lanes[place]->step() == Step::SendingBlobs)
            return Step::SendingBlobs;
    for (size_t place = Records; place < Feed; ++place)
        if (m_lanes[place]->step() == Step::Waiting)
            return Step::Waiting;
    return records;
}

Step SyncWorker::pullStep() const {
    const Step feed = m_lanes[Feed]->step();
    return feed == Step::Idle ? m_lanes[Fetch]->step() : feed;
}

void SyncWorker::addWaits(engine::Status& status) const {
    status.lastError = {};
    status.nextTry = {};
    qint64 soonest = -1;
    for (const auto& lane : m_lanes) {
        if (status.lastError.code.isEmpty())
            status.lastError = lane->error();
        if (lane->state() == Lane::State::Waiting && (soonest < 0 || lane->due() < soonest))
            soonest = lane->due();
    }
    if (soonest >= 0)
        status.nextTry = m_clock.now().addMSecs(std::max<qint64>(soonest - m_clock.monotonic(), 0));
}

void SyncWorker::report() {
    if (!m_store)
        return;
    engine::Status& status = m_status;
    status.push = pushStep();
    status.pull = pullStep();
    if (const auto unsent = m_records->unsent())
        status.unsent = *unsent;
    if (const auto blobs = m_desk->pending())
        status.unsentBlobs = static_cast<qint64>(blobs->size());
    if (const auto& mark = m_records->confirmed()) {
        status.acknowledged = mark->seq;
        status.confirmedHead = mark->head;
    } else if (const auto acknowledged = m_store->acknowledged()) {
        status.acknowledged = *acknowledged;
    }
    if (const auto count = m_store->needingSomebody())
        status.refusals = *count;
    status.minutesAhead = m_transport->minutesAhead();
    addWaits(status);
    emit statusChanged(status);
}

}
