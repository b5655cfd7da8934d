#pragma once

#include "app/counter/IntakeForm.h"
#include "tests/gui/Hand.h"
#include "tests/gui/Harness.h"

#include <QApplication>
#include <QBuffer>
#include <QPainter>
#include <QTest>

namespace motcua::test {

/// An intake with pages, for the tests of what is done with them.
class IntakePagesTest : public QObject {
protected:
    static void begin(Harness& harness, Hand& hand) {
        QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
        Harness::type(QApplication::focusWidget(), CounterBench::card());
        hand.press(Qt::Key_Return);
        hand.type(QStringLiteral("1.004873"));
        hand.press(Qt::Key_Return);
    }
    /// One page of which the lid was cut off.
    static void scanCut(Harness& harness, Hand& hand) {
        hand.press(Qt::Key_F5);
        emit harness.bench.scanner.job->pageRead(cutPage());
        emit harness.bench.scanner.job->finished({});
    }
    static void scan(Harness& harness, Hand& hand, int pages) {
        hand.press(Qt::Key_F5);
        for (int i = 1; i <= pages; ++i)
            emit harness.bench.scanner.job->pageRead(CounterBench::page(picture(i)));
        emit harness.bench.scanner.job->finished({});
    }
    static QByteArray picture(int number) {
        QImage page(124, 175, QImage::Format_Grayscale8);
        page.fill(Qt::white);
        QPainter(&page).fillRect(10, 10, 10 * number, 20, Qt::black);
        QBuffer jpeg;
        jpeg.open(QIODevice::WriteOnly);
        page.save(&jpeg, "JPEG");
        return jpeg.data();
    }
    static const counter::IntakeForm& formOf(Harness& harness) { return harness.bench.counter->intake().form(); }
    /// The numbers of the pages, paper by paper.
    static QList<QList<int>> lying(Harness& harness) {
        QList<QList<int>> all;
        const auto& papers = formOf(harness).content().papers;
        for (size_t paper = 0; paper < papers.size(); ++paper) {
            QList<int> numbers;
            for (size_t page = 0; page < papers[paper].pages.size(); ++page) {
                const auto content = harness.bench.counter->intake().draft().pageContent(static_cast<int>(paper), static_cast<int>(page));
                for (int number = 1; number <= 9; ++number)
                    if (content && *content == picture(number))
                        numbers << number;
            }
            if (!numbers.isEmpty() || paper < 3)
                all << numbers;
        }
        return all;
    }
    static domain::ports::ScannedPage cutPage() {
        auto page = CounterBench::page(picture(1));
        page.untouched = {picture(2), QStringLiteral("image/jpeg"), 1300, 1800};
        return page;
    }
};

}
