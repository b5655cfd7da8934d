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

base::Outcome HeldActs::hold(const char* name, DossierId id, const QJsonObject& said, bool asOne) {
    return hold(HeldAct{DraftId::make(m_desk.now().toMSecsSinceEpoch()), QString::fromLatin1(name), id, {}, 0, said, {}, m_group, {}, true}, asOne);
}

base::Outcome HeldActs::holdAll(const char* name, const std::vector<DossierId>& dossiers, const QJsonObject& said) {
    HeldAct held{DraftId::make(m_desk.now().toMSecsSinceEpoch()), QString::fromLatin1(name), dossiers.front(), {}, 0, said, {}, m_group, {}, true};
    held.others.assign(dossiers.begin() + 1, dossiers.end());
    return hold(std::move(held), false);
}

base::Outcome HeldActs::hold(HeldAct held, bool asOne) {
    settle(held.dossier);
    for (const DossierId other : held.others)
        settle(other);
    const auto dossier = dossierOf(held);
    if (!dossier)
        return base::fail(dossier.error());
    held.code = dossier->code;
    held.version = dossier->version;
    if (const auto may = m_runner.mayRecord(); !may)
        return may;
    if (const auto may = this->may(held); !may)
        return may;
    if (!asOne)
        held.group = ++m_group;
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

base::Result<domain::Dossier> HeldActs::dossierOf(const HeldAct& act) const {
    if (m_wholeWays.contains(act.act) && act.dossier.isNull())
        return domain::Dossier();
    auto dossier = m_runner.dossier(act.dossier);
    if (!dossier && dossier.error().code == QLatin1String("dossier.unknown") && m_ways.value(act.act).begins)
        return domain::Dossier();
    return dossier;
}

base::Outcome HeldActs::may(const HeldAct& act) const {
    if (const auto whole = m_wholeWays.find(act.act); whole != m_wholeWays.end())
        return whole->may(act);
    const auto dossier = dossierOf(act);
    return dossier ? m_runner.check(act.dossier, m_ways.value(act.act).commands(*dossier, act.said)) : base::fail(dossier.error());
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
    const HeldAct& chosen = last != m_acts.rend() ? *last : m_acts.front();
    const bool waits = chosen.waits;
    const int group = chosen.group;
    const DraftId id = chosen.id;
    std::vector<HeldAct> back;
    for (const HeldAct& act : m_acts)
        if (waits ? act.waits && act.group == group : act.id == id)
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
    const Way& way = m_ways[act.act];
    const auto before = dossierOf(act);
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
    if (way.then)
        way.then(*before, carried->dossier);
    return base::done();
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
