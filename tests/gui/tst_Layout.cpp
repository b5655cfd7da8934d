#include "app/ui/widgets/ActionRow.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/FittedColumns.h"
#include "app/ui/widgets/PageViewer.h"
#include "app/ui/widgets/PlacePage.h"
#include "app/ui/widgets/RatingBar.h"
#include "app/ui/widgets/ScrollColumn.h"
#include "app/ui/widgets/TextLabel.h"
#include "tests/gui/Hand.h"
#include "tests/gui/Harness.h"
#include "tests/gui/LayoutFaults.h"

#include <QBuffer>
#include <QCheckBox>
#include <QHelpEvent>
#include <QLineEdit>
#include <QPainter>
#include <QTest>
#include <QToolTip>

#include <algorithm>

using namespace motcua;
using test::CounterBench;
using test::Hand;
using test::Harness;

/// Every place and panel in the real window, at the sizes of the counters' screens, in every text size and both themes: nothing is cut off, one
/// scroll bar never stands within another, the acts of a place stand in one row that is always in sight, form and page are both readable.
class tst_Layout : public QObject {
    Q_OBJECT

private slots:
    void entrance_data() { looks(); }
    void entrance();
    void clerk_data() { looks(); }
    void clerk();
    void supervisor_data() { looks(); }
    void supervisor();
    void rings_data();
    void rings();
    void buttonsGiveWayInOneRow();
    void whatGivesWayIsInTheToolTip();
    void columnsShareTheRoom_data();
    void columnsShareTheRoom();
    void theCursorStaysInSight_data();
    void theCursorStaysInSight();

private:
    static void looks();
    std::unique_ptr<Harness> window(bool enrolled = true);
    void fill(Harness& harness);
    static QByteArray page();
    static void addPages(Harness& harness, int paper, int pages);
    static void refusePrints(Harness& harness);
    void intake(Harness& harness, Hand& hand);
    void correction(Harness& harness, Hand& hand);
    void dossiers(Harness& harness, Hand& hand);
    void handOver(Harness& harness, Hand& hand);
    void rest(Harness& harness, Hand& hand);
    /// At every size of the row; then back to the first.
    void look(Harness& harness, const QString& where);
    void lookOnce(Harness& harness, const QString& where);
    void lookAtPages(const Harness& harness, const QString& where);
    void lookAtMeeting(const Harness& harness, const QString& where);
    void finish();

    domain::DossierId m_asked;
    domain::DossierId m_returned;
    domain::DossierId m_received;
    QStringList m_faults;
};

namespace {

const QSize sizes[] = {{1366, 768}, {1280, 720}, {1920, 1080}};

void settle() {
    // What was just resized gets its room from layout after layout, each by an event of its own.
    for (int round = 0; round < 4; ++round)
        QCoreApplication::sendPostedEvents();
}

}

/// English words are shorter or longer, not differently placed: one theme tells.
void tst_Layout::looks() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<double>("scale");
    QTest::addColumn<ui::SchemeChoice>("scheme");
    for (const double scale : {1.0, 1.25, 1.5}) {
        QTest::addRow("vi-%d-light", qRound(scale * 100)) << QStringLiteral("vi") << scale << ui::SchemeChoice::Light;
        QTest::addRow("vi-%d-dark", qRound(scale * 100)) << QStringLiteral("vi") << scale << ui::SchemeChoice::Dark;
        QTest::addRow("en-%d-light", qRound(scale * 100)) << QStringLiteral("en") << scale << ui::SchemeChoice::Light;
    }
}

/// The window as the row of the table says.
std::unique_ptr<Harness> tst_Layout::window(bool enrolled) {
    QFETCH(QString, language);
    QFETCH(double, scale);
    QFETCH(ui::SchemeChoice, scheme);
    auto harness = std::make_unique<Harness>(enrolled, scheme, scale);
    harness->speak(language);
    return harness;
}

QByteArray tst_Layout::page() {
    QImage paper(620, 877, QImage::Format_Grayscale8);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    for (int line = 0; line < 40; ++line)
        painter.fillRect(60, 60 + 19 * line, line % 7 == 6 ? 260 : 500, 8, QColor(Qt::darkGray));
    painter.end();
    QBuffer jpeg;
    jpeg.open(QIODevice::WriteOnly);
    paper.save(&jpeg, "JPEG", 80);
    return jpeg.data();
}

