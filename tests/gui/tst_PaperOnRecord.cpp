#include "app/ui/dossiers/HistoryWords.h"
#include "app/ui/shell/PrintStrip.h"
#include "app/ui/widgets/NoticeBar.h"
#include "app/ui/widgets/TextLabel.h"
#include "tests/gui/PlaceTest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using domain::ports::JobFate;
using test::Hand;
using test::Harness;

/// A paper that came out is on record, whenever the program ended: what the spooler knows is settled by itself, what it does not know is asked in
/// one question that one key answers.
class tst_PaperOnRecord : public QObject {
    Q_OBJECT

private slots:
    void theTitleTellsNobodysName();
    void nothingIsSpooledThatIsNotOnDisk();
    void whatCameOutIsRecordedByItself();
    void whatWaitsIsAStoppedJob();
    void whatIsCertainlyGoneIsOffered();
    void whatTheSpoolerForgotIsAsked_data();
    void whatTheSpoolerForgotIsAsked();
    void theListAnswersForItsRow_data();
    void theListAnswersForItsRow();
    void whatIsAskedAboutLeavesByItself();
    void theCodeIsReadWhereRoomIsShort();
    void theQuestionLeavesTheFieldAlone();
    void afterAPowerCutNothingIsCertain();
    void theSpoolerThatComesBackAnswersItself();
    void whatCouldNotBeRecordedIsRecordedLater_data();
    void whatCouldNotBeRecordedIsRecordedLater();
    void whatIsAskedAboutIsLookedForBeforeItIsPrinted();
    void aFileIsKnownByItsDigest_data();
    void aFileIsKnownByItsDigest();
    void copiesThatTheQueueDoesNotMakeAreJobs();
    void asManyAsCameOut();
    void whatCameOutBeforeItWasTakenOut();

private:
    static constexpr int job = 41;
    static ui::PrintStrip* strip(Harness& harness) { return harness.window->findChild<ui::PrintStrip*>(); }
    static counter::Printing& printing(Harness& harness) { return harness.bench.counter->printing(); }
    static const std::vector<counter::UnprintedPaper>& unprinted(Harness& harness) { return printing(harness).unprinted(); }
    /// Received, and killed while its form 01 was being spooled.
    static domain::DossierId interrupted(Harness& harness);
    /// Two of them, in the order of the list.
    static std::vector<domain::DossierId> twoInterrupted(Harness& harness);
    static QListWidget* list(Harness& harness) { return harness.window->findChild<QListWidget*>(QStringLiteral("unprintedList")); }
    static std::vector<domain::PrintRecorded> prints(const Harness& harness, domain::DossierId dossier);
    /// What is on disk of what is to be printed.
    static std::vector<QJsonObject> intentions(const Harness& harness);
};

domain::DossierId tst_PaperOnRecord::interrupted(Harness& harness) {
    harness.bench.seatClerk();
    harness.bench.paper.isSlow = true;
    const auto dossier = harness.bench.receiveCopy();
    harness.bench.paper.isSlow = false;
    harness.bench.restart();
    return dossier;
}

std::vector<domain::DossierId> tst_PaperOnRecord::twoInterrupted(Harness& harness) {
    harness.bench.seatClerk();
    harness.bench.paper.isSlow = true;
    harness.bench.receiveCopy();
    harness.bench.receiveCopy();
    harness.bench.paper.isSlow = false;
    harness.bench.restart();
    [&] {
        begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
        QTRY_COMPARE(unprinted(harness).size(), 2u);
    }();
    std::vector<domain::DossierId> dossiers;
    for (const counter::UnprintedPaper& each : unprinted(harness))
        dossiers.push_back(each.paper.dossier);
    return dossiers;
}

std::vector<domain::PrintRecorded> tst_PaperOnRecord::prints(const Harness& harness, domain::DossierId dossier) {
    std::vector<domain::PrintRecorded> found;
    for (const domain::Event& event : harness.bench.journal.history(dossier).value_or(std::vector<domain::Event>()))
        if (const auto* print = std::get_if<domain::PrintRecorded>(&event.body))
            found.push_back(*print);
    return found;
}

std::vector<QJsonObject> tst_PaperOnRecord::intentions(const Harness& harness) {
    std::vector<QJsonObject> found;
    for (const domain::ports::Draft& draft : harness.bench.drafts.all()) {
        const QJsonObject json = QJsonDocument::fromJson(draft.content).object();
        if (json.value(QLatin1String("of")) == QLatin1String("printing"))
            found.push_back(json.value(QLatin1String("body")).toObject());
    }
    return found;
}

