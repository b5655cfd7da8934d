#include "app/ui/shell/system/SystemPlace.h"

#include "app/ui/shell/system/DevicesCard.h"
#include "app/ui/shell/system/LookCard.h"
#include "app/ui/shell/system/PasswordCard.h"
#include "app/ui/shell/system/StationCard.h"
#include "app/ui/shell/system/UsersCard.h"
#include "app/ui/shell/system/WatchedFolderCard.h"
#include "app/ui/style/Theme.h"

#include <QGridLayout>

namespace motcua::ui {

SystemPlace::SystemPlace(counter::Counter& counter, const ShellServices& services, QWidget* parent) : PlacePage(parent) {
    makeScrolling(1180);
    auto* grid = new QGridLayout;
    grid->setSpacing(theme().metrics().space(4));
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    auto* look = new LookCard(services, this);
    grid->addWidget(look, 0, 0);
    grid->addWidget(new StationCard(counter, this), 0, 1);
    grid->addWidget(new DevicesCard(counter, services.preferences, this), 1, 0);
    grid->addWidget(new UsersCard(services.session, this), 1, 1);
    grid->addWidget(new PasswordCard(services.session, this), 2, 0);
    grid->addWidget(new WatchedFolderCard(counter.inbox(), this), 2, 1);
    body()->addLayout(grid);
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
