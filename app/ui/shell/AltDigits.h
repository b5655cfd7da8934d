#pragma once

#include <QObject>

namespace motcua::ui {

/// Alt and a digit goes to a place. Where there is no such place, or none at all yet, it does nothing: Qt's lines would write the digit, a
/// password's unseen. Owner: MainWindow, before the ScanCatcher, which sees every key first. Thread: GUI.
class AltDigits : public QObject {
    Q_OBJECT

public:
    explicit AltDigits(QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}
