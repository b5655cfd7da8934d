#pragma once

#include "app/ui/shell/Places.h"

#include <QFrame>
#include <QHash>

namespace motcua::ui {

class RailButton;
class TextLabel;

/// The places the seated user may go to, top to bottom; Up and Down move, Alt+1 … Alt+9 go straight there.
class Rail : public QFrame {
    Q_OBJECT

public:
    explicit Rail(QWidget* parent);

    /// Pointers into the shell's own list.
    void setPlaces(const std::vector<const Place*>& places);
    /// The names below their icons, where the window is narrow for the text size.
    void setCompact(bool compact);
    void select(const QString& id);
    void setCount(const QString& id, int count);
    int count(const QString& id) const { return m_counts.value(id); }

signals:
    void chosen(const QString& id);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    RailButton* buttonOf(const QString& id) const;

    struct Item {
        const Place* place;
        RailButton* button;
    };
    std::vector<Item> m_items;
    QHash<QString, int> m_counts;
    QVBoxLayout* m_list;
    TextLabel* m_name;
    TextLabel* m_caption;
    bool m_compact = false;
};

}
