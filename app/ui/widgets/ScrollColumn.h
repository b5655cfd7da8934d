#pragma once

#include <QPointer>
#include <QScrollArea>

namespace motcua::ui {

/// A column of a place that scrolls downwards by itself; nothing in it scrolls, nor does the place: no scroll bar stands within another. It is
/// never narrower than its content, and what gets the focus in it is brought into sight.
class ScrollColumn : public QScrollArea {
    Q_OBJECT

public:
    /// Takes `content`.
    explicit ScrollColumn(QWidget* content, QWidget* parent = nullptr);

    /// Brings a part of the content into sight as soon as it has its place; of one that is too tall, its head.
    void reveal(QWidget* part);
    /// The same for a part of whichever column it stands in; of none: nothing.
    static void bringIntoSight(QWidget* part);
    void toTop();
    /// As tall as its content, where there is the room for it.
    void setWhole(bool whole);
    /// How tall the content is at this width, in device-independent pixels.
    int wholeHeight(int width) const;
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    void keepInSight();
    void seek(QWidget* part);

    bool m_whole = false;
    QPointer<QWidget> m_sought; ///< comes into sight before what has the focus, until it has its place
};

}
