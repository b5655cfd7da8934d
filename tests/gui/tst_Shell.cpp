#include "app/ui/shell/LoginPage.h"
#include "app/ui/shell/SearchPalette.h"
#include "app/ui/shell/StatusStrip.h"
#include "app/ui/widgets/Badge.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/DossierList.h"
#include "app/ui/widgets/NoticeBar.h"
#include "app/ui/widgets/PlacePage.h"
#include "app/ui/widgets/RatingBar.h"
#include "tests/gui/Harness.h"
#include "tests/gui/Reader.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

using namespace motcua;
using test::Harness;

/// The window around the places, by keyboard as a clerk works it.
class tst_Shell : public QObject {
    Q_OBJECT

private slots:
    void wrongPasswordSaysWhatToDo();
    void enterPressesTheFocusedButton();
    void lockedOutCountsDown();
    void colleagueNeedNotWait();
    void capsLockIsTold();
    void enrolmentChecksBeforeItAsks();
    void railByKeyboard();
    void roleDecidesWhatIsSeen();
    void whoeverOnlyCaresForTheMachineMeetsNoCitizen();
    void searchOpens();
    void lockKeepsThePlace();
    void noticeIsItsUsersOwn();
    void nothingOfTheOtherGreetsTheNext();
    void idleLocks();
    void greenGoesWithTheNextRecord();
    void languageReachesEveryWord();
    void everythingThatTakesTheFocusHasAName();
    void pictures_data();
    void pictures();

private:
    static base::Error lockedFor(int seconds);
    static QLineEdit* passwordOf(const Harness& harness) { return harness.window->login()->findChildren<QLineEdit*>().at(1); }
};

void tst_Shell::wrongPasswordSaysWhatToDo() {
    Harness harness;
    auto edits = harness.window->login()->findChildren<QLineEdit*>();
    Harness::type(edits.at(0), QStringLiteral("lan.nt"));
    Harness::type(edits.at(1), QStringLiteral("khong-dung"));
    QTest::keyClick(edits.at(1), Qt::Key_Return);
    auto* banner = harness.window->login()->findChild<ui::Banner*>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains(QStringLiteral("Mật khẩu không đúng")), qPrintable(banner->text()));
    QVERIFY2(banner->text().contains(QStringLiteral("Còn 4 lần thử")), qPrintable(banner->text()));
    QVERIFY2(banner->text().contains(QStringLiteral("khóa trên máy này 15 phút")), qPrintable(banner->text()));
    harness.speak(QStringLiteral("en"));
    QVERIFY2(banner->text().contains(QStringLiteral("Tries left: 4.")), qPrintable(banner->text()));
    harness.speak(QStringLiteral("vi"));
    QVERIFY(edits.at(1)->text().isEmpty());
    QVERIFY(edits.at(1)->hasFocus());
    QVERIFY(!harness.window->workbench());
}

base::Error tst_Shell::lockedFor(int seconds) {
    return {QStringLiteral("unlock.wait"), {{QStringLiteral("triesLeft"), QStringLiteral("0")}, {QStringLiteral("lockMinutes"), QStringLiteral("15")},
                                               {QStringLiteral("waitSeconds"), QString::number(seconds)}}};
}

void tst_Shell::enterPressesTheFocusedButton() {
    Harness harness;
    const auto edits = harness.window->login()->findChildren<QLineEdit*>();
    Harness::type(edits.at(0), QStringLiteral("lan.nt"));
    Harness::type(edits.at(1), test::DeskAccess::password());
    test::Hand hand;
    edits.at(1)->setFocus();
    QVERIFY(hand.tabTo(QStringLiteral("Mở khóa")));
    QVERIFY(qobject_cast<QPushButton*>(QApplication::focusWidget()));
    hand.press(Qt::Key_Return);
    QTRY_VERIFY(harness.window->workbench());
}

