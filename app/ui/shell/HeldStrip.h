#pragma once

#include "app/counter/HeldActs.h"

#include <QFrame>

namespace motcua::ui {

class ActionButton;
class TextLabel;

/// Says what was just ended and can still be taken back, and what the program's end left undone. Hidden while there is neither; never takes
/// the focus. Owner: Workbench.
class HeldStrip : public QFrame {
    Q_OBJECT

public:
    explicit HeldStrip(counter::HeldActs& held, QWidget* parent = nullptr);

    void refresh();

signals:
    /// It was done a moment ago; nothing was taken back.
    void tooLate();

protected:
    void changeEvent(QEvent* event) override;
    /// A field in which there is nothing to undo leaves the key to what waits.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void takeBack();
    QString words() const;

    counter::HeldActs& m_held;
    TextLabel* m_what;
    ActionButton* m_goOn;
    ActionButton* m_takeBack;
};

}
