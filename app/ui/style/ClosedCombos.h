#pragma once

#include <QObject>

class QApplication;

namespace motcua::ui {

/// Of the whole program: a list of choices that is not open is changed by no key or wheel that moves a page. They go on to what is scrolled.
/// Owner: the application.
class ClosedCombos : public QObject {
    Q_OBJECT

public:
    explicit ClosedCombos(QApplication* application);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}