void tst_PaperOnRecord::theTitleTellsNobodysName() {
    Harness harness;
    harness.bench.seatClerk();
    harness.bench.receiveCopy();
    harness.bench.receiveCopy();
    static const QRegularExpression title(QStringLiteral("^H49\\.30-\\d{6}-\\d{4} form-01 #([2-9A-HJ-NP-Z]{8})$"));
    const auto& requests = harness.bench.paper.requests;
    QCOMPARE(requests.size(), 2u);
    QStringList tickets;
    for (const auto& request : requests) {
        const auto match = title.match(request.title);
        QVERIFY2(match.hasMatch(), qPrintable(request.title));
        tickets << match.captured(1);
    }
    QVERIFY(tickets.first() != tickets.last());
    QTRY_COMPARE(printing(harness).pending(), 0);
    QVERIFY(intentions(harness).empty());
}

void tst_PaperOnRecord::nothingIsSpooledThatIsNotOnDisk() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    QTRY_COMPARE(printing(harness).pending(), 0);
    const size_t sheets = harness.bench.paper.requests.size();
    harness.bench.drafts.nextFailure = {QStringLiteral("journal.disk-full")};
    printing(harness).print(QStringLiteral("form-01"), dossier);
    QTRY_COMPARE(unprinted(harness).size(), 1u);
    QCOMPARE(unprinted(harness).front().error.code, QStringLiteral("journal.disk-full"));
    QCOMPARE(harness.bench.paper.requests.size(), sheets);
    harness.bench.drafts.nextFailure = {};
    // On disk before the spooler has it.
    harness.bench.paper.isSlow = true;
    printing(harness).printAgain(counter::UnprintedPaper(unprinted(harness).front()));
    QTRY_COMPARE(harness.bench.paper.requests.size(), sheets + 1);
    QCOMPARE(intentions(harness).size(), 1u);
    QVERIFY(harness.bench.paper.requests.back().title.endsWith(intentions(harness).front().value(QLatin1String("ticket")).toString()));
}

void tst_PaperOnRecord::whatCameOutIsRecordedByItself() {
    Harness harness;
    const auto dossier = interrupted(harness);
    const QString ticket = intentions(harness).front().value(QLatin1String("ticket")).toString();
    const QString digest = intentions(harness).front().value(QLatin1String("sha256")).toString();
    harness.bench.paper.found = {JobFate::CameOut, {QStringLiteral("desk"), job}, 0};
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("dossiers"));
    QTRY_COMPARE(printing(harness).pending(), 0);
    QVERIFY(!strip(harness)->isVisible());
    QCOMPARE(harness.bench.paper.sought, std::vector<QString>{ticket});
    const auto recorded = prints(harness, dossier);
    QCOMPARE(recorded.size(), 1u);
    QCOMPARE(recorded.front().job, job);
    QCOMPARE(recorded.front().sha256, digest);
    QVERIFY(intentions(harness).empty());
    harness.bench.restart();
    harness.bench.seatClerk();
    QTRY_COMPARE(printing(harness).pending(), 0);
    QVERIFY(unprinted(harness).empty());
    QCOMPARE(prints(harness, dossier).size(), 1u);
}

/// Killed once more before the printer goes on: it is still one record.
void tst_PaperOnRecord::whatWaitsIsAStoppedJob() {
    Harness harness;
    const auto dossier = interrupted(harness);
    harness.bench.paper.found = {JobFate::Waits, {QStringLiteral("desk"), job}, 0};
    for (int starts = 0; starts < 2; ++starts) {
        harness.bench.restart();
        harness.bench.seatClerk();
        QTRY_COMPARE(printing(harness).pending(), 0);
        QCOMPARE(unprinted(harness).size(), 1u);
        QCOMPARE(unprinted(harness).front().error.code, QStringLiteral("print.stopped"));
        QCOMPARE(unprinted(harness).front().jobs.size(), 1u);
        QCOMPARE(unprinted(harness).front().copies, 1);
        QVERIFY(!unprinted(harness).front().isAsked());
    }
    printing(harness).setLookEvery(std::chrono::milliseconds(10));
    harness.bench.paper.found.fate = JobFate::CameOut;
    harness.bench.paper.fates.insert(job, JobFate::CameOut);
    QTRY_VERIFY(unprinted(harness).empty());
    QCOMPARE(prints(harness, dossier).size(), 1u);
    QVERIFY(intentions(harness).empty());
    harness.bench.restart();
    harness.bench.seatClerk();
    QVERIFY(unprinted(harness).empty());
    QCOMPARE(prints(harness, dossier).size(), 1u);
}

