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
    settle(id);
    const QString act = QString::fromLatin1(name);
    const auto dossier = m_runner.dossier(id);
    if (!dossier)
        return base::fail(dossier.error());
    const Way& way = m_ways[act];
    if (const auto may = m_runner.mayRecord(); !may)
        return may;
    if (const auto may = m_runner.check(id, way.commands(*dossier, said)); !may)
        return may;
    HeldAct held{
        DraftId::make(m_desk.now().toMSecsSinceEpoch()), act, id, dossier->code, dossier->version, said, asOne ? m_group : ++m_group, {}, true};
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

std::chrono::milliseconds HeldActs::delay() const {
    using std::chrono::milliseconds;
    constexpr milliseconds day = std::chrono::hours(24);
    constexpr milliseconds margin = std::chrono::seconds(1);
    const milliseconds since(base::toVietnamTime(m_desk.now()).time().msecsSinceStartOfDay());
    return std::min(m_delay, day - since - margin);
}

bool HeldActs::isHeld(DossierId dossier) const {
    return std::any_of(m_acts.begin(), m_acts.end(), [dossier](const HeldAct& act) { return act.dossier == dossier; });
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
    const auto act = std::find_if(m_acts.begin(), m_acts.end(), [dossier](const HeldAct& each) { return each.dossier == dossier && each.waits; });
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
    const Way& way = m_ways[act.act];
    const auto before = m_runner.dossier(act.dossier);
    // What somebody changed since is looked at before anything is decided on it.
    const bool same = before && before->version == act.version;
    auto carried = same ? m_runner.run(act.dossier, way.commands(*before, act.said), act.id)
                        : base::fail(before ? base::Error{QStringLiteral("held.changed-meanwhile")} : before.error());
    if (!carried) {
        act.error = carried.error();
        act.waits = false;
        m_acts.insert(m_acts.begin(), act);
        emit failed(act);
    } else if (way.then) {
        way.then(*before, carried->dossier);
    }
    emit changed();
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
            if (!m_ways.contains(act.act) || std::find(m_takenBack.begin(), m_takenBack.end(), draft.id) != m_takenBack.end())
                continue;
            act.id = draft.id;
            act.waits = false;
            m_acts.push_back(std::move(act));
        }
    emit changed();
}

}
