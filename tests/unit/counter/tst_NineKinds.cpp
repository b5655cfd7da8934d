// Each kind of certification from the intake to its attestation: what the template asks for is there, and it names everybody.

#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/parties/PartyCheck.h"
#include "app/forms/Template.h"
#include "tests/support/counter/CounterBench.h"

#include <QFile>
#include <QTest>

using namespace motcua;
using test::CounterBench;

class tst_NineKinds : public QObject {
    Q_OBJECT

private slots:
    void fromTheCounterToTheAttestation_data();
    void fromTheCounterToTheAttestation();
};

namespace {

const QDate day(2027, 1, 4);

QJsonValue answer(const domain::FactField& field, const domain::FactCell& cell) {
    if (!cell.begins.isNull() && !cell.begins.isUndefined())
        return cell.begins;
    switch (field.type) {
    case domain::FactType::Number:
        return 2;
    case domain::FactType::Choice:
        return field.choices.front();
    case domain::FactType::YesNo:
        return true;
    case domain::FactType::Date:
        return QStringLiteral("2026-11-30");
    case domain::FactType::Time:
        return QStringLiteral("14:30");
    case domain::FactType::Text:
    case domain::FactType::Entry:
        break;
    }
    return QStringLiteral("00017, quyển số 01/2025");
}

void fillFacts(counter::IntakeForm& form, bool outside) {
    const std::vector<domain::FactField> fields = domain::fieldsOf(*form.job());
    const domain::FactLayout layout = form.job()->layout;
    for (const domain::FactRow& row : layout.rows)
        for (const domain::FactCell& cell : row.cells)
            for (const domain::FactField& field : fields)
                if (field.name == cell.fact && domain::isShown(layout, field.name, form.content().facts))
                    form.setFact(field.name, field.name == QLatin1String("outside") ? QJsonValue(outside) : answer(field, cell));
}

/// One more than there must be in the first role, none of whom signs as another does.
std::vector<domain::Party> people(const domain::JobKind& job, const QJsonObject& facts) {
    std::vector<domain::Party> all;
    for (const domain::PartyRole& role : job.parties) {
        const bool isWanted = domain::isWanted(role, facts, all);
        const int count = !isWanted ? 0 : qMin(role.most, all.empty() ? 2 : qMax(1, role.least));
        for (int i = 0; i < count; ++i) {
            domain::Party party;
            party.role = role.role;
            party.name = QStringLiteral("Người Thứ %1").arg(QChar('A' + static_cast<int>(all.size())));
            party.personalId = QStringLiteral("02209000000%1").arg(all.size());
            party.paper = {QStringLiteral("Thẻ căn cước"), party.personalId, {}, QDate(2025, 3, 5), {}};
            party.birthDate = QDate(1990, 1, 15);
            party.address = QStringLiteral("Tổ 5, phường Bãi Cháy");
            party.how = role.signs && all.size() == 1 ? domain::SigningWay::Neither : domain::SigningWay::Signs;
            all.push_back(party);
        }
    }
    return all;
}

}

void tst_NineKinds::fromTheCounterToTheAttestation_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("outside");
    const std::pair<const char*, const char*> kinds[] = {{"2.000815", "certified-copy"}, {"2.000815", "certified-ecopy"}, {"2.000884", "signature"},
        {"2.000992", "translator-collaborator"}, {"2.001008", "translator-own"}, {"2.001035", "deal"}, {"2.001019", "will"},
        {"2.001016", "heritage-refusal"}, {"2.001406", "heritage-division"}, {"2.000913", "deal-amendment"}, {"2.000927", "deal-correction"},
        {"2.000942", "deal-copy"}};
    for (const auto& [code, kind] : kinds)
        for (const bool outside : {false, true})
            QTest::addRow("%s%s", kind, outside ? ", outside" : "") << QString::fromLatin1(code) << QString::fromLatin1(kind) << outside;
}

void tst_NineKinds::fromTheCounterToTheAttestation() {
    QFETCH(QString, code);
    QFETCH(QString, kind);
    QFETCH(bool, outside);
    CounterBench bench;
    bench.clock.set(day, QTime(9, 0));
    const domain::JobKind& job = *domain::builtInJobs().inForce(kind, day);
    bench.archive.published.volumes.front().symbol = job.book->symbol;
    bench.archive.published.volumes.front().year = day.year();
    bench.seatClerk();
    counter::IntakeForm& form = bench.counter->intake().form();
    form.setApplicantText(QStringLiteral("name"), QStringLiteral("Người Thứ A"));
    form.setApplicantText(QStringLiteral("personalId"), QStringLiteral("022090000000"));
    form.setProcedure(code);
    form.setJobKind(kind);
    QCOMPARE(form.job()->kind, kind);
    fillFacts(form, outside);
    const std::vector<domain::Party> parties = people(job, form.content().facts);
    form.setParties(parties);
    for (size_t i = 0; i < form.content().papers.size(); ++i)
        form.setPaper(static_cast<int>(i), form.content().papers[i].kind, 1, form.content().papers[i].shownOnly);
    const auto received = bench.counter->intake().acts().receive();
    QVERIFY2(received, received ? "" : qPrintable(received.error().toLogLine()));
    bench.seatSupervisor();
    const auto approved = bench.counter->approval().approve(received->dossier);
    QVERIFY2(approved, approved ? "" : qPrintable(approved.error().toLogLine()));

    const domain::Dossier dossier = bench.dossier(received->dossier);
    QVERIFY(dossier.liveEntry());
    QVERIFY(bench.counter->printing().preview(dossier.job.attestation, received->dossier));
    const auto& [name, values] = bench.paper.rendered.back();
    QCOMPARE(name, dossier.job.attestation);
    QFile file(QStringLiteral(":/forms/print/%1.html").arg(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto sheet = forms::Template::parse(QString::fromUtf8(file.readAll()));
    QVERIFY(sheet);
    const auto text = sheet->expand(values);
    QVERIFY2(text, text ? "" : qPrintable(text.error().toLogLine()));
    const QString read = QString(*text).replace(QChar(QChar::Nbsp), QLatin1Char(' ')).remove(QChar(0x2060));
    QVERIFY(read.contains(dossier.liveEntry()->numberLabel) && read.contains(dossier.liveEntry()->volumeLabel));
    const bool isMargin = name == QLatin1String("correction-margin");
    for (const domain::Party& party : parties)
        QVERIFY2(isMargin || read.contains(party.name), qPrintable(party.name));
    QCOMPARE(read.contains(QStringLiteral("14 giờ 30 phút")), outside && values.contains(QStringLiteral("fact_hour")));
}

QTEST_GUILESS_MAIN(tst_NineKinds)
#include "tst_NineKinds.moc"
