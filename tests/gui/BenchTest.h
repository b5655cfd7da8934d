#pragma once

#include "app/ui/bench/BenchPlace.h"
#include "app/ui/widgets/ScrollColumn.h"
#include "tests/gui/Harness.h"

#include <QScrollBar>

namespace motcua::test {

/// The certification bench in the real window on Monday 4 January 2027, with a clerk's hand at it.
struct AtBench {
    explicit AtBench(ui::SchemeChoice scheme = ui::SchemeChoice::Light, QSize size = {1366, 768}) : harness(true, scheme) {
        harness.bench.clock.set(QDate(2027, 1, 4), QTime(9, 0));
        harness.window->resize(size);
        isIn = harness.signIn(QStringLiteral("lan.nt"));
        hand.press(Qt::Key_2, Qt::AltModifier);
        hand.presses = 0;
    }

    ui::BenchPlace* place() const { return harness.window->findChild<ui::BenchPlace*>(); }
    counter::Bench& bench() { return harness.bench.counter->bench(); }
    counter::IntakeForm& form() { return bench().visit().form(); }
    QString kind() { return form().content().jobKind; }
    /// Of person 0 to 99; each has a name and number of its own.
    static QString card(int person) {
        static const QStringList names{QStringLiteral("An"), QStringLiteral("Bình"), QStringLiteral("Cường"), QStringLiteral("Dũng"),
            QStringLiteral("Giang"), QStringLiteral("Hà"), QStringLiteral("Khánh"), QStringLiteral("Lâm"), QStringLiteral("Minh"),
            QStringLiteral("Nam")};
        return QStringLiteral("0220900%1||Nguyễn Văn %2|15011990|Nam|Tổ 3, Khu 5, phường Bãi Cháy, tỉnh Quảng Ninh|12052025")
            .arg(10000 + person)
            .arg(names[person % names.size()]);
    }
    /// Held before the reader, which types into the line that waits for it.
    void show(int person) const {
        QWidget* line = QApplication::focusWidget();
        Harness::type(line, card(person));
        QTest::keyClick(line, Qt::Key_Return);
    }
    void write(const QString& words, int enters = 1) {
        hand.type(words);
        for (int i = 0; i < enters; ++i)
            hand.press(Qt::Key_Return);
    }
    /// What is still open in the paper in hand, for a test's message.
    QByteArray open() { return form().gaps().join(QLatin1Char(',')).toUtf8(); }
    /// Columns of the place, the paper in hand and its terms, that are longer than the screen.
    int scrolledColumns() const {
        int count = 0;
        for (const auto* column : place()->findChildren<ui::ScrollColumn*>())
            for (const QScrollBar* bar : {column->verticalScrollBar(), column->horizontalScrollBar()})
                count += bar->maximum() > bar->minimum() ? 1 : 0;
        return count;
    }

    Harness harness;
    Hand hand;
    bool isIn = false;
};

}
