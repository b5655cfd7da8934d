#pragma once

#include <QPointer>
#include <QWidget>

class QFrame;

namespace motcua::ui {

/// A dimmed sheet over its parent with a panel in the middle; Esc or a click beside the panel closes it and gives the focus back
/// to where it was.
class Overlay : public QWidget {
    Q_OBJECT

public:
    explicit Overlay(QWidget* parent);

    bool isOpen() const { return !isHidden(); }

public slots:
    virtual void open();
    void close();

signals:
    void closed();

protected:
    QFrame* panel() const { return m_panel; }
    /// The panel's place for the parent's size.
    virtual QRect panelArea() const = 0;

    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void fit();

    QFrame* m_panel;
    QPointer<QWidget> m_before;
};

}