void tst_Layout::fill(Harness& harness) {
    test::CounterBench& bench = harness.bench;
    const auto finished = bench.approvedCopy();
    bench.counter->handOver().printAttestation(finished);
    bench.approvedCopy();
    bench.approvedCopy();
    m_asked = bench.receiveCopy(QStringLiteral("Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất"));
    QVERIFY(bench.counter->supplements().ask(m_asked, {QStringLiteral("Bản chính")}, QStringLiteral("Bản chính bị mờ dấu"), {}));
    m_returned = bench.receiveCopy(QStringLiteral("Giấy khai sinh"));
    bench.seatSupervisor();
    QVERIFY(bench.counter->approval().returnToClerk(m_returned, QStringLiteral("Số bản là 4, thiếu trang 2; xem lại tên ở trang 1")));
    bench.seatClerk();
    m_received = bench.receiveCopy();
    bench.fillCopy(QStringLiteral("Học bạ"));
    addPages(harness, 0, 2);
    QVERIFY(bench.counter->intake().acts().receive());
    bench.fillCopy();
    engine::Status status;
    status.line = engine::Line::Down;
    status.push = engine::Step::Waiting;
    status.acknowledged = 31;
    status.unsent = 120;
    status.unsentBlobs = 12;
    status.lastContact = bench.clock.now().addSecs(-1500);
    status.nextTry = bench.clock.now().addSecs(40);
    status.lastError = {QStringLiteral("sync.no-line")};
    bench.sync.report(status);
    QTRY_COMPARE(bench.counter->printing().pending(), 0);
}

void tst_Layout::addPages(Harness& harness, int paper, int pages) {
    counter::Intake& intake = harness.bench.counter->intake();
    intake.form().pages().setCurrent(paper);
    for (int i = 0; i < pages; ++i)
        QVERIFY(intake.draft().take({page(), QStringLiteral("image/jpeg"), 620, 877, {}}));
}

void tst_Layout::look(Harness& harness, const QString& where) {
    for (const QSize size : sizes) {
        harness.window->resize(size);
        settle();
        lookOnce(harness, QStringLiteral("%1-%2x%3").arg(where).arg(size.width()).arg(size.height()));
        if (harness.window->size() != size)
            m_faults << QStringLiteral("%1: the window has grown to %2×%3 from %4×%5")
                            .arg(where)
                            .arg(harness.window->width())
                            .arg(harness.window->height())
                            .arg(size.width())
                            .arg(size.height());
    }
    harness.window->resize(sizes[0]);
    settle();
}

void tst_Layout::lookOnce(Harness& harness, const QString& where) {
    // Drawn at every size; kept, as that takes longest, at the smallest.
    if (harness.window->size() == sizes[1])
        harness.shoot(QStringLiteral("layout-%1-%2").arg(QString::fromLatin1(QTest::currentDataTag()), where));
    else
        harness.window->grab();
    for (const QString& fault : test::layoutFaults(*harness.window))
        m_faults << where + QStringLiteral(": ") + fault;
    lookAtPages(harness, where);
    lookAtMeeting(harness, where);
}

/// The scanned page has two fifths of the width and nearly half of the height, and the form the rest, while nothing is being told above them.
void tst_Layout::lookAtPages(const Harness& harness, const QString& where) {
    if (!where.startsWith(QLatin1String("intake")))
        return;
    const QWidget* place = harness.window->workbench()->page(QStringLiteral("intake"));
    const auto* viewer = place->findChild<ui::PageViewer*>();
    const auto* form = place->findChild<ui::ScrollColumn*>();
    const double width = place->width();
    const double height = place->height();
    const auto banners = place->findChildren<ui::Banner*>();
    const double most = std::any_of(banners.begin(), banners.end(), [](const ui::Banner* banner) { return banner->isVisible(); }) ? 0.5 : 1;
    if (viewer->parentWidget()->width() < 0.36 * width || viewer->width() < 0.3 * width || viewer->height() < most * 0.45 * height)
        m_faults << QStringLiteral("%1: the page has %2×%3 of %4×%5").arg(where).arg(viewer->width()).arg(viewer->height()).arg(width).arg(height);
    if (form->width() < 0.45 * width || form->height() < most * 0.4 * height)
        m_faults << QStringLiteral("%1: the form has %2×%3 of %4×%5").arg(where).arg(form->width()).arg(form->height()).arg(width).arg(height);
}

