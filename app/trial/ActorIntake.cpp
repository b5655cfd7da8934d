#include "app/trial/Originals.h"
#include "app/trial/StationActor.h"

#include <algorithm>

namespace motcua::trial {

/// After a crash a clerk looks first whether the citizen's dossier was taken in before the lights went out.
bool StationActor::alreadyReceived(const Arrival& arrival) {
    const auto rows = counter().folders().search(arrival.personalId, 10);
    return rows && std::any_of(rows->begin(), rows->end(), [&arrival](const domain::ports::FolderRow& row) { return row.personalId == arrival.personalId; });
}

void StationActor::receive(const QJsonObject& request) {
    const Arrival arrival = base::fromJson<Arrival>(request.value(QLatin1String("arrival")).toObject());
    if (request.value(QLatin1String("again")).toBool() && alreadyReceived(arrival)) {
        reply({{QStringLiteral("wasThere"), true}});
        return;
    }
    QElapsedTimer timer;
    timer.start();
    fill(arrival);
    note("fill", timer.elapsed());
    const auto& papers = counter().intake().form().papers;
    const bool pagesThere = !papers.empty() && static_cast<int>(papers.front().pages.size()) >= arrival.scans;
    if (arrival.scans == 0 || pagesThere) {
        conclude(arrival);
        return;
    }
    const QStringList originals = drawOriginals(arrival, m_paper + QStringLiteral("/../originals"));
    timer.restart();
    m_once = connect(&counter().scanning(), &counter::Scanning::finished, this, [this, arrival, timer](const base::Error& error) {
        disconnect(m_once);
        if (!error.code.isEmpty()) {
            fail(error);
            return;
        }
        note("page", timer.elapsed() / std::max(arrival.scans, 1));
        conclude(arrival);
    });
    if (const auto begun = counter().scanning().importFiles(originals, counter().intake()); !begun) {
        disconnect(m_once);
        fail(begun.error());
    }
}

void StationActor::fill(const Arrival& arrival) {
    counter::Intake& intake = counter().intake();
    // A draft that came back after a crash is gone on with when it is this citizen's.
    const QString& before = intake.form().applicant.personalId;
    if (!before.isEmpty() && before != arrival.personalId)
        intake.startNew();
    if (!arrival.typed) {
        (void)intake.applyCardQr(arrival.cardText());
    } else {
        intake.setApplicantText(QStringLiteral("name"), arrival.name);
        intake.setApplicantText(QStringLiteral("personalId"), arrival.personalId);
        intake.setApplicantText(QStringLiteral("address"), QStringLiteral("Tổ 5, phường Bãi Cháy"));
    }
    intake.setProcedure(arrival.procedure);
    if (intake.isCertifiedCopy()) {
        intake.setCopyDocument(arrival.document);
        intake.setCopyPages(arrival.pages);
        intake.setCopyCopies(arrival.copies);
    }
    const auto papers = intake.form().papers;
    for (size_t i = 0; i < papers.size(); ++i)
        if (papers[i].quantity == 0)
            intake.setPaper(static_cast<int>(i), domain::PaperKind::Copy, 1);
    if (intake.gaps().contains(QStringLiteral("fee")))
        intake.setTypedFee(8'000);
}

void StationActor::conclude(const Arrival& arrival) {
    counter::Intake& intake = counter().intake();
    QElapsedTimer timer;
    timer.start();
    const auto ground = intake.refusalGrounds().front();
    const auto outcome = arrival.refused ? intake.refuse(ground.text, ground.basis) : intake.receive();
    if (!outcome) {
        fail(outcome.error());
        return;
    }
    note(arrival.refused ? "refuse" : "receive", timer.elapsed());
    if (arrival.refused)
        if (const auto closed = counter().handOver().close(outcome->dossier); !closed) {
            fail(closed.error());
            return;
        }
    reply({{QStringLiteral("dossier"), outcome->dossier.toString()}, {QStringLiteral("code"), outcome->code}});
}

}
