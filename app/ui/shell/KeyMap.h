#pragma once

#include "app/ui/shell/Overlay.h"
#include "app/ui/widgets/PlacePage.h"

class QGridLayout;

namespace motcua::ui {

/// F1: the keys of the place in front and of the whole window.
class KeyMap : public Overlay {
    Q_OBJECT

public:
    explicit KeyMap(QWidget* parent);

    void show(const QString& place, const std::vector<KeyLine>& keys);

protected:
    QRect panelArea() const override;

private:
    void addLines(const QString& heading, const std::vector<KeyLine>& keys);

    QWidget* m_content = nullptr;
};

}
