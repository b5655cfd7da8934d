#pragma once

#include "app/ui/shell/StandardPlaces.h"
#include "app/ui/widgets/PlacePage.h"

namespace motcua::ui {

/// The station's own place: the look, facts, users, printers and scanners, passwords, the watched directory.
class SystemPlace : public PlacePage {
    Q_OBJECT

public:
    SystemPlace(counter::Counter& counter, const ShellServices& services, QWidget* parent);

    void activate() override;

protected:
    void retranslate() override;

private:
    QWidget* m_first;
};

}