void tst_PaperOnRecord::whatIsCertainlyGoneIsOffered() {
    Harness harness;
    const auto dossier = interrupted(harness);
    harness.bench.paper.found = {JobFate::Gone, {}, 0};
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    QTRY_COMPARE(unprinted(harness).size(), 1u);
    QCOMPARE(unprinted(harness).front().error.code, QStringLiteral("print.not-begun"));
    QVERIFY(!unprinted(harness).front().isAsked());
    QVERIFY(strip(harness)->isVisible());
    QVERIFY(!canPress(harness, Qt::Key_O) && intentions(harness).empty());
    const size_t sheets = harness.bench.paper.requests.size();
    Hand hand;
    hand.press(Qt::Key_O, Qt::ControlModifier);
    QVERIFY(prints(harness, dossier).empty());
    hand.press(Qt::Key_P, Qt::ControlModifier);
    hand.press(Qt::Key_Return);
    QTRY_VERIFY(!strip(harness)->isVisible());
    QCOMPARE(harness.bench.paper.requests.size(), sheets + 1);
    QCOMPARE(prints(harness, dossier).size(), 1u);
}

void tst_PaperOnRecord::whatTheSpoolerForgotIsAsked_data() {
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<int>("sheets");
    QTest::newRow("it is there") << Qt::Key_O << 0;
    QTest::newRow("it is not there") << Qt::Key_N << 1;
}

void tst_PaperOnRecord::whatTheSpoolerForgotIsAsked() {
    QFETCH(Qt::Key, key);
    QFETCH(int, sheets);
    Harness harness;
    const auto dossier = interrupted(harness);
    const QString digest = intentions(harness).front().value(QLatin1String("sha256")).toString();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("books"));
    QTRY_COMPARE(unprinted(harness).size(), 1u);
    QVERIFY(unprinted(harness).front().isAsked());
    QVERIFY(strip(harness)->isVisible());
    QVERIFY2(strip(harness)->text().contains(harness.bench.dossier(dossier).code), qPrintable(strip(harness)->text()));
    QVERIFY(strip(harness)->text().contains(QLatin1Char('?')));
    harness.shoot(QStringLiteral("unprinted-question-vi"));
    const size_t before = harness.bench.paper.requests.size();
    Hand hand;
    hand.press(key, Qt::ControlModifier);
    QTRY_VERIFY(!strip(harness)->isVisible());
    QTRY_COMPARE(printing(harness).pending(), 0);
    QCOMPARE(harness.bench.paper.requests.size(), before + static_cast<size_t>(sheets));
    const auto recorded = prints(harness, dossier);
    QCOMPARE(recorded.size(), 1u);
    // By the clerk's word it has no job.
    QCOMPARE(recorded.front().job != 0, sheets == 1);
    QVERIFY(!recorded.front().queue.isEmpty());
    if (sheets == 0)
        QCOMPARE(recorded.front().sha256, digest);
    // A desk that chose no queue prints where the system does: the history says so in words.
    const QString history = ui::words::eventDetail(recorded.front());
    QVERIFY2(!history.endsWith(QStringLiteral(" default")), qPrintable(history));
    QVERIFY(intentions(harness).empty());
    harness.bench.restart();
    harness.bench.seatClerk();
    QVERIFY(unprinted(harness).empty());
}

void tst_PaperOnRecord::theListAnswersForItsRow_data() {
    whatTheSpoolerForgotIsAsked_data();
}

