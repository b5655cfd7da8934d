#include "app/domain/EventCodec.h"

#include "app/base/JsonKeys.h"
#include "app/base/StrictJson.h"
#include "app/domain/EventTexts.h"
#include "app/domain/FirstRecords.h"
#include "app/domain/SoundRecord.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace motcua::domain {

namespace {

enum class Effect { Adds, Changes };

struct KindRow {
    const char* name = nullptr;
    int version = 0; ///< the newest that is written
    Effect effect = Effect::Adds;
    int since = 1; ///< the first that there was of this kind
};

// One line for each kind of event. The names are in every journal ever written: they are never changed.
template <class Body>
constexpr KindRow rowOf{};
// clang-format off
template <> constexpr KindRow rowOf<DossierReceived>{"dossier-received", 6, Effect::Changes};
template <> constexpr KindRow rowOf<DossierRefused>{"dossier-refused", 1, Effect::Changes};
template <> constexpr KindRow rowOf<SupplementAsked>{"supplement-asked", 1, Effect::Changes};
template <> constexpr KindRow rowOf<SupplementReturned>{"supplement-returned", 1, Effect::Changes};
template <> constexpr KindRow rowOf<DossierSubmitted>{"dossier-submitted", 1, Effect::Changes};
template <> constexpr KindRow rowOf<DossierReleased>{"folder-released", 1, Effect::Changes};
template <> constexpr KindRow rowOf<DossierApproved>{"dossier-approved", 1, Effect::Changes};
template <> constexpr KindRow rowOf<DossierReturned>{"dossier-returned", 1, Effect::Changes};
template <> constexpr KindRow rowOf<EntryRegistered>{"entry-registered", 2, Effect::Changes};
template <> constexpr KindRow rowOf<EntrySpoiled>{"entry-spoiled", 4, Effect::Changes};
template <> constexpr KindRow rowOf<PrintRecorded>{"print-recorded", 2, Effect::Adds};
template <> constexpr KindRow rowOf<FeeCollected>{"fee-collected", 1, Effect::Changes};
template <> constexpr KindRow rowOf<ResultHandedOver>{"result-handed-over", 1, Effect::Changes};
template <> constexpr KindRow rowOf<RatingGiven>{"rating-given", 1, Effect::Adds};
template <> constexpr KindRow rowOf<DossierWithdrawn>{"dossier-withdrawn", 1, Effect::Changes};
template <> constexpr KindRow rowOf<DossierClosed>{"dossier-closed", 1, Effect::Changes};
template <> constexpr KindRow rowOf<NoteAdded>{"note-added", 1, Effect::Adds};
template <> constexpr KindRow rowOf<VolumeClosed>{"volume-closed", 1, Effect::Adds};
template <> constexpr KindRow rowOf<DossierCorrected>{"dossier-corrected", 6, Effect::Changes, 3};
template <> constexpr KindRow rowOf<AttestedByHand>{"attested-by-hand", 3, Effect::Changes, 3};
template <> constexpr KindRow rowOf<FeedHeard>{"feed-heard", 4, Effect::Adds, 4};
template <> constexpr KindRow rowOf<NumbersLeased>{"numbers-leased", 5, Effect::Adds, 5};
template <> constexpr KindRow rowOf<NumbersReturned>{"numbers-returned", 5, Effect::Adds, 5};
template <> constexpr KindRow rowOf<NumbersWrittenOff>{"numbers-written-off", 5, Effect::Adds, 5};
template <> constexpr KindRow rowOf<KeepingMoved>{"keeping-moved", 5, Effect::Adds, 5};
template <> constexpr KindRow rowOf<EntryNoted>{"entry-noted", 5, Effect::Adds, 5};
template <> constexpr KindRow rowOf<PersonListed>{"person-listed", 6, Effect::Adds, 6};
template <> constexpr KindRow rowOf<UnreadRecord>{"", 0, Effect::Adds};
// clang-format on

struct Codec {
    KindRow row;
    EventBody (*read)(const QJsonObject& json) = nullptr;
    std::optional<base::JsonFault> (*faultIn)(const QJsonValue& json, const QString& place) = nullptr;
};

template <class Body>
EventBody read(const QJsonObject& json) {
    return base::fromJson<Body>(json);
}

template <size_t... Index>
constexpr auto makeCodecs(std::index_sequence<Index...>) {
    static_assert((... && (rowOf<std::variant_alternative_t<Index, EventBody>>.name != nullptr)), "every kind has its line above");
    return std::array{Codec{rowOf<std::variant_alternative_t<Index, EventBody>>, &read<std::variant_alternative_t<Index, EventBody>>,
        &base::jsonFault<std::variant_alternative_t<Index, EventBody>, base::UnknownNames::Passed>}...};
}

template <class Said>
bool saysParties(const Said& said) {
    return !said.parties.empty() || said.extension;
}

/// The lowest version past the first that holds all of it. The second knew no job that is attested by hand, and who reads it alone would pass over
/// that a number is owed; who reads no later one than the fifth would pass over the parties, and over why a result is due later.
int leastVersion(const EventBody& body, const KindRow& row) {
    if (const auto* received = std::get_if<DossierReceived>(&body))
        return saysParties(*received) ? partiesSince : received->job.byHand ? 3 : 2;
    if (const auto* corrected = std::get_if<DossierCorrected>(&body))
        return saysParties(corrected->before) || saysParties(corrected->after) ? partiesSince : row.since;
    return row.version;
}

constexpr auto codecs = makeCodecs(std::make_index_sequence<std::variant_size_v<EventBody>>());

/// Null: no such kind is known here.
const Codec* codecOf(QByteArrayView kind) {
    const auto codec = std::find_if(codecs.begin(), codecs.end(), [&](const Codec& known) { return kind == QByteArrayView(known.row.name); });
    return codec == codecs.end() ? nullptr : &*codec;
}

bool isDeeper(const QJsonValue& json, int levels) {
    const auto within = [levels](const auto& values) {
        return std::any_of(values.begin(), values.end(), [levels](const QJsonValue& value) { return isDeeper(value, levels - 1); });
    };
    if (json.isObject())
        return levels == 0 || within(json.toObject());
    return json.isArray() && (levels == 0 || within(json.toArray()));
}

/// As it is written without blanks.
qsizetype sizeOf(const QJsonObject& json) {
    return QJsonDocument(json).toJson(QJsonDocument::Compact).size();
}

base::Outcome unsound(const QString& field) {
    return base::fail(QStringLiteral("event.malformed"), {{QStringLiteral("field"), field}});
}

base::Outcome isSound(const Codec& codec, const QByteArray& json, const QJsonObject& lifted) {
    // A mark of the order of bytes: Qt passes over it, others read nothing behind it.
    if (json.startsWith("\xef\xbb\xbf"))
        return unsound(QStringLiteral("start"));
    if (const auto doubled = base::doubledKey(json))
        return unsound(*doubled);
    if (const auto fault = codec.faultIn(lifted, {}))
        return unsound(fault->place);
    const auto known = [&] { return std::visit([](const auto& body) { return sizeOf(base::toJson(body)); }, codec.read(lifted)); };
    return json.size() <= mostUnknown || sizeOf(lifted) - known() <= mostUnknown ? base::done() : unsound(QStringLiteral("size"));
}

struct Written {
    QByteArrayView kind;
    int version = 0;
    const QByteArray& json;
    bool changes = false;
};

enum class Reading { Lenient, Sound };

base::Result<EventBody> decoded(const Written& record, Reading reading) {
    const auto& [kind, version, json, changes] = record;
    if (version < 1)
        return base::fail(QStringLiteral("event.malformed"));
    const Codec* const codec = codecOf(kind);
    if (!codec || version > codec->row.version)
        return UnreadRecord{kind.toByteArray(), version, changes, json};
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject() || version < codec->row.since)
        return base::fail(QStringLiteral("event.malformed"));
    if (reading == Reading::Sound && isDeeper(document.object(), deepestJson))
        return base::fail(unsound(QStringLiteral("depth")).error());
    const QJsonObject lifted = version == 1 ? liftRecord(kind, document.object()) : document.object();
    if (const auto sound = reading == Reading::Sound ? isSound(*codec, json, lifted) : base::done(); !sound)
        return base::fail(sound.error());
    EventBody body = codec->read(lifted);
    if (auto* received = std::get_if<DossierReceived>(&body); version == 1 && received)
        liftTerms(*received);
    // The first version says the rest in its own way.
    const int least = leastVersion(body, codec->row);
    if (version < least && (version > 1 || least == partiesSince))
        return base::fail(QStringLiteral("event.malformed"));
    return body;
}

}

