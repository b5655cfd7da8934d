#include "app/ui/shell/system/SystemPlace.h"

#include "app/ui/shell/system/DevicesCard.h"
#include "app/ui/shell/system/LookCard.h"
#include "app/ui/shell/system/PasswordCard.h"
#include "app/ui/shell/system/StationPanel.h"
#include "app/ui/shell/system/UsersCard.h"
#include "app/ui/shell/system/WatchedDirectoryCard.h"
#include "app/ui/widgets/FoldingColumns.h"

namespace motcua::ui {

SystemPlace::SystemPlace(counter::Counter& counter, const ShellServices& services, QWidget* parent) : PlacePage(parent) {
    setMaximumBodyWidth(1180);
    auto* look = new LookCard(services, this);
    const std::pair<QWidget*, QWidget*> rows[] = {{look, new StationPanel(counter, this)},
        {new DevicesCard(counter, services.preferences, this), new UsersCard(services.session, this)},
        {new PasswordCard(services.session, this), new WatchedDirectoryCard(counter.inbox(), this)}};
    for (const auto& [left, right] : rows) {
        auto* columns = new FoldingColumns;
        columns->addWidget(left, 1);
        columns->addWidget(right, 1);
        body()->addLayout(columns);
    }
    m_first = look;
}

void SystemPlace::activate() {
    m_first->setFocus();
}

void SystemPlace::retranslate() {
    setTitle(tr("System"));
    setSubtitle(tr("This station, its users and its machines."));
}

}
