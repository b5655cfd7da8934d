#include "tests/support/counter/CounterBench.h"

#include "app/domain/EventCodec.h"
#include "tests/support/catalogue/ShippedCatalogue.h"

namespace motcua::test {

namespace {

QUuid uuid(quint32 number) {
    return QUuid(number, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}

}

CounterBench::CounterBench() {
    auto& published = archive.published;
    published.catalogue = shippedCatalogue();
    published.settings.unit = QStringLiteral("H49.30");
    published.settings.name = QStringLiteral("Trung tâm Phục vụ hành chính công phường Bãi Cháy");
    published.settings.parentName = QStringLiteral("Ủy ban nhân dân phường Bãi Cháy");
    published.settings.place = QStringLiteral("Bãi Cháy");
    published.settings.favourites = QStringList{QStringLiteral("2.000815"), QStringLiteral("2.000884"), QStringLiteral("9.999999")};
    published.range = {QStringLiteral("H49.30"), station, 1, 999};
    clerk = {domain::UserId(uuid(1)), QStringLiteral("lan.nt"), QStringLiteral("Nguyễn Thị Lan"), QStringLiteral("Công chức"), {},
        QStringLiteral("H49.30"), static_cast<int>(domain::Role::Clerk), true};
    supervisor = {domain::UserId(uuid(2)), QStringLiteral("hung.tv"), QStringLiteral("Trần Văn Hùng"), QStringLiteral("PHÓ CHỦ TỊCH"),
        QStringLiteral("KT. CHỦ TỊCH"), QStringLiteral("H49.30"), static_cast<int>(domain::Role::Clerk) | static_cast<int>(domain::Role::Supervisor),
        true};
    published.accounts = {clerk, supervisor};
    domain::Volume volume;
    volume.id = domain::VolumeId(uuid(20));
    volume.unit = QStringLiteral("H49.30");
    volume.station = station;
    volume.year = 2026;
    volume.symbol = QStringLiteral("SCT/BS");
    published.volumes = {volume};
    restart();
}

counter::Ports CounterBench::ports() {
    return {journal, archive, archive, exchange, blobs, drafts, scanner, *foreignPages, *forms, paper, *registers, security, sync, clock};
}

void CounterBench::restart() {
    counter.reset();
    journal.station = archive.published.range.station = station;
    counter = std::make_unique<counter::Counter>(ports(), station, QStringLiteral("Quầy 1"));
    counter->held().setDelay(undo);
    for (const char* place : {domain::placed::lastPage, domain::placed::underSignature})
        counter->printing().setTop(QLatin1String(place), counter::usualTop(QLatin1String(place)));
}

void CounterBench::seat(const domain::Account& account) {
    if (!counter->seat(account))
        qFatal("not seated");
}

void CounterBench::fillCopy(const QString& document, int pages, int copies) {
    counter::Intake& intake = counter->intake();
    if (!intake.form().applyCardQr(card()))
        qFatal("card");
    intake.form().setProcedure(QStringLiteral("2.000815"));
    intake.form().setFact(QStringLiteral("document"), document);
    intake.form().setFact(QStringLiteral("pages"), pages);
    intake.form().setFact(QStringLiteral("copies"), copies);
}

domain::DossierId CounterBench::receiveCopy(const QString& document) {
    fillCopy(document);
    const auto outcome = counter->intake().acts().receive();
    if (!outcome)
        qFatal("%s", qPrintable(outcome.error().toLogLine()));
    return outcome->dossier;
}

domain::DossierId CounterBench::approvedCopy() {
    seatClerk();
    const domain::DossierId dossier = receiveCopy();
    seatSupervisor();
    if (const auto approved = counter->approval().approve(dossier); !approved)
        qFatal("%s", qPrintable(approved.error().toLogLine()));
    seatClerk();
    return dossier;
}

domain::DossierId CounterBench::copyApprovedElsewhere() {
    seatClerk();
    const domain::DossierId id = receiveCopy();
    approveElsewhere(id);
    return id;
}

void CounterBench::approveElsewhere(domain::DossierId id) {
    domain::Volume theirs = archive.published.volumes.front();
    theirs.id = domain::VolumeId(uuid(21));
    theirs.station = otherStation;
    theirs.ordinal = 2;
    archive.published.volumes.push_back(theirs);
    exchange.dossierWishes = {{id, otherStation}};
    emit sync.received();
    exchange.dossierWishes.clear();
    const domain::Context context{clock.now(), supervisor, otherStation, &archive.settings(), &archive.calendar(), &theirs, {}, 0, nullptr};
    const auto bodies = domain::decide(dossier(id), domain::Approve{}, context);
    if (!bodies)
        qFatal("%s", qPrintable(bodies.error().toLogLine()));
    for (const domain::EventBody& body : *bodies)
        journal.receive({body, id, dossier(id).version + 1, otherStation, supervisor.id, context.now});
    emit sync.received();
}

QStringList CounterBench::kinds(domain::DossierId id) const {
    QStringList names;
    const auto history = journal.history(id);
    for (const domain::Event& event : *history)
        names.append(domain::kindOf(event.body));
    return names;
}

}