/// Two citizens' papers are asked about: the keys answer for the one that is chosen, and Enter for none.
void tst_PaperOnRecord::theListAnswersForItsRow() {
    QFETCH(Qt::Key, key);
    QFETCH(int, sheets);
    Harness harness;
    const auto dossiers = twoInterrupted(harness);
    QCOMPARE(dossiers.size(), 2u);
    const QString code = harness.bench.dossier(dossiers[1]).code;
    const size_t before = harness.bench.paper.requests.size();
    Hand hand;
    hand.press(Qt::Key_P, Qt::ControlModifier);
    QVERIFY(list(harness)->isVisible());
    hand.press(Qt::Key_Down);
    hand.press(Qt::Key_Return);
    QCOMPARE(unprinted(harness).size(), 2u);
    QCOMPARE(harness.bench.paper.requests.size(), before);
    harness.shoot(QStringLiteral("unprinted-asked-list-vi"));
    hand.press(key, Qt::ControlModifier);
    QTRY_COMPARE(printing(harness).pending(), 0);
    QCOMPARE(unprinted(harness).size(), 1u);
    QCOMPARE(unprinted(harness).front().paper.dossier, dossiers[0]);
    QVERIFY(prints(harness, dossiers[0]).empty());
    QCOMPARE(prints(harness, dossiers[1]).size(), 1u);
    QCOMPARE(harness.bench.paper.requests.size(), before + static_cast<size_t>(sheets));
    const auto* notice = harness.window->findChild<ui::NoticeBar*>();
    QVERIFY2(notice->isVisible(), qPrintable(code));
    // Of what is printed the place in front may have said so by now.
    const bool isNamed = notice->text().contains(code);
    QVERIFY2(isNamed || (sheets > 0 && notice->text().contains(QStringLiteral("đã gửi tới máy in"))), qPrintable(notice->text()));
    // The strip answers again when the list is closed, with a word as well.
    hand.press(Qt::Key_Escape);
    QVERIFY(!list(harness)->isVisible());
    hand.press(Qt::Key_Tab);
    hand.press(key, Qt::ControlModifier);
    QTRY_VERIFY(!strip(harness)->isVisible());
    QTRY_COMPARE(prints(harness, dossiers[0]).size(), 1u);
    if (sheets == 0)
        QVERIFY2(notice->text().contains(harness.bench.dossier(dossiers[0]).code), qPrintable(notice->text()));
}

