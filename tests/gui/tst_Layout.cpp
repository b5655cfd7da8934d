#include "app/ui/shell/KeyMap.h"
#include "app/ui/shell/SearchPalette.h"
#include "app/ui/widgets/Badge.h"
#include "app/ui/widgets/KeyHint.h"
#include "app/ui/widgets/TextLabel.h"
#include "tests/gui/Harness.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QLabel>
#include <QTest>

using namespace motcua;
using test::Harness;

/// Every place at 1366×768, the counters' usual screen, in both languages and every text size: no word, icon or key is cut off.
class tst_Layout : public QObject {
    Q_OBJECT

private slots:
    void entrance_data() { looks(); }
    void entrance();
    void places_data() { looks(); }
    void places();
    void panels_data() { looks(); }
    void panels();

private:
    static void looks();
    static void fill(Harness& harness);
    void look(Harness& harness, const QString& where);
    void finish();

    QStringList m_faults;
};

namespace {

QString nameOf(const QWidget* widget) {
    QString text;
    if (const auto* label = qobject_cast<const QLabel*>(widget))
        text = label->text();
    else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
        text = button->text();
    return QStringLiteral("%1 “%2”").arg(QString::fromLatin1(widget->metaObject()->className()), text.left(40));
}

bool isElided(const QWidget* widget) {
    const auto* label = qobject_cast<const ui::TextLabel*>(widget);
    return label && label->isElided();
}

/// What the widget needs; nothing for one that has no words.
QSize needed(const QWidget* widget) {
    const auto* label = qobject_cast<const QLabel*>(widget);
    if (label && label->text().isEmpty())
        return {};
    if (label && label->wordWrap())
        return {label->minimumSizeHint().width(), label->heightForWidth(label->width())};
    if (isElided(widget))
        return {0, widget->sizeHint().height()};
    const bool words =
        label || qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const ui::Badge*>(widget) || qobject_cast<const ui::KeyHint*>(widget);
    return words ? widget->sizeHint() : QSize();
}

/// Whether a part of `widget` lies outside an ancestor that cannot be scrolled to it.
bool isCut(const QWidget* widget, const QWidget* window) {
    QRect area = widget->rect();
    const QWidget* below = widget;
    for (const QWidget* above = widget->parentWidget(); below != window && above; below = above, above = above->parentWidget()) {
        area.translate(below->pos());
        const auto* scroll = qobject_cast<const QAbstractScrollArea*>(above->parentWidget());
        const bool across = scroll && scroll->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff;
        if (scroll && scroll->viewport() == above) {
            if (!across && (area.left() < 0 || area.right() > above->rect().right()))
                return true;
            return false;
        }
        if (!above->rect().contains(area))
            return true;
    }
    return false;
}

}

void tst_Layout::looks() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<double>("scale");
    for (const char* language : {"vi", "en"})
        for (const double scale : {1.0, 1.25, 1.5})
            QTest::addRow("%s-%d", language, qRound(scale * 100)) << QString::fromLatin1(language) << scale;
}

void tst_Layout::fill(Harness& harness) {
    test::CounterBench& bench = harness.bench;
    const auto finished = bench.approvedCopy();
    bench.counter->handOver().printAttestation(finished);
    bench.approvedCopy();
    bench.approvedCopy();
    const auto asked = bench.receiveCopy(QStringLiteral("Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất"));
    QVERIFY(bench.counter->supplements().ask(asked, {QStringLiteral("Bản chính")}, QStringLiteral("Bản chính bị mờ dấu"), {}));
    bench.receiveCopy();
    bench.receiveCopy(QStringLiteral("Học bạ"));
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

void tst_Layout::look(Harness& harness, const QString& where) {
    if (harness.window->size() != QSize(1366, 768))
        m_faults << QStringLiteral("%1: the window has grown to %2×%3").arg(where).arg(harness.window->width()).arg(harness.window->height());
    harness.shoot(QStringLiteral("layout-%1-%2").arg(QString::fromLatin1(QTest::currentDataTag()), where));
    for (const QWidget* widget : harness.window->findChildren<QWidget*>()) {
        const QSize needs = widget->isVisible() && !widget->objectName().startsWith(QLatin1String("qt_")) ? needed(widget) : QSize();
        if (needs.isEmpty())
            continue;
        if (widget->width() < needs.width() || widget->height() < needs.height())
            m_faults << QStringLiteral("%1: %2 has %3×%4, needs %5×%6")
                            .arg(where, nameOf(widget))
                            .arg(widget->width())
                            .arg(widget->height())
                            .arg(needs.width())
                            .arg(needs.height());
        else if (isCut(widget, harness.window.get()))
            m_faults << QStringLiteral("%1: %2 is cut off").arg(where, nameOf(widget));
    }
}

void tst_Layout::finish() {
    const QStringList faults = std::exchange(m_faults, {});
    for (const QString& fault : faults)
        qWarning().noquote() << fault;
    QVERIFY2(faults.isEmpty(), qPrintable(faults.value(0)));
}

void tst_Layout::entrance() {
    QFETCH(QString, language);
    QFETCH(double, scale);
    {
        Harness enrolment(false, ui::SchemeChoice::Light, scale);
        enrolment.speak(language);
        look(enrolment, QStringLiteral("enrol"));
    }
    Harness harness(true, ui::SchemeChoice::Light, scale);
    harness.speak(language);
    look(harness, QStringLiteral("login"));
    finish();
}

void tst_Layout::places() {
    QFETCH(QString, language);
    QFETCH(double, scale);
    Harness harness(true, ui::SchemeChoice::Light, scale);
    harness.speak(language);
    fill(harness);
    for (const char* login : {"lan.nt", "hung.tv"}) {
        QVERIFY(harness.signIn(QString::fromLatin1(login)));
        for (const QString& place : harness.desk().visiblePlaces()) {
            QVERIFY(harness.desk().go(place));
            look(harness, place + QLatin1Char('-') + QString::fromLatin1(login).left(4));
        }
        QTest::keyClick(harness.window.get(), Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(!harness.desk().isVisible());
    }
    look(harness, QStringLiteral("locked"));
    finish();
}

void tst_Layout::panels() {
    QFETCH(QString, language);
    QFETCH(double, scale);
    Harness harness(true, ui::SchemeChoice::Light, scale);
    harness.speak(language);
    fill(harness);
    QVERIFY(harness.signIn(QStringLiteral("hung.tv")));
    const std::tuple<const char*, Qt::Key, const char*> panels[] = {{"intake", Qt::Key_F7, "form-02"}, {"intake", Qt::Key_F8, "form-03"},
        {"approval", Qt::Key_F8, "return"}, {"dossiers", Qt::Key_F7, "form-02"}, {"dossiers", Qt::Key_F8, "withdraw"}, {"books", Qt::Key_F8, "spoil"},
        {"books", Qt::Key_F7, "close"}, {"handover", Qt::Key_1, "remark"}};
    for (const auto& [place, key, panel] : panels) {
        QVERIFY(harness.desk().go(QString::fromLatin1(place)));
        QTest::keyClick(harness.window->focusWidget(), key);
        look(harness, QStringLiteral("%1-%2").arg(QString::fromLatin1(place), QString::fromLatin1(panel)));
        QTest::keyClick(harness.window->focusWidget(), Qt::Key_Escape);
    }
    harness.desk().search()->open();
    look(harness, QStringLiteral("search"));
    harness.desk().search()->close();
    harness.desk().showKeys();
    look(harness, QStringLiteral("keys"));
    finish();
}

QTEST_MAIN(tst_Layout)
#include "tst_Layout.moc"