QLatin1String kindOf(const EventBody& body) {
    if (const auto* unread = std::get_if<UnreadRecord>(&body))
        return QLatin1String(unread->kind);
    return QLatin1String(codecs[body.index()].row.name);
}

bool changesDossier(const EventBody& body) {
    if (const auto* unread = std::get_if<UnreadRecord>(&body))
        return unread->changes;
    return codecs[body.index()].row.effect == Effect::Changes;
}

bool isAboutDossier(const EventBody& body) {
    return !std::holds_alternative<VolumeClosed>(body) && !std::holds_alternative<FeedHeard>(body) && !std::holds_alternative<PersonListed>(body) &&
           !isAboutNumbers(body);
}

bool isAboutNumbers(const EventBody& body) {
    return std::holds_alternative<NumbersLeased>(body) || std::holds_alternative<NumbersReturned>(body) ||
           std::holds_alternative<NumbersWrittenOff>(body) || std::holds_alternative<KeepingMoved>(body);
}

EncodedBody encodeBody(const EventBody& body) {
    if (const auto* unread = std::get_if<UnreadRecord>(&body))
        return {unread->version, unread->json};
    const KindRow& row = codecs[body.index()].row;
    const QJsonObject json = std::visit([](const auto& event) { return base::toJson(event); }, body);
    const auto first = row.since == 1 ? lowerRecord(row.name, json) : std::nullopt;
    return {first ? 1 : leastVersion(body, row), QJsonDocument(first ? *first : json).toJson(QJsonDocument::Compact)};
}