/// Whoever may press F9 sees who takes the result, that the card was looked at, and the rating.
void tst_Layout::lookAtMeeting(const Harness& harness, const QString& where) {
    if (!where.startsWith(QLatin1String("handover")))
        return;
    const QWidget* place = harness.window->workbench()->page(QStringLiteral("handover"));
    const auto* meeting = place->findChild<ui::RatingBar*>();
    for (const QWidget* part : {static_cast<const QWidget*>(place->findChild<QLineEdit*>(QStringLiteral("recipient"))),
             static_cast<const QWidget*>(place->findChild<QCheckBox*>()), static_cast<const QWidget*>(meeting)})
        if (!test::isInSight(*part))
            m_faults << QStringLiteral("%1: of %2 (%3×%4) %5×%6 can be seen")
                            .arg(where, QString::fromLatin1(part->metaObject()->className()))
                            .arg(part->width())
                            .arg(part->height())
                            .arg(part->visibleRegion().boundingRect().width())
                            .arg(part->visibleRegion().boundingRect().height());
}

void tst_Layout::finish() {
    QStringList faults = std::exchange(m_faults, {});
    faults.removeDuplicates();
    for (const QString& fault : std::as_const(faults))
        qWarning().noquote() << fault;
    QVERIFY2(faults.isEmpty(), qPrintable(faults.value(0)));
}

void tst_Layout::entrance() {
    look(*window(false), QStringLiteral("enrol"));
    look(*window(), QStringLiteral("login"));
    finish();
}

void tst_Layout::clerk() {
    const auto shown = window();
    Harness& harness = *shown;
    fill(harness);
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    Hand hand;
    intake(harness, hand);
    correction(harness, hand);
    dossiers(harness, hand);
    rest(harness, hand);
    handOver(harness, hand);
    hand.press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(!harness.desk().isVisible());
    look(harness, QStringLiteral("locked"));
    finish();
}

void tst_Layout::intake(Harness& harness, Hand& hand) {
    counter::Intake& intake = harness.bench.counter->intake();
    QVERIFY(harness.desk().go(QStringLiteral("intake")));
    hand.press(Qt::Key_F2);
    look(harness, QStringLiteral("intake-empty"));
    hand.press(Qt::Key_F2, Qt::ControlModifier);
    look(harness, QStringLiteral("intake-unfinished"));
    hand.press(Qt::Key_Return);
    addPages(harness, 0, 3);
    QCOMPARE(intake.form().content().papers.front().pages.size(), 3u);
    look(harness, QStringLiteral("intake-copy"));
    harness.desk()
        .page(QStringLiteral("intake"))
        ->banner()
        ->show({QStringLiteral("scan.other-person"),
            {{QStringLiteral("name"), QStringLiteral("Nguyễn Văn An")}, {QStringLiteral("holder"), QStringLiteral("Trần Thị Bình")}}});
    look(harness, QStringLiteral("intake-banner"));
    harness.desk().page(QStringLiteral("intake"))->banner()->clear();
    for (const auto& [key, name] : {std::pair{Qt::Key_F7, "intake-form-02"}, std::pair{Qt::Key_F8, "intake-form-03"}}) {
        hand.press(key);
        look(harness, QString::fromLatin1(name));
        hand.press(Qt::Key_Escape);
    }
    hand.press(Qt::Key_F1);
    look(harness, QStringLiteral("intake-keys"));
    hand.press(Qt::Key_Escape);
    intake.form().setProcedure(QStringLiteral("1.004873"));
    addPages(harness, 0, 2);
    addPages(harness, 1, 1);
    look(harness, QStringLiteral("intake-papers"));
    hand.press(Qt::Key_F2);
}

/// With the card that asks what was put right.
void tst_Layout::correction(Harness& harness, Hand& hand) {
    harness.desk().openDossier(m_returned);
    hand.press(Qt::Key_F9);
    counter::IntakeForm& form = harness.bench.counter->intake().form();
    QVERIFY(form.isCorrection());
    addPages(harness, 0, 2);
    form.setFact(QStringLiteral("copies"), 4);
    look(harness, QStringLiteral("intake-correction"));
    hand.press(Qt::Key_F9);
    look(harness, QStringLiteral("intake-correction-reason"));
    hand.press(Qt::Key_Escape);
    hand.press(Qt::Key_F2);
}

