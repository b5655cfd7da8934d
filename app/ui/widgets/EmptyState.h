#pragma once

#include <QWidget>

namespace motcua::ui {

class IconLabel;
class TextLabel;

/// What a list shows when there is nothing in it: why, and what brings something.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(const QString& icon, QWidget* parent = nullptr);

    void setWords(const QString& title, const QString& hint);

private:
    TextLabel* m_title;
    TextLabel* m_hint;
};

}
