#include "app/paper/HtmlFormRenderer.h"
#include "app/ui/shell/system/SecurityCard.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/PlacePage.h"
#include "tests/gui/Hand.h"
#include "tests/gui/Harness.h"

#include <QAbstractItemView>
#include <QFileDialog>
#include <QHelpEvent>
#include <QImage>
#include <QLabel>
#include <QMessageBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QToolTip>

#include <array>
#include <memory>
#include <sys/inotify.h>
#include <unistd.h>

using namespace motcua;
using test::Hand;
using test::Harness;

/// A procedure that was named <img src="/dev/zero"> killed a desk as soon as the mouse rested on a dossier. Every name that comes from outside is
/// markup here, and every widget of every place is looked at, with the mouse resting on it: nothing is rendered, and the file it names is not opened.
class tst_HostileText : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theTrapWorks();
    void clerk();
    void supervisor();
    void boxesOfQt();
    void paper();

private:
    /// Whether anybody opened the file since it was asked last.
    bool wasOpened() const;
    void fill(Harness& harness);
    domain::DossierId receive(Harness& harness);
    void look(Harness& harness, const QString& where);
    void restOn(QWidget& widget, QPoint point);
    void restOnCells(const QAbstractItemView& view);
    void lookAtLabels(const QString& where);

    std::unique_ptr<QTemporaryDir> m_directory;
    int m_watch = -1;
    int m_labels = 0;
    int m_tips = 0;
    int m_hostileTips = 0;
    QStringList m_faults;
};

namespace {

/// Beside the program, as a relative name is looked for there: short enough for every field.
const QString trap = QStringLiteral("trap.png");
const QString hostile = QStringLiteral("<img src=\"trap.png\">");
const QString code = QStringLiteral("9.000001");

QString named(const char16_t* name) {
    return QString::fromUtf16(name) + hostile;
}

void settle() {
    for (int round = 0; round < 4; ++round)
        QCoreApplication::sendPostedEvents();
}

QLabel* tipShown() {
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (widget->inherits("QTipLabel") && widget->isVisible())
            return qobject_cast<QLabel*>(widget);
    return nullptr;
}

domain::Procedure procedure() {
    domain::Procedure made = *test::CounterBench().archive.catalogue().find(QStringLiteral("1.004873"));
    made.version.code = code;
    made.version.name = named(u"Thủ tục ");
    made.version.field = named(u"Lĩnh vực ");
    made.authority = named(u"Cơ quan ");
    made.timeNote = named(u"Hạn ");
    made.feeNote = named(u"Phí ");
    made.feeRule = domain::FeeRule::Free;
    made.papers = QStringList{named(u"Đơn "), named(u"Bản sao ") + QStringLiteral(" (nếu có)")};
    return made;
}

}

void tst_HostileText::init() {
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir::setCurrent(m_directory->path()));
    QImage picture(8, 8, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QVERIFY(picture.save(trap));
    m_watch = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    QVERIFY(::inotify_add_watch(m_watch, trap.toLatin1().constData(), IN_OPEN) >= 0);
    m_labels = m_tips = m_hostileTips = 0;
}

void tst_HostileText::cleanup() {
    ::close(m_watch);
    const QStringList faults = std::exchange(m_faults, {});
    for (const QString& fault : faults)
        qWarning().noquote() << fault;
    QVERIFY2(faults.isEmpty(), qPrintable(faults.value(0)));
}

bool tst_HostileText::wasOpened() const {
    std::array<char, 4096> events{};
    bool opened = false;
    while (::read(m_watch, events.data(), events.size()) > 0)
        opened = true;
    return opened;
}

/// A text that is taken for markup opens the file.
void tst_HostileText::theTrapWorks() {
    QVERIFY(!wasOpened());
    QTextDocument document;
    document.setHtml(hostile);
    document.documentLayout();
    (void)document.size();
    QVERIFY(wasOpened());
    QLabel label(hostile);
    label.setTextFormat(Qt::RichText);
    label.grab();
    QVERIFY(wasOpened());
}

