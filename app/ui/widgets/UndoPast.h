#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace motcua::ui {

/// While a step can be taken back, Ctrl+Z is of whoever took the last one: a field in which nothing was typed since the step, or since the cursor
/// came, leaves it to the window. Owner: who takes the step back. Thread: GUI.
class UndoPast : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// A step was taken, or none can be taken back any more.
    void watch(bool isStep);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void noteField(QWidget* field);

    QPointer<QWidget> m_field; ///< where the cursor is, and
    QString m_text;            ///< what stood there when it came, or when the step was taken
    bool m_watches = false;
};

}