void tst_Shell::lockedOutCountsDown() {
    Harness harness;
    harness.access.nextFailure = lockedFor(2);
    auto edits = harness.window->login()->findChildren<QLineEdit*>();
    Harness::type(edits.at(0), QStringLiteral("lan.nt"));
    Harness::type(edits.at(1), QStringLiteral("x"));
    QTest::keyClick(edits.at(1), Qt::Key_Return);
    auto* banner = harness.window->login()->findChild<ui::Banner*>();
    QTRY_VERIFY(banner->isVisible() && banner->text().contains(QStringLiteral("0:02")));
    QSignalSpy asked(harness.window->login(), &ui::LoginPage::unlockRequested);
    Harness::type(edits.at(1), QStringLiteral("x"));
    QTest::keyClick(edits.at(1), Qt::Key_Return);
    QCOMPARE(asked.size(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), 5000);
    harness.access.nextFailure = {};
    QTest::keyClick(edits.at(1), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
}

void tst_Shell::colleagueNeedNotWait() {
    Harness harness;
    harness.access.nextFailure = lockedFor(900);
    auto edits = harness.window->login()->findChildren<QLineEdit*>();
    Harness::type(edits.at(0), QStringLiteral("lan.nt"));
    Harness::type(edits.at(1), QStringLiteral("x"));
    QTest::keyClick(edits.at(1), Qt::Key_Return);
    auto* banner = harness.window->login()->findChild<ui::Banner*>();
    QTRY_VERIFY(banner->isVisible() && banner->text().contains(QStringLiteral("15:00")));
    harness.access.nextFailure = {};
    QVERIFY(harness.signIn(QStringLiteral("hung.tv")));
}

void tst_Shell::capsLockIsTold() {
    Harness harness;
    Harness::type(passwordOf(harness), QStringLiteral("A"));
    QVERIFY(harness.visibleWords().contains(QStringLiteral("Caps Lock đang bật.")));
    Harness::type(passwordOf(harness), QStringLiteral("a"));
    QVERIFY(!harness.visibleWords().contains(QStringLiteral("Caps Lock đang bật.")));
}

void tst_Shell::enrolmentChecksBeforeItAsks() {
    Harness harness(false);
    auto* gateway = harness.find<QLineEdit>(QStringLiteral("Địa chỉ ghi danh của tỉnh"));
    auto* again = harness.find<QLineEdit>(QStringLiteral("Nhập lại mật khẩu"));
    QVERIFY(gateway && again);
    QTest::keyClick(again, Qt::Key_Return);
    QVERIFY(harness.visibleWords().contains(QStringLiteral("Nhập mã một lần.")));
    Harness::type(gateway, QStringLiteral("motcua.quangninh.example:8443"));
    Harness::type(harness.find<QLineEdit>(QStringLiteral("Mã một lần")), QStringLiteral("BAD-CODE"));
    Harness::type(harness.find<QLineEdit>(QStringLiteral("Tên đăng nhập của người dùng đầu tiên")), QStringLiteral("lan.nt"));
    Harness::type(harness.find<QLineEdit>(QStringLiteral("Mật khẩu")), test::DeskAccess::password());
    Harness::type(again, test::DeskAccess::password());
    QTest::keyClick(again, Qt::Key_Return);
    QCOMPARE(gateway->text(), QStringLiteral("https://motcua.quangninh.example:8443"));
    QTRY_VERIFY(harness.visibleWords().contains(QStringLiteral("Tỉnh không chấp nhận mã một lần.")));
    auto* code = harness.find<QLineEdit>(QStringLiteral("Mã một lần"));
    code->clear();
    Harness::type(code, QStringLiteral("GOOD-CODE"));
    QTest::keyClick(again, Qt::Key_Return);
    QTRY_VERIFY(harness.window->login()->isVisible());
}

void tst_Shell::railByKeyboard() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    const QStringList order = harness.desk().visiblePlaces();
    QVERIFY(!order.isEmpty());
    for (qsizetype i = 0; i < order.size(); ++i) {
        QTest::keyClick(harness.window.get(), static_cast<Qt::Key>(Qt::Key_1 + i), Qt::AltModifier);
        QCOMPARE(harness.desk().currentPlace(), order.at(i));
    }
}