void tst_HostileText::fill(Harness& harness) {
    test::CounterBench& bench = harness.bench;
    auto& published = bench.archive.published;
    published.catalogue.put(procedure());
    published.settings.name = named(u"Trung tâm ");
    published.settings.parentName = named(u"Ủy ban ");
    published.settings.place = named(u"Bãi Cháy ");
    published.settings.favourites = QStringList{code, QStringLiteral("2.000815")};
    for (domain::Account& account : published.accounts) {
        account.name += hostile;
        account.title += hostile;
    }
    bench.clerk = published.accounts[0];
    bench.supervisor = published.accounts[1];
    harness.access.care.security = {{domain::SecurityKind::SignedIn, bench.clock.now(), named(u"lan "), named(u"H49.30 ")}};
    bench.scanner.known = {{QStringLiteral("test:0"), named(u"Máy quét "), true}};
    bench.restart();
    bench.seatClerk();
    receive(harness);
    const auto asked = receive(harness);
    QVERIFY(bench.counter->supplements().ask(asked, {named(u"Bản chính ")}, named(u"Mờ dấu "), {}));
    const auto returned = receive(harness);
    bench.seatSupervisor();
    QVERIFY(bench.counter->approval().returnToClerk(returned, named(u"Xem lại ")));
    bench.seatClerk();
    const auto finished = bench.receiveCopy(named(u"Bằng "));
    receive(harness);
    bench.seatSupervisor();
    QVERIFY(bench.counter->approval().approve(finished));
    bench.seatClerk();
    // One that is not finished stays in the form.
    bench.fillCopy(named(u"Học bạ "));
}

domain::DossierId tst_HostileText::receive(Harness& harness) {
    counter::Intake& intake = harness.bench.counter->intake();
    intake.form().applyCardQr(test::CounterBench::card());
    intake.form().setProcedure(code);
    for (const char* field : {"name", "address", "residence", "phone"})
        intake.form().setApplicantText(
            QString::fromLatin1(field), QString::fromLatin1(field) == QLatin1String("phone") ? QStringLiteral("0912345678") : named(u"An "));
    intake.form().setPaper(0, domain::PaperKind::Original, 1);
    intake.form().addPaper(named(u"Giấy khác "));
    const auto received = intake.acts().receive();
    if (!received)
        qFatal("%s", qPrintable(received.error().toLogLine()));
    return received->dossier;
}

/// The mouse rests on a point of a widget.
void tst_HostileText::restOn(QWidget& widget, QPoint point) {
    QHelpEvent ask(QEvent::ToolTip, point, widget.mapToGlobal(point));
    QCoreApplication::sendEvent(&widget, &ask);
    const QLabel* tip = tipShown();
    if (!tip)
        return;
    settle();
    ++m_tips;
    m_hostileTips += tip->text().contains(hostile) ? 1 : 0;
    if (tip->textFormat() != Qt::PlainText)
        m_faults << QStringLiteral("the tool tip “%1” may be markup").arg(tip->text());
    if (tip->text().contains(QLatin1String("&lt;")))
        m_faults << QStringLiteral("the tool tip “%1” is not the text").arg(tip->text());
    const_cast<QLabel*>(tip)->grab();
    QToolTip::hideText();
    // It goes a moment later; until then it would stand for the next one's.
    delete tip;
}

void tst_HostileText::restOnCells(const QAbstractItemView& view) {
    for (int row = 0; view.model() && row < view.model()->rowCount(); ++row)
        for (int column = 0; column < view.model()->columnCount(); ++column)
            if (const QRect cell = view.visualRect(view.model()->index(row, column)); view.viewport()->rect().intersects(cell))
                restOn(*view.viewport(), cell.intersected(view.viewport()->rect()).center());
}

/// Also those that are hidden now.
void tst_HostileText::lookAtLabels(const QString& where) {
    for (QWidget* widget : QApplication::allWidgets()) {
        const auto* label = qobject_cast<const QLabel*>(widget);
        if (!label || label->text().isEmpty())
            continue;
        m_labels += label->text().contains(hostile) ? 1 : 0;
        if (label->testAttribute(Qt::WA_WState_Polished) && label->textFormat() != Qt::PlainText)
            m_faults << QStringLiteral("%1: the label “%2” may be markup").arg(where, label->text());
    }
}

void tst_HostileText::look(Harness& harness, const QString& where) {
    settle();
    lookAtLabels(where);
    harness.window->grab();
    const auto widgets = harness.window->findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        if (!widget->isVisible())
            continue;
        restOn(*widget, widget->rect().center());
        if (const auto* view = qobject_cast<const QAbstractItemView*>(widget))
            restOnCells(*view);
    }
    if (wasOpened())
        m_faults << where + QStringLiteral(": the file was opened");
}

