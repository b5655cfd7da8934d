#pragma once

#include <QWidget>

namespace motcua::ui {

class IconLabel;
class IconLabel;
class TextLabel;

/// What a list shows when there is nothing in it: why, and what brings something.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(const QString& icon, QWidget* parent = nullptr);

    /// The words; the sign goes where room is short.
    QSize minimumSizeHint() const override;
    void setWords(const QString& title, const QString& hint);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    IconLabel* m_icon;
    TextLabel* m_title;
    TextLabel* m_hint;
};

}
