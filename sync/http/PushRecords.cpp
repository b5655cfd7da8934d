#include "sync/http/PushRecords.h"

#include "app/base/Logging.h"
#include "sync/http/Answers.h"
#include "sync/protocol/Address.h"
#include "sync/protocol/RecordCodec.h"
#include "sync/protocol/RefusalDetail.h"
#include "sync/protocol/Signing.h"
#include "sync/protocol/Vouchers.h"

#include <QJsonDocument>

#include <utility>

namespace motcua::http {

using engine::RecordsWork;

namespace {

constexpr std::chrono::seconds markDeadline{20};
constexpr std::chrono::seconds batchDeadline{90};
/// While pages are still on their way, the records they release go together: one by one each would cost a disk flush on both
/// sides.
constexpr qint64 betweenMs = 150;

}

PushRecords::PushRecords(const Link& link, BlobDesk& blobs) : m_link(link), m_blobs(blobs) {
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &PushRecords::worthwhile);
}

engine::Step PushRecords::step() const {
    return m_mark ? engine::Step::SendingRecords : engine::Step::Connecting;
}

base::Result<engine::Backlog> PushRecords::backlog() const {
    const auto acknowledged = m_link.store.acknowledged();
    if (!acknowledged)
        return base::fail(acknowledged.error());
    const auto last = m_link.store.lastSeq();
    if (!last)
        return base::fail(last.error());
    auto blobs = m_blobs.pending();
    if (!blobs)
        return base::fail(blobs.error());
    // The platform's own mark counts: one that was restored from a backup is given again what it lost.
    return engine::Backlog{m_mark ? m_mark->seq : *acknowledged, *last, m_mark.has_value(), *std::move(blobs)};
}

base::Result<qint64> PushRecords::unsent() const {
    const auto acknowledged = m_link.store.acknowledged();
    const auto last = m_link.store.lastSeq();
    if (!acknowledged || !last)
        return base::fail(acknowledged ? last.error() : acknowledged.error());
    return std::max<qint64>(*last - (m_mark ? m_mark->seq : *acknowledged), 0);
}

bool PushRecords::isAllSent() const {
    return m_mark && !m_behind && !m_link.store.isDoubted() && unsent().value_or(1) == 0;
}

void PushRecords::askMarkAgain() {
    m_mark.reset();
    m_next.reset();
    emit worthwhile();
}

bool PushRecords::hasWork() {
    if (m_behind)
        return true;
    if (m_mark && m_link.store.isDoubted())
        m_mark.reset();
    const auto have = backlog();
    // A store that cannot be read is work too: starting reports it.
    if (!have)
        return true;
    if (const auto pending = m_link.store.pendingActivations(); !pending || !pending->empty())
        return true;
    const RecordsWork work = engine::planner::nextRecords(*have, m_size.records());
    return work.kind != RecordsWork::Kind::None && !isPutOff(*have, work);
}

bool PushRecords::isPutOff(const engine::Backlog& backlog, const RecordsWork& work) {
    const bool waitsForBlobs = work.kind == RecordsWork::Kind::Send && work.limit < m_size.records() && work.after + work.limit < backlog.lastSeq;
    const qint64 left = m_answeredAt + betweenMs - m_link.clock.monotonic();
    if (!waitsForBlobs || m_answeredAt == 0 || left <= 0)
        return false;
    if (!m_pause.isActive())
        m_pause.start(static_cast<int>(left));
    return true;
}

void PushRecords::start() {
    if (m_behind)
        return fetchBack();
    const auto have = backlog();
    const auto pending = have ? m_link.store.pendingActivations() : base::fail(have.error());
    if (!pending)
        return failed(pending.error());
    if (!pending->empty())
        return activate(pending->front());
    const RecordsWork work = engine::planner::nextRecords(*have, m_size.records());
    if (work.kind == RecordsWork::Kind::AskMark)
        return askMark();
    if (work.kind == RecordsWork::Kind::None)
        return succeeded();
    auto prepared = std::exchange(m_next, std::nullopt);
    if (prepared && prepared->after == work.after)
        return send(*std::move(prepared));
    auto batch = prepare(work.after, work.limit);
    if (!batch)
        return failed(batch.error());
    send(*std::move(batch));
}

base::Result<PushRecords::Batch> PushRecords::prepare(qint64 after, int limit) const {
    const auto records = m_link.store.records(after, limit);
    if (!records)
        return base::fail(records.error());
    protocol::BatchEncoder encoder;
    for (const protocol::Record& record : *records)
        if (!encoder.add(record))
            break;
    if (encoder.count() == 0)
        return base::fail(QStringLiteral("sync.journal-short"));
    const qint64 upTo = after + encoder.count();
    return signHead((*records)[static_cast<size_t>(encoder.count()) - 1].header).map([&](QByteArray head) {
        return Batch{after, upTo, encoder.finish(), std::move(head)};
    });
}

