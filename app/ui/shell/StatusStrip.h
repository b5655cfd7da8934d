#pragma once

#include "app/counter/Counter.h"

#include <QFrame>
#include <QTimer>

class QPushButton;

namespace motcua::ui {

class Badge;
class IconLabel;
class TextLabel;

/// The foot of the window: the line, what is not sent yet, when the province last confirmed, the clock against the 15:00 rule,
/// and whether it can be believed.
class StatusStrip : public QFrame {
    Q_OBJECT

public:
    StatusStrip(counter::Counter& counter, QWidget* parent);

    /// Reads everything again.
    void refresh();

signals:
    void syncRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showLine();
    void showQueue();
    void showClock();

    counter::Counter& m_counter;
    QPushButton* m_line;
    Badge* m_queue;
    TextLabel* m_confirmed;
    IconLabel* m_clockIcon;
    TextLabel* m_rule;
    TextLabel* m_time;
    QTimer m_tick;
};

}
