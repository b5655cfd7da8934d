#include "app/trial/StationActor.h"

#include "app/counter/Returned.h"

namespace motcua::trial {

using domain::DossierId;

namespace {

/// The row of the book that the first sheet carries; null when another has been taken.
const domain::BookEntry* firstNumber(const domain::Dossier& dossier) {
    return dossier.entries.size() == 1 && dossier.entries.front().spoiledReason.isEmpty() ? &dossier.entries.front() : nullptr;
}

}

/// What lies on this desk and can go on: dossiers that the supervisor gave back are submitted again, results are handed over.
void StationActor::serve() {
    if (const auto submitted = submitAgain(); !submitted) {
        fail(submitted.error());
        return;
    }
    const auto waiting = counter().handOver().waiting();
    if (!waiting) {
        fail(waiting.error());
        return;
    }
    m_toServe.clear();
    for (const domain::ports::DossierRow& row : *waiting)
        m_toServe.enqueue(row.id);
    serveNext();
}

base::Outcome StationActor::submitAgain() {
    domain::ports::DossierFilter returned;
    returned.states = {domain::State::Accepted};
    returned.closed = false;
    const auto rows = counter().dossiers().list(returned);
    if (!rows)
        return base::fail(rows.error());
    for (const domain::ports::DossierRow& row : *rows) {
        if (!counter().approval().isHere(row) || !counter::isReturned(row))
            continue;
        QElapsedTimer timer;
        timer.start();
        if (const auto submitted = counter().dossiers().submitAgain(row.id, QStringLiteral("Đã sửa tên giấy tờ")); !submitted)
            return submitted;
        note("submit again", timer.elapsed());
    }
    return base::done();
}

/// One dossier at a time, one sheet after the other: nothing is handed over before its paper is there.
void StationActor::serveNext() {
    counter::HandOverDesk& desk = counter().handOver();
    while (!m_toServe.isEmpty() && desk.nextStep(m_toServe.head()) == counter::NextStep::None)
        m_toServe.dequeue();
    if (m_toServe.isEmpty()) {
        reply();
        return;
    }
    const DossierId dossier = m_toServe.head();
    if (desk.nextStep(dossier) == counter::NextStep::PrintAttestation) {
        QElapsedTimer timer;
        timer.start();
        desk.printAttestation(dossier);
        whenPrinted([this, timer] {
            note("attestation", timer.elapsed());
            serveNext();
        });
        return;
    }
    if (const auto spoilt = spoil(dossier); !spoilt)
        fail(spoilt.error());
    else if (*spoilt)
        serveNext();
    else
        finish(dossier);
}

/// Strikes the number of a spoilt first sheet out and takes the next one. False: the sheet is good.
base::Result<bool> StationActor::spoil(DossierId id) {
    const auto dossier = counter().dossiers().open(id);
    if (!dossier)
        return base::fail(dossier.error());
    const domain::BookEntry* entry = firstNumber(dossier->dossier);
    if (!entry || !m_wanted.contains(paperKey(dossier->dossier.applicant.personalId, dossier->dossier.procedure.code)))
        return false;
    QElapsedTimer timer;
    timer.start();
    const auto spoiled = counter().books().spoil(entry->volume, entry->number, QStringLiteral("Tờ in bị nhòe mực"), true);
    if (!spoiled)
        return base::fail(spoiled.error());
    note("spoil", timer.elapsed());
    return true;
}

void StationActor::finish(DossierId dossier) {
    QElapsedTimer timer;
    timer.start();
    counter::Finish finish;
    finish.score = 4 + static_cast<int>(m_toServe.size()) % 2;
    if (const auto opened = counter().dossiers().open(dossier); opened && opened->dossier.job.byHand)
        finish.handEntry = {QString::number(++m_byHand), QStringLiteral("01/2026-SCT/CK,ĐC, ") + counter().desk().stationName(), {}};
    const auto finished = counter().handOver().finish(dossier, finish);
    if (!finished) {
        fail(finished.error());
        return;
    }
    note("finish", timer.elapsed());
    m_toServe.dequeue();
    whenPrinted([this] { serveNext(); });
}

}