base::Result<QByteArray> PushRecords::signHead(const protocol::RecordHeader& last) const {
    return protocol::signText(m_link.key, protocol::headText(m_link.station, last.seq, protocol::hashOf(last))).map([](const QByteArray& signature) {
        return signature.toBase64();
    });
}

void PushRecords::prepareNext(qint64 after) {
    auto have = backlog();
    if (!have)
        return;
    have->acknowledged = after;
    const RecordsWork work = engine::planner::nextRecords(*have, m_size.records());
    if (work.kind != RecordsWork::Kind::Send)
        return;
    if (auto batch = prepare(work.after, work.limit))
        m_next = *std::move(batch);
}

void PushRecords::activate(const protocol::ActivationRequest& request) {
    constexpr int refused = 403;
    constexpr int firstRefusal = 300;
    Request ask{"POST", QString::fromLatin1(protocol::address::activations), {{"Content-Type", "application/json"}}};
    ask.body = QJsonDocument(base::toJson(request)).toJson(QJsonDocument::Compact);
    ask.deadline = markDeadline;
    ask.understood = {refused};
    m_link.transport.send(ask, [this, request](const base::Result<Answer>& answer) {
        if (!answer)
            return failed(answer.error());
        const QJsonObject body = QJsonDocument::fromJson(answer->body).object();
        // A revoked station is told so by every answer, and its people are not.
        if (answer->status >= firstRefusal && !body.value(QLatin1String("code")).toString().startsWith(QLatin1String("activation.")))
            return failed(answers::bad("activation"));
        const bool bound =
            answer->status < firstRefusal && m_link.verifier.accepts(protocol::voucherText(base::fromJson<protocol::PersonVoucher>(body)),
                                                 protocol::fromBase64(body.value(QLatin1String("signature")).toString()));
        if (answer->status < firstRefusal && !bound)
            return failed(answers::bad("voucher"));
        const auto kept = m_link.store.activated(request, bound ? answer->body : QByteArray());
        m_next.reset();
        kept ? succeeded() : failed(kept.error());
    });
}

void PushRecords::askMark() {
    Request request{"GET", QString::fromLatin1(protocol::address::mark)};
    request.deadline = markDeadline;
    m_link.transport.send(request, [this](const base::Result<Answer>& answer) {
        const auto mark = answer ? answers::mark(answer->body) : base::Result<protocol::Mark>(base::fail(answer.error()));
        if (!mark)
            return failed(mark.error());
        const auto accepted = accept(*mark).and_then(
            [&](base::Done) { return mark->recoveryKey.isEmpty() ? base::done() : m_link.store.keepRecoveryKey(mark->recoveryKey.toLatin1()); });
        if (!accepted)
            return failed(accepted.error());
        succeeded();
    });
}

void PushRecords::send(Batch batch) {
    Request request{"POST", QString::fromLatin1(protocol::address::records),
        {{"Content-Type", "application/json"}, {protocol::header::refused, protocol::header::refusedStand}, {protocol::header::head, batch.head}}};
    request.body = std::exchange(batch.body, {});
    request.deadline = batchDeadline;
    request.uploaded = [this, after = batch.upTo] { prepareNext(after); };
    m_sentAt = m_link.clock.monotonic();
    m_link.transport.send(request, [this, batch](const base::Result<Answer>& answer) { answered(batch, answer); });
}

void PushRecords::answered(const Batch& batch, const base::Result<Answer>& answer) {
    const auto push = answer ? answers::push(answer->body) : base::Result<protocol::PushAnswer>(base::fail(answer.error()));
    if (!push) {
        m_size.failed();
        m_next.reset();
        return failed(push.error());
    }
    m_answeredAt = m_link.clock.monotonic();
    m_size.answered(std::chrono::milliseconds(m_link.clock.monotonic() - m_sentAt));
    if (push->mark.seq != batch.upTo)
        m_next.reset();
    if (const auto kept = keepRefused(push->refused); !kept)
        return failed(kept.error());
    const QString why = push->refusal ? push->refusal->code : QString();
    const auto accepted = accept(push->mark);
    if (m_behind)
        return succeeded();
    if (why == QLatin1String("record.fork"))
        return refused(*push->refusal);
    if (!accepted)
        return failed(accepted.error());
    if (why == QLatin1String("record.gap") && push->mark.seq < batch.after)
        return succeeded();
    if (push->refusal)
        return refused(*push->refusal);
    // An answer that is signed but moves nothing would be asked for again for ever.
    if (push->mark.seq <= batch.after)
        return failed(answers::bad("mark-stands-still"));
    succeeded();
}