/// The spooler came back and knows: a key that was meant for that paper is not the next one's.
void tst_PaperOnRecord::whatIsAskedAboutLeavesByItself() {
    Harness harness;
    const auto dossiers = twoInterrupted(harness);
    Hand hand;
    hand.press(Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(list(harness)->currentRow(), 0);
    printing(harness).confirm(counter::UnprintedPaper(unprinted(harness).front()));
    QCOMPARE(unprinted(harness).size(), 1u);
    hand.press(Qt::Key_O, Qt::ControlModifier);
    QCOMPARE(unprinted(harness).size(), 1u);
    hand.press(Qt::Key_Down);
    hand.press(Qt::Key_O, Qt::ControlModifier);
    QVERIFY(unprinted(harness).empty());
    QVERIFY(!list(harness)->isVisible());
}

/// What alone tells papers apart is cut last.
void tst_PaperOnRecord::theCodeIsReadWhereRoomIsShort() {
    Harness harness;
    const auto dossiers = twoInterrupted(harness);
    harness.window->resize(1024, 720);
    QTest::qWait(20);
    harness.shoot(QStringLiteral("unprinted-question-1024-vi"));
    for (const auto* label : strip(harness)->findChildren<ui::TextLabel*>()) {
        const QString read = label->fontMetrics().elidedText(label->text(), Qt::ElideRight, label->contentsRect().width());
        QVERIFY2(read.contains(harness.bench.dossier(dossiers[0]).code), qPrintable(read));
    }
}

void tst_PaperOnRecord::theQuestionLeavesTheFieldAlone() {
    Harness harness;
    const auto dossier = interrupted(harness);
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    QTRY_COMPARE(unprinted(harness).size(), 1u);
    Hand hand;
    auto* field = qobject_cast<QLineEdit*>(Hand::target());
    QVERIFY(field);
    hand.type(QStringLiteral("Nguyễn no"));
    const QString typed = field->text();
    QVERIFY(strip(harness)->isVisible());
    hand.press(Qt::Key_O, Qt::ControlModifier);
    QTRY_VERIFY(!strip(harness)->isVisible());
    QCOMPARE(field->text(), typed);
    QVERIFY(field->hasFocus());
    QCOMPARE(prints(harness, dossier).size(), 1u);
}

/// The spooler may have fallen with the computer, and forgotten its newest jobs.
void tst_PaperOnRecord::afterAPowerCutNothingIsCertain() {
    Harness harness;
    interrupted(harness);
    domain::ports::Draft cut;
    for (const domain::ports::Draft& draft : harness.bench.drafts.all())
        if (draft.content.contains("\"of\":\"printing\""))
            cut = draft;
    QJsonObject json = QJsonDocument::fromJson(cut.content).object();
    QJsonObject body = json.value(QLatin1String("body")).toObject();
    QVERIFY(!body.value(QLatin1String("boot")).toString().isEmpty());
    body.insert(QStringLiteral("boot"), QStringLiteral("yesterday"));
    json.insert(QStringLiteral("body"), body);
    cut.content = QJsonDocument(json).toJson(QJsonDocument::Compact);
    QVERIFY(harness.bench.drafts.save(cut));
    harness.bench.paper.found = {JobFate::Gone, {}, 0};
    harness.bench.seatClerk();
    QTRY_COMPARE(unprinted(harness).size(), 1u);
    QVERIFY(unprinted(harness).front().isAsked());
}

void tst_PaperOnRecord::theSpoolerThatComesBackAnswersItself() {
    Harness harness;
    const auto dossier = interrupted(harness);
    harness.bench.paper.findFailure = {QStringLiteral("print.spooler-unreachable")};
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    QTRY_COMPARE(unprinted(harness).size(), 1u);
    QVERIFY(unprinted(harness).front().isAsked());
    printing(harness).setLookEvery(std::chrono::milliseconds(10));
    harness.bench.paper.findFailure = {};
    harness.bench.paper.found = {JobFate::CameOut, {QStringLiteral("desk"), job}, 0};
    QTRY_VERIFY(!strip(harness)->isVisible());
    QCOMPARE(prints(harness, dossier).size(), 1u);
    QVERIFY(intentions(harness).empty());
}

void tst_PaperOnRecord::whatCouldNotBeRecordedIsRecordedLater_data() {
    QTest::addColumn<bool>("byTheNextRecord");
    QTest::newRow("somebody else sits down") << false;
    QTest::newRow("with the next record") << true;
}

/// The sheet lies there, and the disk is full: the desk says so, and records it when somebody sits down again, or with the next record.
void tst_PaperOnRecord::whatCouldNotBeRecordedIsRecordedLater() {
    QFETCH(bool, byTheNextRecord);
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    QTRY_COMPARE(printing(harness).pending(), 0);
    QCOMPARE(prints(harness, dossier).size(), 1u);
    harness.bench.paper.found = {JobFate::CameOut, {QStringLiteral("desk"), 2}, 0};
    harness.bench.journal.nextFailure = {QStringLiteral("journal.disk-full")};
    printing(harness).print(QStringLiteral("form-01"), dossier);
    QTRY_COMPARE(printing(harness).pending(), 0);
    QCOMPARE(prints(harness, dossier).size(), 1u);
    harness.bench.journal.nextFailure = {};
    QCOMPARE(intentions(harness).size(), 1u);
    if (byTheNextRecord)
        QVERIFY(harness.bench.counter->dossiers().addNote(dossier, QStringLiteral("Đĩa đã trống")));
    else
        harness.bench.seatSupervisor();
    QTRY_COMPARE(prints(harness, dossier).size(), 2u);
    QTRY_COMPARE(printing(harness).pending(), 0);
    QVERIFY(intentions(harness).empty());
    QVERIFY(unprinted(harness).empty());
}

/// Print again, of what is asked about: first it is taken out of the queue where it is after all.
void tst_PaperOnRecord::whatIsAskedAboutIsLookedForBeforeItIsPrinted() {
    Harness harness;
    const auto dossier = interrupted(harness);
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    QTRY_COMPARE(unprinted(harness).size(), 1u);
    harness.bench.paper.found = {JobFate::Waits, {QStringLiteral("desk"), job}, 0};
    const size_t sheets = harness.bench.paper.requests.size();
    Hand().press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(!strip(harness)->isVisible());
    QCOMPARE(harness.bench.paper.withdrawn, std::vector<int>{job});
    QCOMPARE(harness.bench.paper.requests.size(), sheets + 1);
    QCOMPARE(prints(harness, dossier).size(), 1u);
    QVERIFY(intentions(harness).empty());
}

void tst_PaperOnRecord::aFileIsKnownByItsDigest_data() {
    QTest::addColumn<bool>("isThere");
    QTest::newRow("written") << true;
    QTest::newRow("not written") << false;
}

/// Killed after the file and before its record; and before the file.
void tst_PaperOnRecord::aFileIsKnownByItsDigest() {
    QFETCH(bool, isThere);
    QTemporaryDir directory;
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    QTRY_COMPARE(printing(harness).pending(), 0);
    printing(harness).setTarget({{}, directory.path()});
    harness.bench.journal.nextFailure = {QStringLiteral("journal.disk-full")};
    printing(harness).print(QStringLiteral("form-01"), dossier);
    QCOMPARE(intentions(harness).size(), 1u);
    harness.bench.journal.nextFailure = {};
    const QString path = intentions(harness).front().value(QLatin1String("path")).toString();
    QVERIFY(QFile::exists(path));
    if (!isThere)
        QVERIFY(QFile::remove(path));
    const size_t before = prints(harness, dossier).size();
    harness.bench.restart();
    harness.bench.seatClerk();
    QCOMPARE(prints(harness, dossier).size(), before + (isThere ? 1 : 0));
    QCOMPARE(unprinted(harness).empty(), isThere);
    if (!isThere)
        QCOMPARE(unprinted(harness).front().error.code, QStringLiteral("print.not-begun"));
    QVERIFY(intentions(harness).empty());
}

void tst_PaperOnRecord::copiesThatTheQueueDoesNotMakeAreJobs() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    harness.bench.paper.mostCopies = 1;
    const size_t before = harness.bench.paper.requests.size();
    harness.bench.counter->handOver().printAttestation(dossier);
    QTRY_COMPARE(harness.bench.paper.requests.size(), before + 3); // two at once, which is refused, then each
    QTRY_COMPARE(printing(harness).pending(), 0);
    QVERIFY(unprinted(harness).empty());
    std::vector<domain::PrintRecorded> recorded = prints(harness, dossier);
    std::erase_if(recorded, [](const domain::PrintRecorded& print) { return print.form == QLatin1String("form-01"); });
    QCOMPARE(recorded.size(), 2u);
    for (const domain::PrintRecorded& print : recorded)
        QCOMPARE(print.copies, 1);
    QVERIFY(recorded.front().job != recorded.back().job);
    const domain::Dossier after = harness.bench.dossier(dossier);
    QCOMPARE(after.attestedCopies(*after.liveEntry()), 2);
    QVERIFY(intentions(harness).empty());
}

