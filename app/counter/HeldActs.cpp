#include "app/counter/HeldActs.h"

#include "app/base/Clock.h"
#include "app/counter/DraftEnvelope.h"

#include <algorithm>

namespace motcua::counter {

using domain::DossierId;
using domain::DraftId;

HeldActs::HeldActs(const Ports& ports, const Desk& desk, CommandRunner& runner) : m_ports(ports), m_desk(desk), m_runner(runner) {
    m_forgetAgain.setInterval(std::chrono::seconds(1));
    connect(&m_forgetAgain, &QTimer::timeout, this, &HeldActs::forgetAgain);
    m_runner.setBefore([this](DossierId dossier) { dossier.isNull() ? settle() : settle(dossier); });
}

bool HeldAct::isAbout(DossierId wanted) const {
    return dossier == wanted || std::any_of(others.begin(), others.end(), [wanted](const HeldDossier& each) { return each.dossier == wanted; });
}

base::Outcome HeldActs::hold(const char* name, DossierId id, const QJsonObject& said, bool asOne) {
    settle(id);
    HeldAct held;
    held.act = QString::fromLatin1(name);
    held.dossier = id;
    held.said = said;
    const auto dossier = dossierOf(held.act, id);
    if (!dossier)
        return base::fail(dossier.error());
    held.code = dossier->code;
    held.version = dossier->version;
    return keepWhereItMay(std::move(held), asOne);
}

base::Result<HeldActs::Refused> HeldActs::holdAll(const char* name, const std::vector<DossierId>& dossiers, const QJsonObject& said) {
    for (const DossierId id : dossiers)
        settle(id);
    if (const auto may = m_runner.mayRecord(); !may)
        return base::fail(may.error());
    HeldAct held;
    held.act = QString::fromLatin1(name);
    held.said = said;
    Refused refused;
    std::vector<Batch> batches;
    for (const DossierId id : dossiers) {
        const auto dossier = dossierOf(held.act, id);
        if (!dossier) {
            refused.emplace_back(id, dossier.error());
            continue;
        }
        held.others.push_back({id, dossier->code, dossier->version});
        batches.push_back({id, m_ways.value(held.act).commands(*dossier, said)});
    }
    leaveOut(batches, refused);
    std::erase_if(held.others, [&](const HeldDossier& each) {
        return std::none_of(batches.begin(), batches.end(), [&](const Batch& batch) { return batch.dossier == each.dossier; });
    });
    if (held.others.empty())
        return refused;
    static_cast<HeldDossier&>(held) = held.others.front();
    held.others.erase(held.others.begin());
    return keep(std::move(held)).map([&](base::Done) { return std::move(refused); });
}

base::Outcome HeldActs::holdWhole(const char* name, const std::vector<DossierId>& dossiers, const QJsonObject& said) {
    for (const DossierId id : dossiers)
        settle(id);
    HeldAct held;
    held.act = QString::fromLatin1(name);
    held.said = said;
    for (const DossierId id : dossiers) {
        const auto dossier = m_runner.dossier(id);
        if (!dossier)
            return base::fail(dossier.error());
        held.others.push_back({id, dossier->code, dossier->version});
    }
    static_cast<HeldDossier&>(held) = held.others.front();
    held.others.erase(held.others.begin());
    return keepWhereItMay(std::move(held));
}

base::Outcome HeldActs::keepWhereItMay(HeldAct held, bool asOne) {
    if (const auto may = m_runner.mayRecord(); !may)
        return may;
    const auto may = this->may(held);
    return may ? keep(std::move(held), asOne) : may;
}

base::Outcome HeldActs::keep(HeldAct held, bool asOne) {
    held.group = asOne ? m_group : ++m_group;
    held.id = DraftId::make(m_desk.now().toMSecsSinceEpoch());
    const QByteArray content = toDraftContent(DraftOf::HeldAct, base::toJson(held));
    if (const auto kept = m_ports.drafts.save({held.id, m_desk.account().id, m_desk.now(), content}); !kept)
        return kept;
    const DraftId draft = held.id;
    m_acts.push_back(std::move(held));
    if (const auto wait = delay(); wait.count() > 0) {
        QTimer::singleShot(wait, this, [this, draft] {
            if (const auto place = find(draft); place != m_acts.end() && place->waits)
                end(draft);
        });
        emit changed();
        return base::done();
    }
    carryOut(draft);
    return base::done();
}

base::Result<domain::Dossier> HeldActs::dossierOf(const QString& act, DossierId id) const {
    if (m_wholeWays.contains(act))
        return domain::Dossier();
    auto dossier = m_runner.dossier(id);
    if (!dossier && dossier.error().code == QLatin1String("dossier.unknown") && m_ways.value(act).begins)
        return domain::Dossier();
    return dossier;
}

base::Outcome HeldActs::may(const HeldAct& act) const {
    if (const auto whole = m_wholeWays.find(act.act); whole != m_wholeWays.end())
        return whole->may(act);
    const auto dossier = dossierOf(act.act, act.dossier);
    return dossier ? m_runner.check(act.dossier, m_ways.value(act.act).commands(*dossier, act.said)) : base::fail(dossier.error());
}

std::vector<Batch> HeldActs::waiting() const {
    std::vector<Batch> batches;
    for (const HeldAct& act : m_acts)
        if (Refused refused; act.waits && m_ways.contains(act.act))
            for (Batch& batch : batchesOf(act, refused))
                batches.push_back(std::move(batch));
    return batches;
}

std::vector<Batch> HeldActs::batchesOf(const HeldAct& act, Refused& refused) const {
    const Way& way = *m_ways.find(act.act);
    std::vector<Batch> batches;
    const auto add = [&](const HeldDossier& each) {
        const auto dossier = dossierOf(act.act, each.dossier);
        if (dossier && dossier->version == each.version)
            batches.push_back({each.dossier, way.commands(*dossier, act.said)});
        else
            refused.emplace_back(each.dossier, dossier ? base::Error{QStringLiteral("held.changed-meanwhile")} : dossier.error());
    };
    add(act);
    std::for_each(act.others.begin(), act.others.end(), add);
    return batches;
}

void HeldActs::leaveOut(std::vector<Batch>& batches, Refused& refused) const {
    const std::vector<base::Outcome> outlook = m_runner.outlook(batches);
    std::vector<Batch> left;
    for (size_t i = 0; i < batches.size(); ++i) {
        if (outlook[i])
            left.push_back(std::move(batches[i]));
        else
            refused.emplace_back(batches[i].dossier, outlook[i].error());
    }
    batches = std::move(left);
}

std::chrono::milliseconds HeldActs::delay() const {
    using std::chrono::milliseconds;
    constexpr milliseconds day = std::chrono::hours(24);
    constexpr milliseconds margin = std::chrono::seconds(1);
    const milliseconds since(base::toVietnamTime(m_desk.now()).time().msecsSinceStartOfDay());
    return std::min(m_delay, day - since - margin);
}

bool HeldActs::isHeld(DossierId dossier) const {
    return std::any_of(m_acts.begin(), m_acts.end(), [dossier](const HeldAct& act) { return act.isAbout(dossier); });
}

HeldActs::Place HeldActs::find(DraftId id) {
    return std::find_if(m_acts.begin(), m_acts.end(), [id](const HeldAct& act) { return act.id == id; });
}

void HeldActs::takeBack() {
    if (m_acts.empty())
        return;
    const auto last = std::find_if(m_acts.rbegin(), m_acts.rend(), [](const HeldAct& act) { return act.waits; });
    const HeldAct chosen = last != m_acts.rend() ? *last : m_acts.front();
    std::vector<HeldAct> back;
    for (const HeldAct& act : m_acts)
        if (chosen.waits ? act.waits && act.group == chosen.group : act.id == chosen.id)
            back.push_back(act);
    for (HeldAct& act : back) {
        m_acts.erase(find(act.id));
        const auto noted = forget(act.id);
        emit takenBack(act);
        if (!noted) {
            act.error = {QStringLiteral("held.not-noted"), {{QStringLiteral("code"), act.code}}};
            emit failed(act);
        }
    }
    emit changed();
}

base::Outcome HeldActs::forget(DraftId id) {
    auto dropped = m_ports.drafts.drop(id);
    if (!dropped) {
        m_takenBack.push_back(id);
        m_forgetAgain.start();
    }
    return dropped;
}

void HeldActs::forgetAgain() {
    const auto still = std::exchange(m_takenBack, {});
    std::copy_if(still.begin(), still.end(), std::back_inserter(m_takenBack), [this](DraftId id) { return !m_ports.drafts.drop(id); });
    if (m_takenBack.empty())
        m_forgetAgain.stop();
}

bool HeldActs::waits() const {
    return std::any_of(m_acts.begin(), m_acts.end(), [](const HeldAct& act) { return act.waits; });
}

bool HeldActs::wasJustDone() const {
    if (m_ended.isNull())
        return false;
    const std::chrono::milliseconds since(m_ended.msecsTo(m_desk.now()));
    // A clock that was put back says nothing.
    return since.count() >= 0 && since < deadTime;
}

void HeldActs::goOn() {
    if (waits()) {
        settle();
        return;
    }
    const auto left = std::find_if(m_acts.begin(), m_acts.end(), [](const HeldAct& act) { return !act.waits; });
    if (left != m_acts.end())
        carryOut(left->id);
}

void HeldActs::settle() {
    std::vector<DraftId> waiting;
    for (const HeldAct& act : m_acts)
        if (act.waits)
            waiting.push_back(act.id);
    for (const DraftId id : waiting)
        end(id);
}

void HeldActs::settle(DossierId dossier) {
    const auto act = std::find_if(m_acts.begin(), m_acts.end(), [dossier](const HeldAct& each) { return each.isAbout(dossier) && each.waits; });
    if (act != m_acts.end())
        end(act->id);
}

void HeldActs::end(DraftId id) {
    m_ended = m_desk.now();
    carryOut(id);
}

/// It leaves the list first: its own record must not wait for it.
void HeldActs::carryOut(DraftId id) {
    const auto place = find(id);
    if (place == m_acts.end())
        return;
    HeldAct act = std::move(*place);
    m_acts.erase(place);
    if (const auto carried = record(act); !carried) {
        act.error = carried.error();
        act.waits = false;
        m_acts.insert(m_acts.begin(), act);
        emit failed(act);
    }
    emit changed();
}

base::Outcome HeldActs::record(const HeldAct& act) {
    if (const auto whole = m_wholeWays.find(act.act); whole != m_wholeWays.end())
        return whole->carryOut(act);
    return act.others.empty() ? recordOne(act) : recordAll(act);
}

base::Outcome HeldActs::recordOne(const HeldAct& act) {
    const Way& way = m_ways[act.act];
    const auto before = dossierOf(act.act, act.dossier);
    if (!before)
        return base::fail(before.error());
    // What somebody changed since is looked at before anything is decided on it.
    if (before->version != act.version)
        return base::fail(QStringLiteral("held.changed-meanwhile"));
    if (const auto ready = way.ready ? way.ready(act) : base::done(); !ready)
        return ready;
    const auto carried = m_runner.run(act.dossier, way.commands(*before, act.said), act.id);
    if (!carried)
        return base::fail(carried.error());
    if (way.thenAll)
        way.thenAll({act.dossier});
    else if (way.then)
        way.then(*before, carried->dossier);
    return base::done();
}

/// What hinders one of them leaves that one out; what hinders them all leaves all of them undone.
base::Outcome HeldActs::recordAll(const HeldAct& act) {
    Refused refused;
    std::vector<Batch> batches = batchesOf(act, refused);
    auto carried = batches.empty() ? base::Result<std::vector<Carried>>() : m_runner.runAll(batches, act.id);
    if (!carried && carried.error().detail.contains(QStringLiteral("batch"))) {
        leaveOut(batches, refused);
        carried = batches.empty() ? base::Result<std::vector<Carried>>() : m_runner.runAll(batches, act.id);
    }
    if (!carried)
        return base::fail(carried.error());
    std::vector<DossierId> done;
    for (const Carried& each : *carried)
        done.push_back(each.dossier.id);
    if (done.empty())
        (void)forget(act.id);
    else if (const Way& way = m_ways[act.act]; way.thenAll)
        way.thenAll(done);
    leaveBehind(act, refused);
    return base::done();
}

void HeldActs::leaveBehind(const HeldAct& act, const Refused& refused) {
    std::vector<HeldDossier> all = act.others;
    all.insert(all.begin(), static_cast<const HeldDossier&>(act));
    for (const auto& [refusedId, error] : refused) {
        const DossierId id = refusedId;
        HeldAct left;
        static_cast<HeldDossier&>(left) = *std::find_if(all.begin(), all.end(), [&](const HeldDossier& each) { return each.dossier == id; });
        left.id = DraftId::make(m_desk.now().toMSecsSinceEpoch());
        left.act = act.act;
        left.said = act.said;
        left.waits = false;
        // Where the disk does not take it, it is asked about until the program ends, and nothing is lost: nothing was done.
        (void)m_ports.drafts.save({left.id, m_desk.account().id, m_desk.now(), toDraftContent(DraftOf::HeldAct, base::toJson(left))});
        left.error = error;
        m_acts.insert(m_acts.begin(), left);
        emit failed(left);
    }
}

bool HeldActs::isTakenBack(DraftId id) const {
    return std::find(m_takenBack.begin(), m_takenBack.end(), id) != m_takenBack.end();
}

std::vector<DraftId> HeldActs::intakesIn(const std::vector<domain::ports::Draft>& drafts) const {
    std::vector<DraftId> intakes;
    for (const domain::ports::Draft& draft : drafts)
        if (const auto body = fromDraftContent(DraftOf::HeldAct, draft.content); body && !isTakenBack(draft.id))
            if (const DraftId intake = DraftId::fromString(base::fromJson<HeldAct>(*body).said.value(QLatin1String(held::intake)).toString());
                !intake.isNull())
                intakes.push_back(intake);
    return intakes;
}

void HeldActs::restore() {
    m_acts.clear();
    m_ended = {};
    forgetAgain();
    const auto drafts = m_ports.drafts.drafts(m_desk.account().id);
    if (drafts)
        for (const domain::ports::Draft& draft : *drafts) {
            const auto body = fromDraftContent(DraftOf::HeldAct, draft.content);
            HeldAct act = body ? base::fromJson<HeldAct>(*body) : HeldAct();
            if ((!m_ways.contains(act.act) && !m_wholeWays.contains(act.act)) || isTakenBack(draft.id))
                continue;
            act.id = draft.id;
            act.waits = false;
            m_acts.push_back(std::move(act));
        }
    emit changed();
}

}
