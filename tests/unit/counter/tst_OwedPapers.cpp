#include "app/counter/OwedPapers.h"
#include "app/domain/jobs/JobKind.h"

#include <QTest>

using namespace motcua;
using counter::OwedPaper;

/// What the last records owe in paper: see owedPapers().
class tst_OwedPapers : public QObject {
    Q_OBJECT

private slots:
    void isWhatNoPrintIsOnRecordOf_data();
    void isWhatNoPrintIsOnRecordOf();
    void isOfItsOwnDossier();

private:
    /// A letter a record: R received, B papers brought, A form 02, X form 03, F fee, H handed over, s submitted, 1 2 3 prints of those forms,
    /// P of the slip; a dot begins the next moment.
    static std::vector<domain::Event> records(const QString& letters, domain::DossierId dossier);
    static QString formOf(const OwedPaper& paper);
};

std::vector<domain::Event> tst_OwedPapers::records(const QString& letters, domain::DossierId dossier) {
    std::vector<domain::Event> events;
    QDateTime at(QDate(2026, 11, 23), QTime(2, 0), Qt::UTC);
    const auto add = [&](domain::EventBody body) { events.push_back({std::move(body), dossier, 0, {}, {}, at}); };
    const auto print = [&](const char* form) {
        domain::PrintRecorded printed;
        printed.form = QLatin1String(form);
        add(printed);
    };
    for (const QChar& letter : letters)
        switch (letter.unicode()) {
        case 'R':
            add(domain::DossierReceived());
            break;
        case 'B':
            add(domain::SupplementReturned());
            break;
        case 'A':
            add(domain::SupplementAsked());
            break;
        case 'X':
            add(domain::DossierRefused());
            break;
        case 'F':
            add(domain::FeeCollected());
            break;
        case 'H':
            add(domain::ResultHandedOver());
            break;
        case 's':
            add(domain::DossierSubmitted());
            break;
        case '1':
            print(domain::offer::accepted);
            break;
        case '2':
            print(domain::offer::supplementAsked);
            break;
        case '3':
            print(domain::offer::refused);
            break;
        case 'P':
            print(domain::offer::paid);
            break;
        default:
            at = at.addSecs(1);
        }
    return events;
}

/// In this test a form is called after when it is offered.
QString tst_OwedPapers::formOf(const OwedPaper& paper) {
    return paper.offered;
}

void tst_OwedPapers::isWhatNoPrintIsOnRecordOf_data() {
    QTest::addColumn<QString>("letters");
    QTest::addColumn<QStringList>("owed");
    QTest::newRow("nothing") << "" << QStringList{};
    QTest::newRow("received") << "Rs" << QStringList{"accepted"};
    QTest::newRow("received, printed") << "Rs1" << QStringList{};
    QTest::newRow("received, another paper printed") << "Rs2" << QStringList{"accepted"};
    QTest::newRow("printed before the receipt") << "1.Rs" << QStringList{"accepted"};
    QTest::newRow("form 02") << "Rs1.A" << QStringList{"supplement-asked"};
    QTest::newRow("form 02, printed") << "Rs1.A2" << QStringList{};
    QTest::newRow("papers brought") << "Rs1.A2.B" << QStringList{"accepted"};
    QTest::newRow("form 03") << "X" << QStringList{"refused"};
    QTest::newRow("form 03, printed") << "X3" << QStringList{};
    QTest::newRow("fee alone") << "Rs1.F" << QStringList{"paid"};
    QTest::newRow("fee alone, later handed over") << "Rs1.F.H" << QStringList{"paid"};
    QTest::newRow("fee at the hand-over") << "Rs1.FH" << QStringList{};
    QTest::newRow("two") << "Rs.F" << (QStringList{"accepted", "paid"});
    QTest::newRow("twice the same") << "Rs.B" << QStringList{"accepted"};
}

void tst_OwedPapers::isWhatNoPrintIsOnRecordOf() {
    QFETCH(QString, letters);
    QFETCH(QStringList, owed);
    QStringList found;
    for (const OwedPaper& paper : counter::owedPapers(records(letters, domain::DossierId::make(1)), formOf))
        found << paper.offered;
    QCOMPARE(found, owed);
}

void tst_OwedPapers::isOfItsOwnDossier() {
    const auto one = domain::DossierId::make(1);
    const auto other = domain::DossierId::make(2);
    auto both = records(QStringLiteral("Rs"), one);
    for (const domain::Event& event : records(QStringLiteral("Rs1"), other))
        both.push_back(event);
    const auto owed = counter::owedPapers(both, formOf);
    QCOMPARE(owed.size(), 1u);
    QCOMPARE(owed.front().dossier, one);
    const auto none = counter::owedPapers(both, [](const OwedPaper&) { return QString(); });
    QVERIFY(none.empty());
}

QTEST_APPLESS_MAIN(tst_OwedPapers)
#include "tst_OwedPapers.moc"