void tst_PaperOnRecord::asManyAsCameOut() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    harness.bench.paper.counted = 1;
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(unprinted(harness).size(), 1u);
    QTRY_COMPARE(printing(harness).pending(), 0);
    QCOMPARE(unprinted(harness).front().copies, 1);
    QCOMPARE(unprinted(harness).front().error.code, QStringLiteral("print.fewer-copies"));
    domain::Dossier after = harness.bench.dossier(dossier);
    QCOMPARE(after.attestedCopies(*after.liveEntry()), 1);
    Hand hand;
    hand.press(Qt::Key_P, Qt::ControlModifier);
    harness.shoot(QStringLiteral("unprinted-fewer-copies-vi"));
    hand.press(Qt::Key_Return);
    QTRY_VERIFY(!strip(harness)->isVisible());
    after = harness.bench.dossier(dossier);
    QCOMPARE(after.attestedCopies(*after.liveEntry()), 2);
    QCOMPARE(harness.bench.paper.requests.back().copies, 1);
}

/// Paper out after the first of two copies; the clerk prints it again: one is on record, one is printed.
void tst_PaperOnRecord::whatCameOutBeforeItWasTakenOut() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    harness.bench.paper.printFailure = {
        QStringLiteral("print.stopped"), {{QStringLiteral("queue"), QStringLiteral("desk")}, {QStringLiteral("job"), QString::number(job)}}};
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(unprinted(harness).size(), 1u);
    QCOMPARE(intentions(harness).size(), 1u);
    harness.bench.paper.printFailure = {};
    harness.bench.paper.sides.insert(job, 1);
    Hand hand;
    hand.press(Qt::Key_P, Qt::ControlModifier);
    hand.press(Qt::Key_Return);
    QTRY_VERIFY(!strip(harness)->isVisible());
    QCOMPARE(harness.bench.paper.requests.back().copies, 1);
    const domain::Dossier after = harness.bench.dossier(dossier);
    QCOMPARE(after.attestedCopies(*after.liveEntry()), 2);
    QCOMPARE(prints(harness, dossier).size(), 3u); // the receipt, and one each
    QVERIFY(intentions(harness).empty());
}

QTEST_MAIN(tst_PaperOnRecord)
#include "tst_PaperOnRecord.moc"