void tst_Shell::roleDecidesWhatIsSeen() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    QVERIFY(!harness.desk().visiblePlaces().contains(QStringLiteral("approval")));
    QVERIFY(!harness.desk().go(QStringLiteral("approval")));
    QVERIFY(harness.desk().go(QStringLiteral("system")));
}

void tst_Shell::whoeverOnlyCaresForTheMachineMeetsNoCitizen() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    harness.bench.archive.published.accounts.front().roles = static_cast<int>(domain::Role::Technician);
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    QCOMPARE(harness.desk().visiblePlaces(), QStringList({QStringLiteral("sync"), QStringLiteral("system")}));
    QTest::keyClick(harness.window.get(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(!harness.desk().search()->isOpen());
    test::Reader(harness.window.get()).scan(harness.bench.dossier(dossier).code);
    const ui::Banner* banner = harness.desk().page(QStringLiteral("sync"))->banner();
    QTRY_VERIFY(banner->isShown());
    QCOMPARE(banner->error().code, QStringLiteral("scan.paper-elsewhere"));
    QCOMPARE(harness.desk().currentPlace(), QStringLiteral("sync"));
    QVERIFY(harness.visibleWords().filter(QStringLiteral("Nguyễn Văn An")).isEmpty());
}

void tst_Shell::searchOpens() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    const domain::DossierId dossier = harness.bench.receiveCopy();
    QTest::keyClick(harness.window.get(), Qt::Key_K, Qt::ControlModifier);
    ui::SearchPalette* palette = harness.desk().search();
    QVERIFY(palette->isVisible());
    QSignalSpy chosen(palette, &ui::SearchPalette::chosen);
    auto* query = palette->findChild<QLineEdit*>();
    QTRY_VERIFY(query->hasFocus());
    Harness::type(query, QStringLiteral("nguyễn văn an"));
    QTest::keyClick(query, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).value<domain::DossierId>(), dossier);
    QVERIFY(!palette->isVisible());
    QTest::keyClick(harness.window.get(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClick(query, Qt::Key_Escape);
    QVERIFY(!palette->isVisible());
}

void tst_Shell::lockKeepsThePlace() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    QVERIFY(harness.desk().go(QStringLiteral("system")));
    auto* login = harness.find<QLineEdit>(QStringLiteral("Tên đăng nhập của đồng nghiệp"));
    QVERIFY(login);
    Harness::type(login, QStringLiteral("đang gõ dở"));
    QTest::keyClick(harness.window.get(), Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(harness.window->login()->isVisible());
    QVERIFY(!harness.desk().isVisible());
    QTest::keyClick(harness.window.get(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY2(!harness.desk().search()->isVisible(), "nothing opens behind the lock");
    Harness::type(passwordOf(harness), test::DeskAccess::password());
    QTest::keyClick(passwordOf(harness), Qt::Key_Return);
    QTRY_VERIFY(harness.desk().isVisible());
    QCOMPARE(harness.desk().currentPlace(), QStringLiteral("system"));
    QCOMPARE(login->text(), QStringLiteral("đang gõ dở"));
}

/// What failed stays on the screen until its user has seen it; it is not the next user's.
void tst_Shell::noticeIsItsUsersOwn() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    harness.desk().notice({ui::Tone::Danger, QStringLiteral("Không ghi được")});
    const auto* notice = harness.desk().findChild<ui::NoticeBar*>();
    QVERIFY(harness.desk().go(QStringLiteral("books")));
    ui::Banner* banner = harness.desk().page(QStringLiteral("books"))->banner();
    banner->show(base::Error{QStringLiteral("book.closed")});
    harness.session->lock();
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    QVERIFY(notice->isVisible());
    QVERIFY(banner->isVisible());
    harness.session->lock();
    QVERIFY(harness.signIn(QStringLiteral("hung.tv")));
    QVERIFY(!notice->isVisible());
    QVERIFY(harness.desk().go(QStringLiteral("books")));
    QVERIFY(!banner->isVisible());
}

/// Searched, filtered, turned to, chosen: gone when a colleague sits down; still there for the same user.
void tst_Shell::nothingOfTheOtherGreetsTheNext() {
    Harness harness;
    harness.bench.approvedCopy();
    harness.bench.approvedCopy();
    test::Hand hand;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    QVERIFY(harness.desk().go(QStringLiteral("handover")));
    hand.press(Qt::Key_Down);
    const auto* waiting = harness.desk().page(QStringLiteral("handover"))->findChild<ui::DossierList*>();
    const auto chosen = waiting->current();
    hand.press(Qt::Key_F7);
    hand.press(Qt::Key_2);
    QVERIFY(harness.desk().go(QStringLiteral("dossiers")));
    hand.press(Qt::Key_Right, Qt::ControlModifier);
    hand.press(Qt::Key_F3);
    hand.type(QStringLiteral("Nguyễn"));
    const auto* search = harness.desk().findChild<QLineEdit*>(QStringLiteral("dossierSearch"));
    const auto* parts = harness.desk().page(QStringLiteral("dossiers"))->findChild<QTabWidget*>();
    QVERIFY(search && parts->currentIndex() == 1);
    hand.press(Qt::Key_K, Qt::ControlModifier);
    hand.type(QStringLiteral("Bằng"));
    harness.session->lock();
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    QCOMPARE(harness.desk().currentPlace(), QStringLiteral("dossiers"));
    QCOMPARE(search->text(), QStringLiteral("Nguyễn"));
    harness.session->lock();
    QVERIFY(harness.signIn(QStringLiteral("hung.tv")));
    QCOMPARE(harness.desk().currentPlace(), harness.desk().visiblePlaces().front());
    QVERIFY(!harness.desk().search()->isVisible());
    QVERIFY(harness.desk().go(QStringLiteral("dossiers")));
    QCOMPARE(search->text(), QString());
    QCOMPARE(parts->currentIndex(), 0);
    hand.press(Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(harness.desk().search()->findChild<QLineEdit*>()->text(), QString());
    hand.press(Qt::Key_Escape);
    QVERIFY(harness.desk().go(QStringLiteral("handover")));
    QVERIFY(waiting->current() != chosen);
    // Also on the very dossier: how it is paid and how the citizen rated it was said to somebody else.
    hand.press(Qt::Key_Down);
    QCOMPARE(waiting->current(), chosen);
    QVERIFY(!harness.find<QAbstractButton>(QStringLiteral("Chuyển khoản"))->isChecked());
    QCOMPARE(harness.desk().findChild<ui::RatingBar*>()->score(), 0);
}

void tst_Shell::idleLocks() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    harness.bench.fillCopy();
    harness.bench.clock.advance(4 * 60);
    QTest::keyClick(harness.window.get(), Qt::Key_Shift);
    harness.bench.clock.advance(4 * 60);
    QVERIFY2(harness.session->secondsToLock() > 0, "a key puts the lock off");
    harness.bench.clock.advance(2 * 60);
    QTRY_VERIFY_WITH_TIMEOUT(harness.window->login()->isVisible(), 5000);
    QCOMPARE(harness.bench.drafts.all().size(), size_t(1));
    QCOMPARE(harness.bench.counter->intake().form().content().facts.value(QStringLiteral("document")).toString(),
        QStringLiteral("Bằng tốt nghiệp đại học"));
}

/// Not only when the synchronisation's own thread has counted again.
void tst_Shell::greenGoesWithTheNextRecord() {
    const QString green = QStringLiteral("Tỉnh đã nhận đủ");
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    const auto* queue = harness.window->findChild<ui::StatusStrip*>()->findChild<ui::Badge*>();
    engine::Status status;
    status.line = engine::Line::Up;
    status.acknowledged = 5;
    harness.bench.sync.report(status);
    QCOMPARE(queue->text(), green);
    harness.bench.exchange.unsentItems = {{6, QStringLiteral("dossier-received"), {}, {}, harness.bench.clock.now(), false}};
    harness.bench.receiveCopy();
    QVERIFY(queue->text() != green);
}

void tst_Shell::languageReachesEveryWord() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("hung.tv")));
    // A word of our own screens that is neither English nor a value, and so shows that a retranslation was forgotten.
    const QStringList values{QStringLiteral("Một Cửa"), QStringLiteral("Tiếng Việt"), QStringLiteral("Quầy 1"), harness.bench.archive.settings().name,
        harness.bench.supervisor.name, harness.bench.clerk.name};
    static const QRegularExpression vietnamese(QStringLiteral("[ăâđêôơưạ-ỹàáãèéìíòóõùúý]"), QRegularExpression::CaseInsensitiveOption);
    for (const QString& place : harness.desk().visiblePlaces()) {
        harness.speak(QStringLiteral("vi"));
        QVERIFY(harness.desk().go(place));
        harness.speak(QStringLiteral("en"));
        const QStringList words = harness.visibleWords();
        for (QString word : words) {
            word.remove(QStringLiteral("\u00A0đ"));
            QVERIFY2(values.contains(word) || !word.contains(vietnamese), qPrintable(place + QStringLiteral(": ") + word));
        }
    }
}

