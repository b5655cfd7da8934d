#include "tests/support/job/JobDesk.h"

#include "sync/engine/Store.h"
#include "tests/support/catalogue/ShippedCatalogue.h"

#include <QJsonArray>

#include <algorithm>

namespace motcua::test {

namespace {

constexpr char login[] = "lan.nt";
constexpr char password[] = "nắng chiều qua sông Lô";

QUuid uuid(quint32 number) {
    return QUuid(number, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}

template <class T>
base::Outcome toOutcome(const base::Result<T>& result) {
    if (!result)
        return base::fail(result.error());
    return base::done();
}

}

JobDesk::JobDesk(QString dossier) : m_dossier(std::move(dossier)), m_station(uuid(5)), m_volume(uuid(20)) {
    options.cost = {1, 64, 1};
    options.clock = &clock;
    clerk = {domain::UserId(uuid(1)), QString::fromLatin1(login), QStringLiteral("Nguyễn Thị Lan"), QStringLiteral("Công chức"), {},
        QStringLiteral("H49.30"), static_cast<int>(domain::Role::Clerk), true};
    supervisor = {domain::UserId(uuid(2)), QStringLiteral("hung.tv"), QStringLiteral("Trần Văn Hùng"), QStringLiteral("PHÓ CHỦ TỊCH"), {},
        QStringLiteral("H49.30"), static_cast<int>(domain::Role::Supervisor), true};
}

JobDesk::~JobDesk() {
    close();
}

base::Outcome JobDesk::create() {
    {
        const auto made = journal::StationData::create(m_dossier, {m_station, {}, QString::fromLatin1(login), QString::fromUtf8(password)}, options);
        if (!made)
            return base::fail(made.error());
    }
    return open().and_then([this](base::Done) { return publish(); });
}

base::Outcome JobDesk::publish() {
    domain::UnitSettings settings;
    settings.unit = QStringLiteral("H49.30");
    settings.name = QStringLiteral("Trung tâm Phục vụ hành chính công phường Bãi Cháy");
    settings.idleLockMinutes = 0;
    domain::Volume volume;
    volume.id = m_volume;
    volume.unit = settings.unit;
    volume.station = m_station;
    volume.year = 2026;
    volume.symbol = QStringLiteral("SCT/BS");
    const QJsonArray accounts{base::toJson(clerk), base::toJson(supervisor)};
    return m_unlocked->syncStore()
        .receive({{1, QStringLiteral("catalogue"), shippedCatalogue().toJson()}, {2, QStringLiteral("settings"), base::toJson(settings)},
            {3, QStringLiteral("accounts"), {{QStringLiteral("accounts"), accounts}}},
            {4, QStringLiteral("code-range"), base::toJson(domain::CodeRange{settings.unit, m_station, 1, 9999})},
            {5, QStringLiteral("volume"), base::toJson(volume)}})
        .and_then([this](base::Done) { return m_unlocked->projection().refresh(); });
}

base::Outcome JobDesk::open() {
    close();
    auto data = journal::StationData::open(m_dossier, options);
    if (!data)
        return base::fail(data.error());
    auto unlocked = (*data)->unlock(QString::fromLatin1(login), QString::fromUtf8(password));
    if (!unlocked)
        return base::fail(unlocked.error());
    m_data = std::move(*data);
    m_unlocked = std::move(*unlocked);
    journal::Unlocked& in = *m_unlocked;
    const auto last = in.journal().lastMoment();
    if (!last)
        return base::fail(last.error());
    // Time has gone on while nobody was at the desk.
    if (const qint64 seconds = clock.now().secsTo(*last); seconds > 0)
        clock.advance(seconds);
    m_counter = std::make_unique<counter::Counter>(counter::Ports{in.journal(), in.archive(), in.projection(), in.exchange(), in.blobs(), in.drafts(),
                                                       scanner, foreignPages, paper, *printer, registers, in.securityLog(), sync, clock},
        m_station, QStringLiteral("Quầy 1"));
    return m_counter->seat(clerk);
}

void JobDesk::close() {
    m_counter.reset();
    m_unlocked.reset();
    m_data.reset();
}

QString JobDesk::personalIdOf(int number) {
    return QStringLiteral("022090%1").arg(number, 6, 10, QLatin1Char('0'));
}

QString JobDesk::cardOf(int number) {
    return personalIdOf(number) + QStringLiteral("||Nguyễn Văn An|15011990|Nam|Tổ 3, Khu 5, Bãi Cháy|12052021");
}

base::Result<std::vector<domain::ports::DossierRow>> JobDesk::dossiersOf(int number) const {
    return m_counter->dossiers().search(personalIdOf(number), 10);
}

base::Result<std::vector<domain::BookEntry>> JobDesk::book() const {
    return m_counter->books().entries(m_volume);
}

base::Outcome JobDesk::serve(int number) {
    clock.advance(60);
    auto dossiers = dossiersOf(number);
    if (dossiers && dossiers->empty()) {
        if (const auto received = receive(number); !received)
            return received;
        dossiers = dossiersOf(number);
    }
    if (!dossiers)
        return base::fail(dossiers.error());
    if (dossiers->empty())
        return base::fail(QStringLiteral("test.dossier-not-found"));
    const domain::DossierId dossier = dossiers->front().id;
    if (const auto printed = havePrinted(dossier, QStringLiteral("form-01")); !printed)
        return printed;
    if (dossiers->front().state == domain::State::Processing)
        if (const auto approved = approve(dossier); !approved)
            return approved;
    return handOver(dossier).and_then([this, dossier](base::Done) { return havePrinted(dossier, QStringLiteral("fee-slip")); });
}

base::Outcome JobDesk::havePrinted(domain::DossierId id, const QString& form) {
    const auto dossier = m_counter->dossiers().open(id);
    if (!dossier)
        return base::fail(dossier.error());
    const bool isRecorded = std::any_of(dossier->history.begin(), dossier->history.end(), [&form](const domain::Event& event) {
        const auto* print = std::get_if<domain::PrintRecorded>(&event.body);
        return print && print->form == form;
    });
    if (!isRecorded)
        m_counter->printing().print(form, id);
    return base::done();
}

base::Outcome JobDesk::receive(int number) {
    counter::Intake& intake = m_counter->intake();
    if (const auto read = intake.form().applyCardQr(cardOf(number)); !read)
        return read;
    intake.form().setProcedure(QStringLiteral("2.000815"));
    intake.form().setFact(QStringLiteral("document"), QStringLiteral("Bằng tốt nghiệp"));
    intake.form().setFact(QStringLiteral("pages"), 3);
    intake.form().setFact(QStringLiteral("copies"), 2);
    constexpr size_t pages = 2;
    while (intake.form().content().papers.front().pages.size() < pages) {
        const QByteArray content =
            QByteArray("page of ") + QByteArray::number(number) + char('a' + static_cast<int>(intake.form().content().papers.front().pages.size()));
        if (const auto taken = intake.draft().take({content, QStringLiteral("image/jpeg"), 10, 10, {}}); !taken)
            return taken;
    }
    return toOutcome(intake.acts().receive());
}

base::Outcome JobDesk::approve(domain::DossierId dossier) {
    if (const auto seated = m_counter->seat(supervisor); !seated)
        return seated;
    const auto approved = toOutcome(m_counter->approval().approve(dossier));
    if (const auto seated = m_counter->seat(clerk); !seated)
        return seated;
    return approved;
}

base::Outcome JobDesk::handOver(domain::DossierId dossier) {
    counter::HandOverDesk& desk = m_counter->handOver();
    if (desk.nextStep(dossier) == counter::NextStep::PrintAttestation)
        desk.printAttestation(dossier);
    if (desk.nextStep(dossier) == counter::NextStep::None)
        return base::done();
    return toOutcome(desk.finish(dossier, {domain::PaymentMethod::Cash, {}, true, 5, {}, true}));
}

}
