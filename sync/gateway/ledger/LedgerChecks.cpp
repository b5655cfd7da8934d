// What LedgerBatch asks of a record besides its place in the chain: the domain's rules, and that what it names is held.

#include "app/domain/EventChecks.h"
#include "app/domain/EventCodec.h"
#include "sync/gateway/ledger/LedgerBatch.h"

#include <QJsonDocument>

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

const std::vector<domain::Paper>* papersOf(const domain::EventBody& body) {
    if (const auto* received = std::get_if<domain::DossierReceived>(&body))
        return &received->papers;
    if (const auto* returned = std::get_if<domain::SupplementReturned>(&body))
        return &returned->papers;
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
    for (const auto check : {&LedgerBatch::codeFree, &LedgerBatch::blobsHeld})
        if (const Verdict verdict = (this->*check)(checked, event.body); !verdict || !*verdict)
            return verdict;
    return volumeAllows(checked, event);
}

/// By the accounts that the station may have had when it wrote the record: see Heard and Mandates.
bool LedgerBatch::actorMay(const CheckedRecord& checked, const domain::Event& event) {
    m_standing = {};
    if (event.actor.isNull() && domain::happensUnattended(event.body))
        return true;
    const protocol::RecordHeader& header = checked.record->header;
    const qint64 since = m_heard.cursorAt(header.seq, header.at);
    const auto mandate = m_mandates.of(m_peer.unit, event.actor, since);
    if (!mandate)
        return refuse(checked, QStringLiteral("event.unknown-actor"));
    if (!mandate->active)
        return refuse(checked, QStringLiteral("event.account-closed"));
    m_standing = {mandate->roles, m_mandates.twoHatAllowed(m_peer.unit, since)};
    const int needed = domain::rolesFor(event.body);
    return needed == 0 || (needed & mandate->roles) != 0 || refuse(checked, QStringLiteral("event.wrong-role"));
}

LedgerBatch::Verdict LedgerBatch::unitFits(const CheckedRecord& checked, const domain::Event& event, const domain::Dossier& dossier) {
    if (const QString* unit = openingUnit(event.body); unit && *unit != m_unitCode)
        return refuse(checked, QStringLiteral("event.wrong-unit"));
    if (dossier.version > 0 && dossier.receivedUnit != m_unitCode)
        return refuse(checked, QStringLiteral("event.wrong-unit"));
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
    if (!received)
        return true;
    auto query = m_connection.prepare("SELECT 1 FROM dossiers WHERE code = ?1");
    const auto row = query.bind(received->code).next();
    if (!row)
        return row;
    if (*row || m_codes.contains(received->code))
        return refuse(checked, QStringLiteral("dossier.code-taken"));
    m_codes.insert(received->code);
    return true;
}

LedgerBatch::Verdict LedgerBatch::blobsHeld(const CheckedRecord& checked, const domain::EventBody& body) {
    const std::vector<domain::Paper>* papers = papersOf(body);
    if (!papers)
        return true;
    QStringList missing;
    auto query = m_connection.prepare("SELECT 1 FROM blobs WHERE hash = ?1 AND unit = ?2");
    for (const domain::Paper& paper : *papers)
        for (const domain::Page& page : paper.pages) {
            const auto row = query.bind(QByteArray::fromHex(page.blob.toLatin1()), m_peer.unit).next();
            if (!row)
                return row;
            if (!*row && !missing.contains(page.blob))
                missing << page.blob;
        }
    return missing.isEmpty() || refuse(checked, base::Error{QStringLiteral("record.blob-missing")}, missing);
}

LedgerBatch::Verdict LedgerBatch::volumeAllows(const CheckedRecord& checked, const domain::Event& event) {
    const domain::VolumeId id = domain::volumeOf(event.body);
    if (id.isNull())
        return true;
    const auto book = volume(id);
    if (!book)
        return base::fail(book.error());
    if (!*book)
        return refuse(checked, QStringLiteral("book.unknown-volume"));
    const auto follows = domain::follows(**book, event);
    return follows || refuse(checked, follows.error());
}

base::Result<domain::Dossier*> LedgerBatch::dossier(domain::DossierId id) {
    if (const auto known = m_dossiers.find(id.value()); known != m_dossiers.end())
        return &*known;
    auto taken = m_known.take(m_connection, id);
    if (!taken)
        return base::fail(taken.error());
    return &*m_dossiers.insert(id.value(), std::move(*taken));
}

base::Result<domain::Volume*> LedgerBatch::volume(domain::VolumeId id) {
    if (const auto known = m_volumes.find(id.value()); known != m_volumes.end())
        return &*known;
    auto query = m_connection.prepare("SELECT body FROM volumes WHERE id = ?1 AND unit = ?2");
    const auto row = query.bind(id.value(), m_peer.unit).next();
    if (!row)
        return base::fail(row.error());
    if (!*row)
        return nullptr;
    const QJsonObject body = QJsonDocument::fromJson(query.bytes(0)).object();
    return &*m_volumes.insert(id.value(), base::fromJson<domain::Volume>(body));
}

base::Result<bool> LedgerBatch::isDeskOfUnit(domain::StationId station) {
    auto query = m_connection.prepare("SELECT 1 FROM stations WHERE id = ?1 AND unit = ?2");
    return query.bind(station.value(), m_peer.unit).next();
}

}