int versionOf(const EventBody& body) {
    return codecs[body.index()].row.version;
}

base::Result<EventBody> decodeBody(QByteArrayView kind, int version, const QByteArray& json, bool changes) {
    return decoded({kind, version, json, changes}, Reading::Lenient);
}

base::Result<EventBody> decodeSound(QByteArrayView kind, int version, const QByteArray& json, bool changes) {
    return decoded({kind, version, json, changes}, Reading::Sound);
}

EventBody decodeHeld(QByteArrayView kind, int version, const QByteArray& json, bool changes) {
    auto body = decodeBody(kind, version, json, changes);
    if (!body || changesDossier(*body) != changes)
        return UnreadRecord{kind.toByteArray(), version, changes, "{}"};
    return withPlainTexts(std::move(*body));
}

std::optional<DossierCode> codeIn(const UnreadRecord& body) {
    return DossierCode::parse(QJsonDocument::fromJson(body.json).object().value(QLatin1String("code")).toString());
}

StationId releasedTo(const EventBody& body) {
    if (const auto* released = std::get_if<DossierReleased>(&body))
        return released->to;
    const auto* unread = std::get_if<UnreadRecord>(&body);
    if (!unread || QLatin1String(unread->kind) != QLatin1String(rowOf<DossierReleased>.name))
        return {};
    return StationId::fromString(QJsonDocument::fromJson(unread->json).object().value(QLatin1String("to")).toString());
}

const EntryReference* slipOf(const EventBody& body) {
    const auto written = [](const EntryReference& slip) { return slip.volume.isNull() ? nullptr : &slip; };
    if (const auto* refused = std::get_if<DossierRefused>(&body))
        return written(refused->slip);
    if (const auto* asked = std::get_if<SupplementAsked>(&body))
        return written(asked->slip);
    if (const auto* collected = std::get_if<FeeCollected>(&body))
        return written(collected->slip);
    return nullptr;
}

QLatin1String seriesOf(const EventBody& body) {
    if (std::holds_alternative<DossierRefused>(body))
        return QLatin1String(series::refusal);
    if (std::holds_alternative<SupplementAsked>(body))
        return QLatin1String(series::supplement);
    return std::holds_alternative<FeeCollected>(body) ? QLatin1String(series::fee) : QLatin1String();
}

VolumeId volumeOf(const EventBody& body) {
    if (const auto* registered = std::get_if<EntryRegistered>(&body))
        return registered->entry.volume;
    if (const auto* spoiled = std::get_if<EntrySpoiled>(&body))
        return spoiled->volume;
    if (const auto* closed = std::get_if<VolumeClosed>(&body))
        return closed->volume;
    if (const auto* leased = std::get_if<NumbersLeased>(&body))
        return leased->lease.volume;
    if (const auto* returned = std::get_if<NumbersReturned>(&body))
        return returned->volume;
    if (const auto* off = std::get_if<NumbersWrittenOff>(&body))
        return off->volume;
    const EntryReference* slip = slipOf(body);
    return slip ? slip->volume : VolumeId();
}

std::pair<VolumeId, int> takenNumber(const EventBody& body) {
    if (const auto* registered = std::get_if<EntryRegistered>(&body))
        return {registered->entry.volume, registered->entry.number};
    if (const EntryReference* slip = slipOf(body))
        return {slip->volume, slip->number};
    return {VolumeId(), 0};
}

}
