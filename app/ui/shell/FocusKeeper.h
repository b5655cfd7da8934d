#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <vector>

namespace motcua::ui {

/// What has the focus may be hidden, put out of use or taken away by what it did. Qt gives the focus to whatever comes next then, and a key that is
/// pressed a moment later would press it. Here it goes to the card or place around, where keys do nothing and Tab leads on from, unless what
/// comes next only takes text or shows a list, or whoever did it gives the focus on. From there Tab leads to what stood beside it, and Shift+Tab to
/// what stood before it: nobody begins at the top again. Owner: MainWindow. Thread: GUI.
class FocusKeeper : public QObject {
    Q_OBJECT

public:
    explicit FocusKeeper(QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// What Tab leads to, the nearest first.
    using Stops = std::vector<QPointer<QWidget>>;

    void follow(QWidget* now);
    void remember(QWidget* now);
    void goHome(QWidget* home);
    void leaveHome();
    QWidget* beside(bool onward) const;
    void lookAgain();
    bool isLost() const;
    QWidget* home() const;

    QPointer<QWidget> m_focus;
    std::vector<QPointer<QWidget>> m_around; ///< of m_focus, the nearest first
    Stops m_after;                           ///< m_focus
    Stops m_before;
    QPointer<QWidget> m_home;   ///< while it has the focus for something that is gone
    QPointer<QWidget> m_onward; ///< from there, by Tab
    QPointer<QWidget> m_back;
};

}