void tst_Layout::dossiers(Harness& harness, Hand& hand) {
    harness.desk().openDossier(m_received);
    look(harness, QStringLiteral("dossiers"));
    for (const char* tab : {"papers", "history", "forms"}) {
        hand.press(Qt::Key_Right, Qt::ControlModifier);
        look(harness, QStringLiteral("dossiers-") + QLatin1String(tab));
    }
    hand.press(Qt::Key_Right, Qt::ControlModifier);
    for (const auto& [key, name] : {std::pair{Qt::Key_F7, "form-02"}, std::pair{Qt::Key_F8, "withdraw"}, std::pair{Qt::Key_F1, "keys"}}) {
        hand.press(key);
        look(harness, QStringLiteral("dossiers-") + QLatin1String(name));
        hand.press(Qt::Key_Escape);
    }
    harness.desk().openDossier(m_returned);
    look(harness, QStringLiteral("dossiers-returned"));
    harness.desk().openDossier(m_asked);
    hand.press(Qt::Key_F9);
    look(harness, QStringLiteral("dossiers-supplement"));
    hand.press(Qt::Key_Escape);
    hand.press(Qt::Key_K, Qt::ControlModifier);
    look(harness, QStringLiteral("search"));
    hand.press(Qt::Key_Escape);
}

void tst_Layout::refusePrints(Harness& harness) {
    harness.bench.paper.printFailure = {QStringLiteral("print.stopped"), {{QStringLiteral("reason"), QStringLiteral("media-empty")}}};
}

void tst_Layout::handOver(Harness& harness, Hand& hand) {
    QVERIFY(harness.desk().go(QStringLiteral("handover")));
    look(harness, QStringLiteral("handover"));
    hand.press(Qt::Key_F1);
    look(harness, QStringLiteral("keys-handover"));
    hand.press(Qt::Key_Escape);
    hand.press(Qt::Key_1);
    look(harness, QStringLiteral("handover-remark"));
    hand.press(Qt::Key_1);
    refusePrints(harness);
    hand.press(Qt::Key_F5);
    QTRY_COMPARE(harness.bench.counter->printing().unprinted().size(), 1u);
    // One line for all places; here it takes its height from the fullest of them.
    look(harness, QStringLiteral("unprinted"));
    hand.press(Qt::Key_P, Qt::ControlModifier);
    look(harness, QStringLiteral("unprinted-list"));
    hand.press(Qt::Key_Escape);
}

void tst_Layout::rest(Harness& harness, Hand& hand) {
    QVERIFY(harness.desk().go(QStringLiteral("books")));
    look(harness, QStringLiteral("books"));
    hand.press(Qt::Key_F8);
    look(harness, QStringLiteral("books-spoil"));
    hand.press(Qt::Key_Escape);
    for (const char* place : {"sync", "system"}) {
        QVERIFY(harness.desk().go(QString::fromLatin1(place)));
        look(harness, QString::fromLatin1(place));
    }
}

void tst_Layout::supervisor() {
    const auto shown = window();
    Harness& harness = *shown;
    fill(harness);
    QVERIFY(harness.signIn(QStringLiteral("hung.tv")));
    Hand hand;
    QVERIFY(harness.desk().go(QStringLiteral("approval")));
    look(harness, QStringLiteral("approval"));
    for (const auto& [key, name] : {std::pair{Qt::Key_F8, "return"}, std::pair{Qt::Key_F1, "keys"}}) {
        hand.press(key);
        look(harness, QStringLiteral("approval-") + QLatin1String(name));
        hand.press(Qt::Key_Escape);
    }
    QVERIFY(harness.desk().go(QStringLiteral("books")));
    hand.press(Qt::Key_F7);
    look(harness, QStringLiteral("books-close"));
    hand.press(Qt::Key_Escape);
    QVERIFY(harness.desk().go(QStringLiteral("system")));
    look(harness, QStringLiteral("system"));
    finish();
}

void tst_Layout::rings_data() {
    QTest::addColumn<double>("scale");
    QTest::addColumn<ui::SchemeChoice>("scheme");
    for (const double scale : {1.0, 1.5})
        for (const auto scheme : {ui::SchemeChoice::Light, ui::SchemeChoice::Dark})
            QTest::addRow("%d-%s", qRound(scale * 100), scheme == ui::SchemeChoice::Dark ? "dark" : "light") << scale << scheme;
}

