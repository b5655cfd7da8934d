#include "app/domain/jobs/FactCheck.h"
#include "app/domain/jobs/FactField.h"
#include "app/domain/parties/PartyCheck.h"
#include "app/trial/Originals.h"
#include "app/trial/StationActor.h"

#include <algorithm>

namespace motcua::trial {

using domain::State;

namespace {

/// What this citizen answers. Undefined: what stands there is right.
QJsonValue answerTo(const domain::FactField& field, const domain::FactCell& cell, const Arrival& arrival, const ArrivalPaper& paper) {
    if (field.name == QLatin1String("document"))
        return paper.document.left(field.longest);
    if (field.name == QLatin1String("pages"))
        return qBound<qint64>(field.least, paper.pages, field.most);
    if (field.name == QLatin1String("copies"))
        return qBound<qint64>(field.least, paper.copies, field.most);
    if (!cell.begins.isNull() && !cell.begins.isUndefined())
        return QJsonValue::Undefined;
    switch (field.type) {
    case domain::FactType::Text:
        return cell.suggestions.isEmpty() ? QStringLiteral("%1 %2").arg(cell.fact).arg(arrival.number).left(field.longest) : cell.suggestions.front();
    case domain::FactType::Number:
        return field.least + arrival.number % (field.most - field.least + 1);
    case domain::FactType::Choice:
        return field.choices.at(arrival.number % field.choices.size());
    case domain::FactType::YesNo:
        return arrival.number % 2 == 0;
    case domain::FactType::Time:
        return QStringLiteral("%1:30").arg(7 + arrival.number % 10, 2, 10, QLatin1Char('0'));
    case domain::FactType::Entry:
        return QStringLiteral("%1 quyển số 01/2025-SCT/GD").arg(arrival.number);
    case domain::FactType::Date:
        return QDate(2019, 2, 1).addDays(arrival.number).toString(Qt::ISODate);
    }
    Q_UNREACHABLE();
}

}

domain::Party StationActor::typedParty(const Arrival& arrival, const domain::PartyRole& role, int others) {
    domain::Party party;
    party.role = role.role;
    const bool asks = role.applies && others == 0;
    party.name = asks ? arrival.name : madeUpName(arrival.number + others);
    party.personalId = asks ? arrival.personalId : QStringLiteral("0221900%1").arg((arrival.number * 10 + others) % 100'000, 5, 10, QLatin1Char('0'));
    if (role.asks.contains(QLatin1String("paper")))
        party.paper = {QStringLiteral("Thẻ căn cước"), party.personalId, {}, QDate(2025, 3, 5), {}};
    if (role.asks.contains(QLatin1String("birth")))
        party.birthDate = QDate(1990, 1, 15);
    if (role.asks.contains(QLatin1String("address")))
        party.address = QStringLiteral("Tổ 5, phường Bãi Cháy");
    if (role.asks.contains(QLatin1String("sex")))
        party.sex = QStringLiteral("Nam");
    return party;
}

QString StationActor::exemptionOf(const domain::JobKind* job) {
    return job && !job->fee.exemptions.empty() ? job->fee.exemptions.front().words : QStringLiteral("Người thuộc hộ nghèo");
}

/// In the order of their codes, which is that of the papers; what was refused has none and stands in front.
std::vector<domain::ports::DossierRow> StationActor::dossiersOf(const Arrival& arrival) {
    constexpr int most = 20;
    std::vector<domain::ports::DossierRow> theirs;
    for (const domain::ports::DossierRow& row :
        counter().dossiers().search(arrival.personalId, most).value_or(std::vector<domain::ports::DossierRow>()))
        if (row.personalId == arrival.personalId)
            theirs.push_back(row);
    std::sort(theirs.begin(), theirs.end(), [](const auto& one, const auto& other) { return one.code < other.code; });
    return theirs;
}

/// Of the paper whose business takes a turn, else of the first.
std::optional<domain::ports::DossierRow> StationActor::dossierOf(const Arrival& arrival) {
    const ArrivalPaper* turning = arrival.turning();
    const QString& procedure = turning ? turning->procedure : arrival.papers.front().procedure;
    for (const domain::ports::DossierRow& row : dossiersOf(arrival))
        if (row.procedureCode == procedure)
            return row;
    return std::nullopt;
}

/// After a crash a clerk looks first whether the citizen's dossier was taken in before the lights went out.
void StationActor::receive(const QJsonObject& request) {
    const Arrival arrival = base::fromJson<Arrival>(request.value(QLatin1String("arrival")).toObject());
    if (isForBench(arrival)) {
        serveVisit(arrival);
        return;
    }
    const auto before = request.value(QLatin1String("again")).toBool() ? dossierOf(arrival) : std::nullopt;
    if (!before) {
        takeIn(arrival);
        return;
    }
    if (const auto done = takeTurn(arrival.turn(), before->id); !done)
        fail(done.error());
    else
        whenPrinted([this, dossier = before->id] { reply({{QStringLiteral("promised"), QJsonArray{dossier.toString()}}}); });
}

/// From the card to the receipt: the form, the pages, what the clerk decides.
void StationActor::takeIn(const Arrival& arrival) {
    QElapsedTimer timer;
    timer.start();
    fill(arrival);
    note("fill", timer.elapsed());
    const auto& papers = counter().intake().form().content().papers;
    const bool pagesThere = !papers.empty() && static_cast<int>(papers.front().pages.size()) >= arrival.scans;
    if (arrival.scans == 0 || pagesThere) {
        conclude(arrival);
        return;
    }
    scan(arrival, counter().intake().draft(), [this, arrival] { conclude(arrival); });
}

void StationActor::scan(const Arrival& arrival, counter::PageHolder& draft, const std::function<void()>& then) {
    const QStringList originals = drawOriginals(arrival, m_place.paper + QStringLiteral("/../originals"));
    QElapsedTimer timer;
    timer.start();
    m_once = connect(&counter().scanning(), &counter::Scanning::finished, this, [this, scans = arrival.scans, timer, then](const base::Error& error) {
        disconnect(m_once);
        if (!error.code.isEmpty()) {
            fail(error);
            return;
        }
        note("page", timer.elapsed() / std::max(scans, 1));
        then();
    });
    counter().scanning().importFiles(originals, draft);
}

void StationActor::fill(const Arrival& arrival) {
    counter::Intake& intake = counter().intake();
    // A draft that came back after a crash is gone on with when it is this citizen's.
    const QString& before = intake.form().content().applicant.personalId;
    if (!before.isEmpty() && before != arrival.personalId)
        intake.draft().startNew();
    showApplicant(intake.form(), arrival);
    intake.form().setProcedure(arrival.papers.front().procedure);
    fillFacts(intake.form(), arrival, arrival.papers.front());
    fillParties(arrival);
    if (arrival.turn() == Turn::Waived)
        intake.form().setExemption(exemptionOf(intake.form().job()));
    const auto papers = intake.form().content().papers;
    for (size_t i = 0; i < papers.size(); ++i)
        if (papers[i].quantity == 0)
            intake.form().setPaper(static_cast<int>(i), papers[i].kind, 1, papers[i].shownOnly);
    if (intake.form().gaps().contains(QStringLiteral("fee")))
        intake.form().setTypedFee(8'000);
}

void StationActor::showApplicant(counter::IntakeForm& form, const Arrival& arrival) {
    if (!arrival.typed) {
        (void)form.applyCardQr(arrival.cardText());
        return;
    }
    form.setApplicantText(QStringLiteral("name"), arrival.name);
    form.setApplicantText(QStringLiteral("personalId"), arrival.personalId);
    form.setApplicantText(QStringLiteral("address"), QStringLiteral("Tổ 5, phường Bãi Cháy"));
}

/// What the description asks, whatever the kind of job is: in the order of the card, as far as it is shown.
void StationActor::fillFacts(counter::IntakeForm& form, const Arrival& arrival, const ArrivalPaper& paper) {
    const domain::JobKind* job = form.job();
    if (!job)
        return;
    const std::vector<domain::FactField> fields = domain::fieldsOf(*job);
    // The description is the archive's: setting a fact leaves it in its place, hearing from the province does not.
    const domain::FactLayout layout = job->layout;
    for (const domain::FactRow& row : layout.rows)
        for (const domain::FactCell& cell : row.cells)
            for (const domain::FactField& field : fields)
                if (field.name == cell.fact && domain::isShown(layout, field.name, form.content().facts))
                    if (const QJsonValue value = answerTo(field, cell, arrival, paper); !value.isUndefined())
                        form.setFact(field.name, value);
}

/// As few as there must be in each role.
void StationActor::fillParties(const Arrival& arrival) {
    counter::IntakeForm& form = counter().intake().form();
    if (!form.job() || form.job()->parties.empty())
        return;
    std::vector<domain::Party> parties;
    for (const domain::PartyRole& role : form.job()->parties)
        if (domain::isWanted(role, form.content().facts, parties))
            for (int place = 0; place < role.least; ++place)
                parties.push_back(typedParty(arrival, role, static_cast<int>(parties.size())));
    form.setParties(std::move(parties));
}

base::Result<counter::IntakeOutcome> StationActor::decideIntake(const Arrival& arrival) {
    counter::Intake& intake = counter().intake();
    if (arrival.turn() == Turn::Refused) {
        const auto ground = intake.form().refusalGrounds().front();
        return intake.acts().refuse(ground.words, ground.article);
    }
    // Sent home once; whoever has a dossier already is back with the papers.
    if (arrival.turn() == Turn::Incomplete && intake.form().content().dossier.isNull())
        return intake.acts().askSupplement({QStringLiteral("Giấy tờ tùy thân còn giá trị sử dụng")}, QStringLiteral("Giấy tờ tùy thân đã hết hạn"),
            QStringLiteral("Nghị định số 118/2025/NĐ-CP"));
    return intake.acts().receive();
}

void StationActor::conclude(const Arrival& arrival) {
    QElapsedTimer timer;
    timer.start();
    const auto outcome = decideIntake(arrival);
    if (!outcome) {
        fail(outcome.error());
        return;
    }
    const bool received = outcome->offered == QLatin1String(domain::offer::accepted);
    const bool sentHome = outcome->offered == QLatin1String(domain::offer::supplementAsked);
    note(received ? "receive" : sentHome ? "send home" : "refuse", timer.elapsed());
    if (const auto done = takeTurn(arrival.turn(), outcome->dossier); !done) {
        fail(done.error());
        return;
    }
    whenPrinted([this, dossier = outcome->dossier] { reply({{QStringLiteral("promised"), QJsonArray{dossier.toString()}}}); });
}

/// What is still to be done at once after the intake, as far as the dossier does not show it done.
base::Outcome StationActor::takeTurn(Turn turn, domain::DossierId id) {
    const auto dossier = counter().dossiers().open(id);
    if (!dossier)
        return base::fail(dossier.error());
    const State state = dossier->dossier.state;
    QElapsedTimer timer;
    timer.start();
    base::Outcome done = base::done();
    if (turn == Turn::Refused && !dossier->dossier.closed)
        done = counter().handOver().close(id);
    if (turn == Turn::Supplement && state == State::Processing && dossier->dossier.supplements == 0) {
        done = counter().supplements().ask(id, {QStringLiteral("Bản sao giấy ủy quyền")},
            QStringLiteral("Thiếu giấy ủy quyền của người được đại diện"), QStringLiteral("Nghị định số 118/2025/NĐ-CP"));
        note("ask supplement", timer.elapsed());
    }
    if (turn == Turn::Withdrawn && !dossier->dossier.closed) {
        done = counter().withdrawals().withdraw(id, QStringLiteral("Công dân không còn nhu cầu"));
        note("withdraw", timer.elapsed());
    }
    return done;
}

/// The citizen is back with the papers that were missing.
void StationActor::comeBack(const QJsonObject& request) {
    const Arrival arrival = base::fromJson<Arrival>(request.value(QLatin1String("arrival")).toObject());
    const auto row = dossierOf(arrival);
    if (!row) {
        fail({QStringLiteral("trial.no-dossier"), {{QStringLiteral("arrival"), QString::number(arrival.number)}}});
        return;
    }
    if (row->state == State::Registered) {
        // A crash may have left the form half filled; it then came back with its dossier.
        if (counter().intake().form().content().dossier != row->id)
            if (const auto continued = counter().intake().acts().continueDossier(row->id); !continued) {
                fail(continued.error());
                return;
            }
        takeIn(arrival);
        return;
    }
    if (row->state == State::SupplementAsked)
        if (const auto brought = bringPapers(arrival, row->id); !brought) {
            fail(brought.error());
            return;
        }
    reply({{QStringLiteral("promised"), QJsonArray{row->id.toString()}}});
}

base::Outcome StationActor::bringPapers(const Arrival& arrival, domain::DossierId dossier) {
    counter::Supplements& supplements = counter().supplements();
    QElapsedTimer timer;
    timer.start();
    if (const auto opened = supplements.open(dossier); !opened)
        return opened;
    const QString paper = QStringLiteral("Bản sao giấy ủy quyền");
    const auto& papers = supplements.papers();
    if (std::none_of(papers.begin(), papers.end(), [&paper](const domain::Paper& there) { return there.name == paper; }))
        if (const auto added = supplements.addPaper(paper); !added)
            return added;
    supplements.setCurrentPaper(static_cast<int>(supplements.papers().size()) - 1);
    if (supplements.papers().back().pages.empty())
        if (const auto taken = supplements.take(drawnPage(arrival)); !taken)
            return taken;
    const auto given = supplements.giveBack();
    note("take supplement", timer.elapsed());
    return given;
}

}
