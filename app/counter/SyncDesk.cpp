#include "app/counter/SyncDesk.h"

#include "app/base/Logging.h"

#include <algorithm>

namespace motcua::counter {

namespace {

const QString seqKey = QStringLiteral("seq");
const QString codeKey = QStringLiteral("code");

qint64 seqOf(const HeldAct& act) {
    return act.said.value(seqKey).toInteger();
}

}

SyncDesk::SyncDesk(const Ports& ports, const Desk& desk, HeldActs& held) : m_ports(ports), m_desk(desk), m_held(held), m_status(ports.sync.status()) {
    held.knowWhole(held::seeTo, {[this](const HeldAct& act) { return maySeeTo(act); }, [this](const HeldAct& act) { return takeOutSeen(act); }});
    connect(&held, &HeldActs::changed, this, &SyncDesk::changed);
    connect(&m_ports.sync, &engine::Service::statusChanged, this, [this](const engine::Status& status) {
        const bool moved = status.acknowledged != m_status.acknowledged;
        m_status = status;
        emit changed();
        if (moved)
            emit acknowledgedChanged();
    });
}

base::Result<std::vector<domain::ports::UnsentItem>> SyncDesk::unsent(int limit) const {
    return m_ports.exchange.unsent(limit);
}

base::Result<std::vector<domain::ports::RefusedItem>> SyncDesk::refusals() const {
    return m_ports.exchange.refusals();
}

base::Result<domain::ports::ReadVersions> SyncDesk::readVersions() const {
    return m_ports.exchange.readVersions();
}

/// The status comes from another thread and may not have heard of what was settled or appended just now; the journal has.
int SyncDesk::needingYou() const {
    const auto items = refusals();
    if (!items)
        return m_status.refusals;
    const QSet<qint64> said = beingSeenTo();
    return static_cast<int>(std::count_if(items->begin(), items->end(), [&](const auto& each) { return !said.contains(each.seq); }));
}

Standing SyncDesk::standing() const {
    if (needingYou() > 0)
        return Standing::NeedsYou;
    const auto left = m_ports.exchange.unsent(1);
    if (!left || !left->empty() || m_status.unsent > 0 || m_status.unsentBlobs > 0)
        return Standing::Waiting;
    // The mark is only ever moved by an answer that the platform signed, and it outlasts the program.
    return m_status.acknowledged == 0 ? Standing::Nothing : Standing::Confirmed;
}

void SyncDesk::tryNow() {
    m_ports.sync.tryNow();
}

void SyncDesk::takeOut(qint64 seq) {
    if (const auto cleared = m_ports.exchange.takeOut(seq); !cleared)
        qCWarning(base::lcCounter).noquote() << "needs-you item stays:" << cleared.error().toLogLine();
}

void SyncDesk::sendAgain(qint64 seq) {
    takeOut(seq);
    m_ports.sync.tryNow();
    emit changed();
}

void SyncDesk::seenDoubt(const QString& code) {
    if (const auto seen = m_ports.exchange.seen(code); !seen)
        qCWarning(base::lcCounter).noquote() << "what is doubted stays:" << seen.error().toLogLine();
    emit changed();
}

QString SyncDesk::personOf(const domain::ports::RefusedItem& item) const {
    const bool meetsCitizens = m_desk.may(domain::Role::Clerk) || m_desk.may(domain::Role::Supervisor);
    return meetsCitizens ? fallen::personOf(m_ports, item) : QString();
}

std::vector<FallenReceipt> SyncDesk::findReceipts(const QString& text) const {
    return fallen::find(m_ports, text);
}

std::optional<domain::ports::RefusedItem> SyncDesk::receipt(qint64 seq) const {
    const auto receipts = m_ports.exchange.fallenReceipts();
    if (receipts)
        for (const domain::ports::RefusedItem& each : *receipts)
            if (each.seq == seq)
                return each;
    return {};
}

bool SyncDesk::needsReason(qint64 seq) const {
    return fallen::hasReceipt(fallen::together(m_ports.exchange, seq));
}

base::Outcome SyncDesk::maySeeTo(const HeldAct& act) const {
    const auto items = fallen::together(m_ports.exchange, seqOf(act));
    if (items.empty())
        return base::fail(QStringLiteral("sync.not-in-tray"));
    if (fallen::hasReceipt(items) && act.said.value(QLatin1String(held::reason)).toString().isEmpty())
        return base::fail(QStringLiteral("sync.needs-reason"));
    return base::done();
}

base::Outcome SyncDesk::seeTo(qint64 seq, const QString& reason) {
    const auto items = fallen::together(m_ports.exchange, seq);
    const auto item = std::find_if(items.begin(), items.end(), [seq](const auto& each) { return each.seq == seq; });
    const QString code = item == items.end() ? QString() : item->code;
    const QStringList subject{code, item == items.end() ? QString() : personOf(*item)};
    return m_held.hold(held::seeTo, {},
        {{seqKey, seq}, {QLatin1String(held::reason), reason}, {codeKey, code},
            {QLatin1String(held::subject), subject.join(QLatin1Char(' ')).trimmed()}});
}

QSet<qint64> SyncDesk::beingSeenTo() const {
    QSet<qint64> said;
    for (const HeldAct& act : m_held.acts())
        if (act.waits && act.act == QLatin1String(held::seeTo))
            for (const domain::ports::RefusedItem& each : fallen::together(m_ports.exchange, seqOf(act)))
                said.insert(each.seq);
    return said;
}

bool SyncDesk::isBeingSeenTo(qint64 seq) const {
    return beingSeenTo().contains(seq);
}

/// Where it was received anew meanwhile there is nothing left to do.
base::Outcome SyncDesk::takeOutSeen(const HeldAct& act) {
    const auto items = fallen::together(m_ports.exchange, seqOf(act));
    for (const domain::ports::RefusedItem& each : items)
        if (const auto out = m_ports.exchange.takeOut(each.seq); !out)
            return out;
    const QString reason = act.said.value(QLatin1String(held::reason)).toString();
    const QString about = QStringList{act.said.value(codeKey).toString(), reason}.join(QLatin1Char(' ')).trimmed();
    if (!items.empty())
        if (const auto noted = m_ports.security.note({domain::SecurityKind::SeenTo, {}, {}, about}); !noted)
            qCWarning(base::lcCounter).noquote() << "security log:" << noted.error().toLogLine();
    const auto dropped = m_ports.drafts.drop(act.id);
    m_ports.sync.tryNow();
    emit changed();
    return dropped;
}

}