base::Outcome PushRecords::accept(const protocol::Mark& mark) {
    if (!m_link.verifier.accepts(m_link.station, mark))
        return base::fail(QStringLiteral("sync.mark-forged"));
    const auto known = m_link.store.acknowledged();
    if (!known)
        return base::fail(known.error());
    if (auto fits = mark.seq == *known ? checkHead(mark) : m_link.store.acknowledge(mark); !fits)
        return fallBehind(mark, fits.error());
    if (m_link.store.isDoubted()) {
        if (auto confirmed = m_link.store.confirmed(); !confirmed)
            return confirmed;
        emit chainChanged();
    }
    if (mark.seq < *known)
        qCWarning(base::lcSync) << "the platform holds less than it confirmed:" << mark.seq << "of" << *known << "- sending again";
    m_mark = mark;
    clearTray(mark.seq);
    emit marked();
    return base::done();
}

base::Outcome PushRecords::fallBehind(const protocol::Mark& mark, const base::Error& error) {
    // The platform signed it: what does not fit is what is here.
    if (error.code != QLatin1String("sync.mark-beyond-journal") && error.code != QLatin1String("sync.mark-forged"))
        return base::fail(error);
    const auto after = m_link.store.fellBehind(mark);
    if (!after)
        return base::fail(after.error().code == QLatin1String("sync.mark-beyond-journal") ? error : after.error());
    m_behind = {mark, *after};
    m_mark.reset();
    m_next.reset();
    emit chainChanged();
    return base::done();
}

void PushRecords::fetchBack() {
    constexpr int pageRecords = 500;
    constexpr int unknown = 404;
    Request request{
        "GET", QStringLiteral("%1?after=%2&limit=%3").arg(QString::fromLatin1(protocol::address::records)).arg(m_behind->after).arg(pageRecords)};
    request.deadline = batchDeadline;
    request.mostBytes = 2 * protocol::limit::batchBytes;
    request.understood = {unknown};
    m_link.transport.send(request, [this](const base::Result<Answer>& answer) { gotBack(answer); });
}

void PushRecords::gotBack(const base::Result<Answer>& answer) {
    constexpr int good = 200;
    if (!answer)
        return failed(answer.error());
    // A platform of before gives none back.
    if (answer->status != good)
        return failed({QStringLiteral("sync.mark-beyond-journal")});
    const auto records = protocol::decodeBatch(answer->body);
    if (!records || records->empty() || records->front().header.seq != m_behind->after + 1)
        return failed(answers::bad("own-records"));
    const auto next = m_link.store.takeBack(*records, m_behind->mark);
    if (!next)
        return failed(next.error());
    m_behind->after = *next;
    if (*next == m_behind->mark.seq) {
        m_mark = m_behind->mark;
        m_behind.reset();
        clearTray(m_mark->seq);
        emit marked();
        emit trayChanged();
    }
    emit chainChanged();
    succeeded();
}

base::Outcome PushRecords::checkHead(const protocol::Mark& mark) const {
    if (mark.seq == 0)
        return base::done();
    const auto record = m_link.store.records(mark.seq - 1, 1);
    if (!record)
        return base::fail(record.error());
    if (record->empty())
        return base::fail(QStringLiteral("sync.mark-beyond-journal"));
    if (QString::fromLatin1(protocol::hashOf(record->front().header).toHex()) != mark.head)
        return base::fail(QStringLiteral("sync.mark-forged"), {{QStringLiteral("seq"), QString::number(mark.seq)}});
    return base::done();
}

void PushRecords::refused(const protocol::Refusal& refusal) {
    if (m_blobs.bringAgain(refusal.seq, refusal.missingBlobs)) {
        qCWarning(base::lcSync) << "the platform misses" << refusal.missingBlobs.size() << "blobs of record" << refusal.seq;
        emit blobsMissed();
        return succeeded();
    }
    if (const auto kept = m_link.store.refuse(refusal); !kept)
        return failed(kept.error());
    emit trayChanged();
    base::Error error{refusal.code, protocol::refusalDetail(refusal.detail), nullptr, false};
    error.detail.insert(QStringLiteral("seq"), QString::number(refusal.seq));
    emit ended(engine::Occasion::Refused, error);
}

/// Before what the platform has confirmed is written down: these are not among what stands. The feed tells of them again.
base::Outcome PushRecords::keepRefused(const std::vector<protocol::Refusal>& refused) {
    for (const protocol::Refusal& refusal : refused)
        if (auto kept = m_link.store.refuseForGood(refusal); !kept)
            return kept;
    if (!refused.empty())
        emit trayChanged();
    return base::done();
}

void PushRecords::clearTray(qint64 upTo) {
    const auto refusals = m_link.store.refusals();
    if (!refusals)
        return;
    for (const protocol::Refusal& refusal : *refusals)
        if (refusal.seq <= upTo && m_link.store.clearRefusal(refusal.seq))
            emit trayChanged();
}

}
