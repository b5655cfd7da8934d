#pragma once

#include <QObject>

namespace motcua::ui {

/// Tells of any use of keyboard or pointer anywhere in the program. Owner: MainWindow. Thread: GUI.
class IdleWatch : public QObject {
    Q_OBJECT

public:
    explicit IdleWatch(QObject* parent);

signals:
    void used();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}