/// What shows that a button has the focus is never drawn through its words.
void tst_Layout::rings() {
    QFETCH(double, scale);
    QFETCH(ui::SchemeChoice, scheme);
    Harness harness(true, scheme, scale);
    m_faults << test::ringFaults(*harness.window);
    fill(harness);
    QVERIFY(harness.signIn(QStringLiteral("hung.tv")));
    for (const QString& place : harness.desk().visiblePlaces()) {
        QVERIFY(harness.desk().go(place));
        settle();
        for (const QString& fault : test::ringFaults(*harness.window))
            m_faults << place + QStringLiteral(": ") + fault;
    }
    finish();
}

void tst_Layout::buttonsGiveWayInOneRow() {
    ui::Theme theme(qApp);
    theme.apply(ui::SchemeChoice::Light, 1.0);
    QWidget bar;
    auto* row = new ui::ActionRow(Qt::AlignRight, &bar);
    std::vector<ui::ActionButton*> buttons;
    for (const auto& [kind, words] :
        {std::pair{ui::ButtonKind::Quiet, "Card"}, std::pair{ui::ButtonKind::Secondary, "Form 02"}, std::pair{ui::ButtonKind::Primary, "Receive"}}) {
        buttons.push_back(new ui::ActionButton(kind, QStringLiteral("check"), QKeySequence(Qt::Key_F3), &bar));
        buttons.back()->setLabel(QString::fromLatin1(words));
        row->addWidget(buttons.back());
    }
    bar.show();
    QList<QList<ui::ButtonShape>> seen;
    for (int width = row->sizeHint().width(); width >= row->minimumSize().width(); --width) {
        row->setGeometry({0, 0, width, 40});
        QList<ui::ButtonShape> shapes;
        int right = -row->spacing();
        for (const auto* button : buttons) {
            shapes << button->shape();
            QCOMPARE(button->y(), buttons.front()->y());
            QVERIFY(button->x() >= right + (right < 0 ? 0 : row->spacing()));
            QCOMPARE(button->width(), button->sizeHint().width());
            right = button->x() + button->width();
        }
        QCOMPARE(right, width);
        if (seen.isEmpty() || seen.back() != shapes)
            seen << shapes;
    }
    using Shape = ui::ButtonShape;
    // The act that the place is there for keeps its words.
    QCOMPARE(seen, (QList<QList<Shape>>{{Shape::Whole, Shape::Whole, Shape::Whole}, {Shape::Plain, Shape::Plain, Shape::Plain},
                       {Shape::Stacked, Shape::Stacked, Shape::Stacked}, {Shape::Sign, Shape::Stacked, Shape::Stacked},
                       {Shape::Sign, Shape::Sign, Shape::Stacked}}));
}

void tst_Layout::whatGivesWayIsInTheToolTip() {
    ui::Theme theme(qApp);
    theme.apply(ui::SchemeChoice::Light, 1.0);
    const auto tipOf = [](QWidget& widget) {
        QHelpEvent ask(QEvent::ToolTip, {2, 2}, widget.mapToGlobal(QPoint(2, 2)));
        QCoreApplication::sendEvent(&widget, &ask);
        QToolTip::hideText();
        return widget.toolTip();
    };
    ui::TextLabel label(ui::TextRole::Body, QStringLiteral("Trung tâm Phục vụ hành chính công phường Bãi Cháy"));
    label.setElided(true);
    ui::ActionButton phrase(ui::ButtonKind::Quiet, QString(), QKeySequence(Qt::CTRL | Qt::Key_1));
    phrase.setLabel(QStringLiteral("Đã bổ sung giấy tờ còn thiếu theo yêu cầu"));
    phrase.setElided(true);
    ui::ActionButton sign(ui::ButtonKind::Quiet, QStringLiteral("check"), QKeySequence(Qt::Key_F3));
    sign.setLabel(QStringLiteral("Thẻ"));
    for (QWidget* widget : {static_cast<QWidget*>(&label), static_cast<QWidget*>(&phrase)}) {
        widget->resize(120, 40);
        widget->show();
    }
    QCOMPARE(tipOf(label), label.text());
    QCOMPARE(tipOf(phrase), phrase.text() + QStringLiteral("  Ctrl+1"));
    QCOMPARE(tipOf(sign), QString());
    sign.setShape(ui::ButtonShape::Sign);
    QCOMPARE(tipOf(sign), QStringLiteral("Thẻ  F3"));
    sign.setShape(ui::ButtonShape::Whole);
    phrase.resize(phrase.sizeHint());
    label.resize(label.sizeHint());
    for (QWidget* widget : {static_cast<QWidget*>(&label), static_cast<QWidget*>(&phrase), static_cast<QWidget*>(&sign)})
        QCOMPARE(tipOf(*widget), QString());
}