void tst_Shell::everythingThatTakesTheFocusHasAName() {
    Harness harness;
    QStringList nameless;
    const auto look = [&](const QString& where) {
        for (QWidget* widget : harness.window->findChildren<QWidget*>()) {
            const bool inner = widget->objectName().startsWith(QLatin1String("qt_"));
            if (inner || !widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
            if (!interface || interface->text(QAccessible::Name).isEmpty())
                nameless << where + QLatin1Char('/') + QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') +
                                widget->objectName() + QStringLiteral(" in ") +
                                QString::fromLatin1(widget->parentWidget()->metaObject()->className());
        }
    };
    look(QStringLiteral("login"));
    QVERIFY(harness.signIn(QStringLiteral("hung.tv")));
    for (const QString& place : harness.desk().visiblePlaces()) {
        QVERIFY(harness.desk().go(place));
        look(place);
    }
    harness.desk().search()->open();
    look(QStringLiteral("search"));
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
}

void tst_Shell::pictures_data() {
    QTest::addColumn<int>("scheme");
    QTest::addColumn<QString>("language");
    QTest::addColumn<double>("scale");
    QTest::newRow("light-vi") << static_cast<int>(ui::SchemeChoice::Light) << QStringLiteral("vi") << 1.0;
    QTest::newRow("dark-vi") << static_cast<int>(ui::SchemeChoice::Dark) << QStringLiteral("vi") << 1.0;
    QTest::newRow("contrast-en") << static_cast<int>(ui::SchemeChoice::Contrast) << QStringLiteral("en") << 1.0;
    QTest::newRow("light-vi-150") << static_cast<int>(ui::SchemeChoice::Light) << QStringLiteral("vi") << 1.5;
}

void tst_Shell::pictures() {
    QFETCH(int, scheme);
    QFETCH(QString, language);
    QFETCH(double, scale);
    const QString suffix = QLatin1Char('-') + QString::fromLatin1(QTest::currentDataTag());
    {
        Harness enrolment(false, static_cast<ui::SchemeChoice>(scheme), scale);
        enrolment.speak(language);
        enrolment.shoot(QStringLiteral("enrol") + suffix);
    }
    Harness harness(true, static_cast<ui::SchemeChoice>(scheme), scale);
    harness.speak(language);
    harness.shoot(QStringLiteral("login") + suffix);
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    for (int i = 0; i < 6; ++i)
        harness.bench.receiveCopy(QStringLiteral("Bằng tốt nghiệp đại học %1").arg(i));
    for (const QString& place : harness.desk().visiblePlaces()) {
        QVERIFY(harness.desk().go(place));
        harness.shoot(place + suffix);
    }
    harness.desk().search()->open();
    harness.shoot(QStringLiteral("search") + suffix);
    harness.desk().search()->close();
    harness.desk().showKeys();
    harness.shoot(QStringLiteral("keys") + suffix);
}

QTEST_MAIN(tst_Shell)
#include "tst_Shell.moc"
