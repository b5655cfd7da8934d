#pragma once

#include "app/ui/widgets/Notice.h"

#include <QTimer>
#include <QWidget>

namespace motcua::ui {

/// Shows one notice at a time over the head of its parent, where nothing is that the work needs: what is missing and what is to be pressed stays in
/// sight. Never takes the focus. Errors stay until the next notice or Esc.
class NoticeBar : public QWidget {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent);

    void show(const Notice& notice);
    void dismiss();
    Tone tone() const { return m_notice.tone; }
    QString text() const { return m_notice.text; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void moveToHead();

    Notice m_notice;
    QTimer m_timer;
};

}