void tst_Layout::columnsShareTheRoom_data() {
    using Widths = QList<int>;
    QTest::addColumn<Widths>("needed");
    QTest::addColumn<Widths>("least");
    QTest::addColumn<int>("room");
    QTest::addColumn<Widths>("given");
    QTest::newRow("the widest takes what is left") << Widths{50, 200, 80} << Widths{40, 60, 60} << 400 << Widths{50, 270, 80};
    QTest::newRow("the widest two share it") << Widths{50, 200, 150} << Widths{40, 60, 60} << 500 << Widths{50, 250, 200};
    QTest::newRow("just enough") << Widths{50, 200, 80} << Widths{40, 60, 60} << 330 << Widths{50, 200, 80};
    QTest::newRow("the widest gives way, the short stay whole") << Widths{50, 400, 80} << Widths{40, 60, 60} << 300 << Widths{50, 170, 80};
    QTest::newRow("all give way down to their heads") << Widths{50, 400, 300} << Widths{50, 90, 90} << 100 << Widths{50, 90, 90};
}

void tst_Layout::columnsShareTheRoom() {
    QFETCH(QList<int>, needed);
    QFETCH(QList<int>, least);
    QFETCH(int, room);
    QFETCH(QList<int>, given);
    const auto widths = ui::FittedColumns::shared({needed.begin(), needed.end()}, {least.begin(), least.end()}, room);
    QCOMPARE(QList<int>(widths.begin(), widths.end()), given);
}

void tst_Layout::theCursorStaysInSight_data() {
    QTest::addColumn<double>("scale");
    QTest::newRow("100") << 1.0;
    QTest::newRow("150") << 1.5;
}

/// Whatever the form does meanwhile: pages come in and take half of the width, the summary grows, the window is made smaller.
void tst_Layout::theCursorStaysInSight() {
    QFETCH(double, scale);
    Harness harness(true, ui::SchemeChoice::Light, scale);
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    harness.bench.fillCopy();
    counter::IntakeForm& form = harness.bench.counter->intake().form();
    const QWidget* content = harness.desk().page(QStringLiteral("intake"))->findChild<ui::ScrollColumn*>()->widget();
    for (QLineEdit* edit : content->findChildren<QLineEdit*>()) {
        if (!edit->isVisible() || edit->focusPolicy() == Qt::NoFocus)
            continue;
        const auto isSeen = [edit] { return edit->hasFocus() && edit->visibleRegion().boundingRect().size() == edit->size(); };
        harness.window->resize(1366, 768);
        edit->setFocus();
        QTRY_VERIFY2(isSeen(), qPrintable(edit->objectName()));
        harness.window->resize(1280, 720);
        QTRY_VERIFY2(isSeen(), qPrintable(edit->objectName() + QStringLiteral(", in a smaller window")));
        form.setApplicantText(QStringLiteral("personalId"), QStringLiteral("12345"));
        form.setPaper(0, domain::PaperKind::Original, 0);
        QTRY_VERIFY2(isSeen(), qPrintable(edit->objectName() + QStringLiteral(", with more said")));
        addPages(harness, 0, 2);
        QTRY_VERIFY2(isSeen(), qPrintable(edit->objectName() + QStringLiteral(", with pages beside")));
        if (edit->objectName() == QLatin1String("email"))
            harness.shoot(QStringLiteral("intake-cursor-%1").arg(qRound(scale * 100)));
        while (!form.content().papers.front().pages.empty())
            form.pages().remove(0, 0);
        form.setApplicantText(QStringLiteral("personalId"), QStringLiteral("022090001234"));
    }
}

QTEST_MAIN(tst_Layout)
#include "tst_Layout.moc"