void tst_HostileText::clerk() {
    Harness harness;
    fill(harness);
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    Hand hand;
    for (const QString& place : harness.desk().visiblePlaces()) {
        QVERIFY(harness.desk().go(place));
        harness.desk().page(place)->banner()->show({QStringLiteral("scan.other-person"), {{QStringLiteral("name"), named(u"An ")}}});
        look(harness, place);
        harness.desk().page(place)->banner()->clear();
        look(harness, place);
    }
    QVERIFY(harness.desk().go(QStringLiteral("intake")));
    harness.bench.counter->inbox().report(m_directory->filePath(hostile), {QStringLiteral("import.damaged")});
    look(harness, QStringLiteral("a file's name"));
    harness.bench.counter->intake().form().setProcedure(code);
    look(harness, QStringLiteral("the procedure"));
    hand.press(Qt::Key_F2, Qt::ControlModifier);
    look(harness, QStringLiteral("unfinished"));
    hand.press(Qt::Key_Escape);
    const auto rows = harness.bench.archive.dossiers({}).value_or(std::vector<domain::ports::DossierRow>());
    QVERIFY(!rows.empty());
    for (const domain::ports::DossierRow& row : rows) {
        harness.desk().openDossier(row.id);
        for (int tab = 0; tab < 4; ++tab) {
            look(harness, QStringLiteral("dossiers"));
            hand.press(Qt::Key_Right, Qt::ControlModifier);
        }
    }
    hand.press(Qt::Key_K, Qt::ControlModifier);
    hand.type(QStringLiteral("thu tuc"));
    look(harness, QStringLiteral("search"));
    hand.press(Qt::Key_Escape);
    hand.press(Qt::Key_L, Qt::ControlModifier);
    look(harness, QStringLiteral("locked"));
    // The walk met what it is about.
    QVERIFY2(m_labels > 20 && m_tips > 40 && m_hostileTips > 10,
        qPrintable(QStringLiteral("%1 labels, %2 tool tips, %3 of them hostile").arg(m_labels).arg(m_tips).arg(m_hostileTips)));
}

void tst_HostileText::supervisor() {
    Harness harness;
    fill(harness);
    QVERIFY(harness.signIn(QStringLiteral("hung.tv")));
    Hand hand;
    for (const QString& place : harness.desk().visiblePlaces()) {
        QVERIFY(harness.desk().go(place));
        look(harness, place);
    }
    QVERIFY(harness.desk().go(QStringLiteral("system")));
    hand.press(Qt::Key_F11);
    const auto log = harness.desk().page(QStringLiteral("system"))->findChild<ui::SecurityCard*>()->findChild<QTableView*>();
    QTRY_VERIFY(log->isVisible() && log->model()->rowCount() > 0);
    look(harness, QStringLiteral("security log"));
    QVERIFY(harness.desk().go(QStringLiteral("approval")));
    hand.press(Qt::Key_F8);
    look(harness, QStringLiteral("approval-return"));
    hand.press(Qt::Key_Escape);
    QVERIFY2(m_labels > 5 && m_hostileTips > 5, qPrintable(QStringLiteral("%1 labels, %2 tool tips").arg(m_labels).arg(m_hostileTips)));
}

/// What Qt asks with by itself, as when a file is saved over another.
void tst_HostileText::boxesOfQt() {
    ui::Theme theme(qApp);
    theme.apply(ui::SchemeChoice::Light, 1.0);
    QMessageBox box(QMessageBox::Question, hostile, hostile, QMessageBox::Ok);
    box.setInformativeText(hostile);
    box.show();
    settle();
    lookAtLabels(QStringLiteral("box"));
    box.grab();
    QVERIFY(!wasOpened());

    const QString odd = QStringLiteral("<img src=trap.png>.pdf");
    QFile file(odd);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QFileDialog dialog(nullptr, hostile, m_directory->path());
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    dialog.setLabelText(QFileDialog::FileName, hostile);
    dialog.setNameFilter(QStringLiteral("(*.pdf)"));
    dialog.show();
    settle();
    lookAtLabels(QStringLiteral("file dialog"));
    for (QAbstractItemView* view : dialog.findChildren<QAbstractItemView*>())
        restOnCells(*view);
    dialog.grab();
    QVERIFY(!wasOpened());
    QVERIFY(m_labels >= 3);
}

/// Paper is rich on purpose: what stands in a template's places is escaped.
void tst_HostileText::paper() {
    Harness harness;
    paper::HtmlFormRenderer renderer;
    harness.bench.forms = &renderer;
    fill(harness);
    QTRY_COMPARE(harness.bench.counter->printing().pending(), 0);
    QVERIFY(harness.bench.paper.requests.size() >= 4);
    QVERIFY(!wasOpened());
}

QTEST_MAIN(tst_HostileText)
#include "tst_HostileText.moc"
