#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <vector>

namespace motcua::ui {

/// What has the focus may be hidden, put out of use or taken away by what it did. Qt gives the focus to whatever comes next then, and a key that is
/// pressed a moment later would press it. Here it goes to the card or place around, where keys do nothing and Tab leads on from, unless what
/// comes next only takes text or shows a list, or whoever did it gives the focus on. Owner: MainWindow. Thread: GUI.
class FocusKeeper : public QObject {
    Q_OBJECT

public:
    explicit FocusKeeper(QObject* parent);

private:
    void follow(QWidget* now);
    void lookAgain();
    bool isLost() const;
    QWidget* home() const;

    QPointer<QWidget> m_focus;
    std::vector<QPointer<QWidget>> m_around; ///< of m_focus, the nearest first
};

}
