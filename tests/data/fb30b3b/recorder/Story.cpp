#include "Story.h"

#include "Must.h"
#include "Pages.h"

namespace motcua::recorder {

using domain::State;

void Story::remember(const char* person, Id dossier, const char* what) {
    m_people.insert(
        QString::fromLatin1(person), QJsonObject{{QStringLiteral("dossier"), dossier.toString()}, {QStringLiteral("what"), QString::fromUtf8(what)}});
}

void Story::readCard(const QString& name, const char* sex) {
    step();
    // 022: Quảng Ninh; 0 and 1: men and women born in the last century; 90: the year of birth.
    const bool isMan = qstrcmp(sex, "Nam") == 0;
    const QString id = QStringLiteral("022%1%2%3").arg(isMan ? 0 : 1).arg(90).arg(++m_citizen, 6, 10, QLatin1Char('0'));
    const QString card = QStringLiteral("%1||%2|15011990|%3|Tổ 3, Khu 5, Bãi Cháy|12052021").arg(id, name, QString::fromUtf8(sex));
    must(intake().applyCardQr(card), "a card is not read");
}

void Story::fillCopy(const QString& procedure, const QString& document, int pages, int copies) {
    intake().setProcedure(procedure);
    intake().setCopyDocument(document);
    intake().setCopyPages(pages);
    intake().setCopyCopies(copies);
    must(intake().take(tinyPage(++m_page)), "a page is not kept");
}

void Story::fillGeneral(const QString& procedure) {
    intake().setProcedure(procedure);
    const auto papers = intake().form().papers;
    for (size_t i = 0; i < papers.size(); ++i)
        intake().setPaper(static_cast<int>(i), domain::PaperKind::Original, 1);
}

Story::Id Story::receive() {
    if (!intake().gaps().isEmpty())
        giveUp("something is missing at intake", {intake().gaps().join(QLatin1Char(' '))});
    const auto outcome = must(intake().receive(), "a dossier is not received");
    m_desk.waitForPaper();
    return outcome.dossier;
}

Story::Id Story::receiveCopy(const QString& name, const char* sex, const QString& document, int pages, int copies) {
    readCard(name, sex);
    fillCopy(QStringLiteral("2.000815"), document, pages, copies);
    return receive();
}

void Story::print(const QString& form, Id dossier) {
    step();
    m_desk.counter().printing().print(form, dossier);
    m_desk.waitForPaper();
}

void Story::attest(Id dossier) {
    step();
    m_desk.counter().handOver().printAttestation(dossier);
    m_desk.waitForPaper();
}

void Story::finish(Id dossier, const counter::Finish& how) {
    step();
    must(m_desk.counter().handOver().finish(dossier, how), "a result is not handed over");
    m_desk.waitForPaper();
}

void Story::spoil(Id dossier, const QString& reason, bool again) {
    step();
    const domain::Dossier folder = m_desk.dossier(dossier);
    const domain::BookEntry* entry = folder.liveEntry();
    if (!entry)
        giveUp("there is no number to spoil");
    must(m_desk.counter().books().spoil(entry->volume, entry->number, reason, again), "a number is not spoiled");
}

void Story::askSupplement(Id dossier, const QString& item) {
    step();
    must(m_desk.counter().supplements().ask(
             dossier, {item}, QStringLiteral("Thiếu giấy ủy quyền của người được đại diện"), QStringLiteral("Nghị định số 118/2025/NĐ-CP")),
        "form 02 is not given");
    m_desk.waitForPaper();
}

void Story::bringPaper(Id dossier, const QString& name, const domain::ports::ScannedPage& page) {
    step();
    counter::Supplements& supplements = m_desk.counter().supplements();
    must(supplements.open(dossier), "a supplement does not open");
    must(supplements.addPaper(name), "a paper is not added");
    supplements.setCurrentPaper(static_cast<int>(supplements.papers().size()) - 1);
    must(supplements.take(page), "a page is not kept");
}

void Story::approveHere(const std::vector<Id>& dossiers) {
    m_desk.sit(QStringLiteral("minh.tv"));
    for (const Id dossier : dossiers) {
        step();
        must(m_desk.counter().approval().approve(dossier), "a dossier is not approved");
    }
    m_desk.sit(QStringLiteral("lan.nt"));
}

void Story::claim(Id dossier) {
    m_supervisor.waitFor(dossier, State::Processing);
    step();
    m_supervisor.counter().approval().claim(dossier);
    waitUntil([&] { return m_supervisor.dossier(dossier).holder == m_supervisor.id(); }, "a claimed dossier does not come");
}

void Story::approveThere(Id dossier) {
    claim(dossier);
    step();
    must(m_supervisor.counter().approval().approve(dossier), "a dossier is not approved");
    m_desk.waitFor(dossier, State::Completed);
    waitUntil([&] { return m_desk.dossier(dossier).holder == m_desk.id(); }, "an approved dossier does not come home");
}

}
