#include "Expected.h"

#include "Must.h"

#include "app/domain/Decide.h"
#include "app/domain/EventCodec.h"
#include "app/journal/Unlocked.h"
#include "app/journal/Verify.h"

#include <QJsonDocument>

namespace motcua::recorder {

namespace {

QJsonObject bodyOf(const domain::EventBody& body) {
    return QJsonDocument::fromJson(domain::encodeBody(body)).object();
}

QJsonObject jsonOf(const domain::Event& event, Bodies bodies) {
    QJsonObject json{{QStringLiteral("kind"), domain::kindOf(event.body)}, {QStringLiteral("version"), domain::versionOf(event.body)},
        {QStringLiteral("dossierVersion"), event.dossierVersion}, {QStringLiteral("station"), event.station.toString()},
        {QStringLiteral("actor"), event.actor.toString()}, {QStringLiteral("at"), event.at.toMSecsSinceEpoch()}};
    if (bodies == Bodies::Shown)
        json.insert(QStringLiteral("body"), bodyOf(event.body));
    return json;
}

QJsonObject jsonOf(const domain::ports::FolderRow& row) {
    return {{QStringLiteral("code"), row.code}, {QStringLiteral("applicant"), row.applicant}, {QStringLiteral("personalId"), row.personalId},
        {QStringLiteral("phone"), row.phone}, {QStringLiteral("procedureCode"), row.procedureCode},
        {QStringLiteral("procedureName"), row.procedureName}, {QStringLiteral("state"), static_cast<int>(row.state)},
        {QStringLiteral("money"), static_cast<int>(row.money)}, {QStringLiteral("delivery"), static_cast<int>(row.delivery)},
        {QStringLiteral("holder"), row.holder.toString()}, {QStringLiteral("receivedBy"), row.receivedBy.toString()},
        {QStringLiteral("received"), base::toJsonValue(row.received)}, {QStringLiteral("due"), base::toJsonValue(row.due)},
        {QStringLiteral("closed"), row.closed}, {QStringLiteral("unsent"), row.unsent}, {QStringLiteral("returnReason"), row.returnReason}};
}

QJsonObject dossiersOf(journal::Unlocked& station, Bodies bodies) {
    domain::ports::FolderFilter all;
    all.limit = 1000;
    QJsonObject dossiers;
    for (const domain::ports::FolderRow& row : must(station.archive().folders(all), "the dossiers cannot be listed")) {
        const auto history = must(station.journal().history(row.id), "a history cannot be read");
        domain::Dossier dossier;
        QJsonArray events;
        for (const domain::Event& event : history) {
            dossier = domain::evolve(std::move(dossier), event);
            events.append(jsonOf(event, bodies));
        }
        if (base::toJson(dossier) != base::toJson(must(station.archive().dossier(row.id), "a dossier cannot be read")))
            giveUp("journal and read model differ", {row.id.toString()});
        dossiers.insert(row.id.toString(), QJsonObject{{QStringLiteral("dossier"), base::toJson(dossier)}, {QStringLiteral("row"), jsonOf(row)},
                                               {QStringLiteral("events"), events}});
    }
    return dossiers;
}

QJsonArray booksOf(const domain::ports::Archive& archive) {
    QJsonArray books;
    for (const domain::Volume& volume : must(archive.volumes(), "the volumes cannot be read")) {
        QJsonArray entries;
        for (const domain::BookEntry& entry : must(archive.entries(volume.id), "a book cannot be read")) {
            QJsonObject json = base::toJson(entry);
            json.insert(QStringLiteral("dossier"), must(archive.folderOfEntry(volume.id, entry.number), "an entry has no dossier").toString());
            entries.append(json);
        }
        books.append(QJsonObject{
            {QStringLiteral("volume"), base::toJson(volume)}, {QStringLiteral("label"), volume.label()}, {QStringLiteral("entries"), entries}});
    }
    return books;
}

/// By login; each with what it holds, newest first.
QJsonObject draftsOf(journal::Unlocked& station) {
    QJsonObject drafts;
    for (const domain::Account& account : station.archive().accounts()) {
        QJsonArray own;
        for (const domain::ports::Draft& draft : must(station.drafts().drafts(account.id), "the drafts cannot be read"))
            own.append(QJsonObject{{QStringLiteral("id"), draft.id.toString()}, {QStringLiteral("changed"), base::toJsonValue(draft.changed)},
                {QStringLiteral("content"), QJsonDocument::fromJson(draft.content).object()}});
        drafts.insert(account.login, own);
    }
    return drafts;
}

/// Every page of every dossier, by its hash: its size where it lies here, -1 where it does not.
QJsonObject pagesOf(journal::Unlocked& station, const QJsonObject& dossiers) {
    QJsonObject pages;
    for (const QJsonValue& each : dossiers)
        for (const domain::Paper& paper : base::fromJson<domain::Dossier>(each[QLatin1String("dossier")].toObject()).papers)
            for (const domain::Page& page : paper.pages) {
                const auto content = station.blobs().read(page.blob);
                pages.insert(page.blob, content ? content->size() : -1);
            }
    return pages;
}

QJsonObject marksOf(journal::Unlocked& station) {
    QJsonArray unsent;
    for (const domain::ports::UnsentItem& item : must(station.exchange().unsent(10'000), "the unsent cannot be read"))
        unsent.append(
            QJsonObject{{QStringLiteral("seq"), item.seq}, {QStringLiteral("kind"), item.kind}, {QStringLiteral("dossier"), item.dossier.toString()},
                {QStringLiteral("code"), item.code}, {QStringLiteral("at"), base::toJsonValue(item.at)}});
    QJsonArray pending;
    for (const engine::PendingBlob& blob : must(station.syncStore().pendingBlobs(1000), "the pending blobs cannot be read"))
        pending.append(
            QJsonObject{{QStringLiteral("hash"), blob.hash}, {QStringLiteral("bytes"), blob.bytes}, {QStringLiteral("neededBy"), blob.neededBy}});
    const auto head = must(station.head(), "the head cannot be read");
    return {{QStringLiteral("acknowledged"), must(station.syncStore().acknowledged(), "the mark cannot be read")},
        {QStringLiteral("lastSeq"), head.seq}, {QStringLiteral("head"), QString::fromLatin1(head.hash.toHex())},
        {QStringLiteral("feedCursor"), must(station.syncStore().feedCursor(), "the cursor cannot be read")}, {QStringLiteral("unsent"), unsent},
        {QStringLiteral("pendingBlobs"), pending},
        {QStringLiteral("refusals"), static_cast<int>(must(station.exchange().refusals(), "the tray cannot be read").size())}};
}

QJsonObject listsOf(const domain::ports::Archive& archive) {
    return {{QStringLiteral("settings"), base::toJson(archive.settings())}, {QStringLiteral("accounts"), base::toJsonValue(archive.accounts())},
        {QStringLiteral("codeRange"), base::toJson(archive.codeRange())}, {QStringLiteral("catalogue"), archive.catalogue().version()},
        {QStringLiteral("procedures"), static_cast<int>(archive.catalogue().procedures().size())}};
}

/// As `motcua-admin verify` finds it, without a password.
QJsonObject verificationOf(const QString& folder) {
    const auto found = must(journal::verify(folder), "a folder cannot be verified");
    QJsonArray faults;
    for (const journal::Fault& fault : found.faults)
        faults.append(fault.place);
    return {{QStringLiteral("events"), found.events}, {QStringLiteral("received"), found.received}, {QStringLiteral("blobs"), found.blobs},
        {QStringLiteral("head"), QString::fromLatin1(found.head.toHex())}, {QStringLiteral("faults"), faults}};
}

}

QJsonObject expectedOfStation(const QString& folder, const QStringList& logins, const PlayedClock& clock, Bodies bodies) {
    journal::StationOptions options;
    options.clock = &clock;
    QJsonObject expected{{QStringLiteral("verify"), verificationOf(folder)}, {QStringLiteral("logins"), QJsonArray::fromStringList(logins)}};
    const auto data = must(journal::StationData::open(folder, options), "a station's folder does not open");
    for (const QString& login : logins)
        must(data->check(login, password()), "a password does not fit");
    const auto station = must(data->unlock(logins.front(), password()), "a station does not unlock");
    const QJsonObject dossiers = dossiersOf(*station, bodies);
    expected.insert(QStringLiteral("station"), data->station().toString());
    expected.insert(QStringLiteral("isFromSnapshot"), station->isFromSnapshot());
    expected.insert(QStringLiteral("dossiers"), dossiers);
    expected.insert(QStringLiteral("books"), booksOf(station->archive()));
    expected.insert(QStringLiteral("drafts"), draftsOf(*station));
    expected.insert(QStringLiteral("pages"), pagesOf(*station, dossiers));
    expected.insert(QStringLiteral("marks"), marksOf(*station));
    expected.insert(QStringLiteral("lists"), listsOf(station->archive()));
    return expected;
}

}
