// What LedgerBatch asks of a record besides its place in the chain: the domain's rules, and that what it names is held.

#include "app/domain/EventBlobs.h"
#include "app/domain/EventChecks.h"
#include "app/domain/EventCodec.h"
#include "app/domain/jobs/JobFit.h"
#include "sync/gateway/ledger/LedgerBatch.h"
#include "sync/gateway/store/BlobTable.h"
#include "sync/gateway/store/BookTable.h"
#include "sync/gateway/store/DossierStateTable.h"

namespace motcua::gateway {

namespace {

/// The unit that an event which opens a dossier says it is received at; null: the event opens none.
const QString* openingUnit(const domain::EventBody& body) {
    if (const auto* received = std::get_if<domain::DossierReceived>(&body))
        return &received->receivedUnit;
    if (const auto* refused = std::get_if<domain::DossierRefused>(&body))
        return &refused->receivedUnit;
    if (const auto* asked = std::get_if<domain::SupplementAsked>(&body); asked && asked->atIntake)
        return &asked->receivedUnit;
    return nullptr;
}

}

LedgerBatch::Verdict LedgerBatch::allowed(const CheckedRecord& checked, const domain::Event& event) {
    if (!actorMay(checked, event))
        return false;
    static const domain::Dossier none;
    const domain::Dossier* state = &none;
    if (!event.dossier.isNull()) {
        const auto found = dossier(event.dossier);
        if (!found)
            return base::fail(found.error());
        state = *found;
        const Verdict unit = unitFits(checked, event, *state);
        if (!unit || !*unit)
            return unit;
        if (const auto admitted = domain::admissible(*state, event); !admitted)
            return refuse(checked, admitted.error());
    }
    if (const auto right = domain::signedRightly(*state, event, m_standing); !right)
        return refuse(checked, right.error());
    if (!jobFits(checked, event.body))
        return false;
    return contentAllowed(checked, event, *state);
}

LedgerBatch::Verdict LedgerBatch::contentAllowed(const CheckedRecord& checked, const domain::Event& event, const domain::Dossier& dossier) {
    for (const auto check : {&LedgerBatch::codeFree, &LedgerBatch::blobsHeld})
        if (const Verdict verdict = (this->*check)(checked, event.body); !verdict || !*verdict)
            return verdict;
    return volumeAllows(checked, event, dossier);
}

/// By the accounts that the station may have had when it wrote the record: see Heard and Mandates.
bool LedgerBatch::actorMay(const CheckedRecord& checked, const domain::Event& event) {
    m_standing = {};
    if (event.actor.isNull() && domain::happensUnattended(event.body))
        return true;
    const protocol::RecordHeader& header = checked.record->header;
    const qint64 since = m_heard.cursorAt(header.seq, header.at);
    const auto mandate = m_parts.mandates.of(m_peer.unit, event.actor, since);
    if (!mandate)
        return refuse(checked, QStringLiteral("event.unknown-actor"));
    if (!mandate->active)
        return refuse(checked, QStringLiteral("event.account-closed"));
    m_standing = {mandate->roles, m_parts.mandates.twoHatAllowed(m_peer.unit, since)};
    const auto state = dossier(event.dossier);
    // Which role an act of a newer program needs is not known here.
    const bool unread = std::holds_alternative<domain::UnreadRecord>(event.body);
    const int needed = unread ? 0 : domain::rolesFor(event.body, domain::signersOf(state ? **state : domain::Dossier()));
    return needed == 0 || (needed & mandate->roles) != 0 || refuse(checked, QStringLiteral("event.wrong-role"));
}

LedgerBatch::Verdict LedgerBatch::unitFits(const CheckedRecord& checked, const domain::Event& event, const domain::Dossier& dossier) {
    if (const QString* unit = openingUnit(event.body); unit && *unit != m_unitCode)
        return refuse(checked, QStringLiteral("event.wrong-unit"));
    // One that a newer program opened: its unit is that of the desk where it lies.
    const bool opened = dossier.version > 0 && dossier.receivedUnit.isEmpty() && dossier.unread > 0;
    const auto ours = opened ? isDeskOfUnit(dossier.holder) : base::Result<bool>(dossier.version == 0 || dossier.receivedUnit == m_unitCode);
    if (!ours || !*ours)
        return ours ? Verdict(refuse(checked, QStringLiteral("event.wrong-unit"))) : ours;
    if (dossier.version == 0 && !domain::changesDossier(event.body))
        return refuse(checked, QStringLiteral("event.unknown-dossier"));
    if (const auto* released = std::get_if<domain::DossierReleased>(&event.body)) {
        const auto known = isDeskOfUnit(released->to);
        if (!known || !*known)
            return known ? Verdict(refuse(checked, QStringLiteral("event.unknown-station"))) : known;
    }
    return true;
}

LedgerBatch::Verdict LedgerBatch::codeFree(const CheckedRecord& checked, const domain::EventBody& body) {
    const auto* received = std::get_if<domain::DossierReceived>(&body);
    return received ? codeFree(checked, received->code) : true;
}

LedgerBatch::Verdict LedgerBatch::codeFree(const CheckedRecord& checked, const QString& code) {
    const auto taken = m_parts.tables.dossiers().isCodeTaken(code);
    if (!taken)
        return taken;
    if (*taken || m_codes.contains(code))
        return refuse(checked, QStringLiteral("dossier.code-taken"));
    m_codes.insert(code);
    return true;
}

LedgerBatch::Verdict LedgerBatch::blobsHeld(const CheckedRecord& checked, const domain::EventBody& body) {
    QStringList missing;
    for (const domain::BlobHash& blob : domain::blobsOf(body)) {
        const auto held = m_parts.tables.blobs().holds(QByteArray::fromHex(blob.toLatin1()), m_peer.unit);
        if (!held)
            return held;
        if (!*held)
            missing << blob;
    }
    return missing.isEmpty() || refuse(checked, base::Error{QStringLiteral("record.blob-missing")}, missing);
}

bool LedgerBatch::jobFits(const CheckedRecord& checked, const domain::EventBody& body) {
    const auto* received = std::get_if<domain::DossierReceived>(&body);
    if (!received)
        return true;
    const auto fits = domain::fitsItsKind(*received, m_jobs);
    return fits || refuse(checked, fits.error());
}

LedgerBatch::Verdict LedgerBatch::volumeAllows(const CheckedRecord& checked, const domain::Event& event, const domain::Dossier& dossier) {
    const domain::VolumeId id = domain::volumeOf(event.body);
    if (id.isNull())
        return true;
    const auto book = volume(id);
    if (!book)
        return base::fail(book.error());
    if (!*book)
        return refuse(checked, QStringLiteral("book.unknown-volume"));
    if (std::holds_alternative<domain::EntryRegistered>(event.body) && (*book)->symbol != dossier.job.book)
        return refuse(checked, QStringLiteral("book.wrong-kind"));
    const auto follows = domain::follows(**book, event);
    return follows || refuse(checked, follows.error());
}

base::Result<domain::Dossier*> LedgerBatch::dossier(domain::DossierId id) {
    if (const auto known = m_dossiers.find(id.value()); known != m_dossiers.end())
        return &known->dossier;
    auto taken = m_parts.dossiers.take(m_parts.tables, id);
    if (!taken)
        return base::fail(taken.error());
    return &m_dossiers.insert(id.value(), std::move(*taken))->dossier;
}

base::Result<domain::Volume*> LedgerBatch::volume(domain::VolumeId id) {
    if (const auto known = m_volumes.find(id.value()); known != m_volumes.end())
        return &*known;
    auto held = m_parts.tables.books().lockVolume(id, m_peer.unit);
    if (!held || !*held)
        return held ? base::Result<domain::Volume*>(nullptr) : base::fail(held.error());
    return &*m_volumes.insert(id.value(), std::move(**held));
}

base::Result<bool> LedgerBatch::isDeskOfUnit(domain::StationId station) const {
    const auto found = m_parts.tables.stations().find(station.value());
    return found.map([&](const std::optional<StationRow>& row) { return row && row->peer.unit == m_peer.unit; });
}

}
