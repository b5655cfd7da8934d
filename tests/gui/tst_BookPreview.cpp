#include "app/paper/HtmlFormRenderer.h"
#include "app/ui/books/BookPreview.h"
#include "app/ui/style/Theme.h"
#include "app/ui/widgets/EmptyState.h"
#include "app/ui/widgets/PdfPreview.h"
#include "tests/support/counter/CounterBench.h"

#include <QApplication>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

#include <deque>

using namespace motcua;
using Pdf = base::Result<QByteArray>;

namespace {

/// Makes paper when the test says so.
class HeldPaper final : public domain::ports::FormRenderer {
public:
    Pdf render(const domain::ports::Form& form, const QJsonObject& values) override { return m_forms.render(form, values); }
    QFuture<Pdf> renderApart(const domain::ports::Form& form, const QJsonObject& values) override {
        auto& asked = m_asked.emplace_back();
        asked.made = render(form, values);
        asked.promise.start();
        return asked.promise.future();
    }
    base::Result<QString> media(const domain::ports::Form& form) const override { return m_forms.media(form); }
    base::Result<double> heightOf(const domain::ports::Form& form, const QJsonObject& values) const override {
        return m_forms.heightOf(form, values);
    }
    size_t asked() const { return m_asked.size(); }
    void finish(size_t index) { finish(index, m_asked[index].made); }
    void finish(size_t index, const Pdf& pdf) {
        m_asked[index].promise.addResult(pdf);
        m_asked[index].promise.finish();
    }

private:
    struct Asked {
        QPromise<Pdf> promise;
        Pdf made;
    };
    paper::HtmlFormRenderer m_forms;
    std::deque<Asked> m_asked;
};

/// A desk with one number in its book, and its preview.
struct Desk {
    Desk() {
        bench.approvedCopy();
        bench.forms = &held;
        bench.restart();
        bench.seatClerk();
        volume = bench.archive.published.volumes.front().id;
        preview = std::make_unique<ui::BookPreview>(bench.counter->printing(), &view, nullptr);
    }
    HeldPaper held;
    test::CounterBench bench;
    ui::Theme theme{qApp};
    ui::PdfPreview view;
    domain::VolumeId volume;
    std::unique_ptr<ui::BookPreview> preview;
};

}

/// The register's preview while its paper is being made aside.
class tst_BookPreview : public QObject {
    Q_OBJECT

private slots:
    void isShownWhenItIsReady();
    void changesAskOnceMore();
    void whatIsNoLongerWantedIsNotShown();
    void saysWhatWentWrong();
};

void tst_BookPreview::isShownWhenItIsReady() {
    Desk desk;
    desk.preview->show(desk.volume);
    QCOMPARE(desk.held.asked(), 1u);
    QCOMPARE(desk.view.pageCount(), 0);
    desk.held.finish(0);
    QTRY_COMPARE(desk.view.pageCount(), 2);
}

void tst_BookPreview::changesAskOnceMore() {
    Desk desk;
    for (int change = 0; change < 5; ++change)
        desk.preview->show(desk.volume);
    QCOMPARE(desk.held.asked(), 1u);
    desk.held.finish(0);
    QTRY_COMPARE(desk.held.asked(), 2u);
    QCOMPARE(desk.view.pageCount(), 2); // the cover and the rows
    desk.held.finish(1);
    QTest::qWait(0);
    QCOMPARE(desk.held.asked(), 2u);
}

void tst_BookPreview::whatIsNoLongerWantedIsNotShown() {
    Desk desk;
    desk.preview->show(desk.volume);
    desk.preview->clear();
    desk.held.finish(0);
    QTest::qWait(0);
    QCOMPARE(desk.view.pageCount(), 0);
    QCOMPARE(desk.held.asked(), 1u);
}

void tst_BookPreview::saysWhatWentWrong() {
    Desk desk;
    const QSignalSpy failed(desk.preview.get(), &ui::BookPreview::failed);
    desk.preview->show(desk.volume);
    desk.held.finish(0, base::fail(QStringLiteral("paper.no-font")));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(desk.view.pageCount(), 0);
}

QTEST_MAIN(tst_BookPreview)
#include "tst_BookPreview.moc"
