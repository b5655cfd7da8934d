#include "app/ui/shell/system/SystemPlace.h"

#include "app/ui/shell/system/AuthorityCard.h"
#include "app/ui/shell/system/CareCard.h"
#include "app/ui/shell/system/DevicesCard.h"
#include "app/ui/shell/system/LookCard.h"
#include "app/ui/shell/system/PasswordCard.h"
#include "app/ui/shell/system/PersonListCard.h"
#include "app/ui/shell/system/SecurityCard.h"
#include "app/ui/shell/system/SignatureCard.h"
#include "app/ui/shell/system/StationPanel.h"
#include "app/ui/shell/system/UsersCard.h"
#include "app/ui/shell/system/WatchedDirectoryCard.h"
#include "app/ui/style/Theme.h"
#include "app/ui/widgets/FoldingColumns.h"
#include "app/ui/widgets/ScrollColumn.h"
#include "app/ui/widgets/TabAsRead.h"

#include <QHBoxLayout>
#include <QKeySequence>

namespace motcua::ui {

SystemPlace::SystemPlace(counter::Counter& counter, const ShellServices& services, QWidget* parent)
    : PlacePage(parent), m_counter(counter), m_look(new LookCard(services, this)), m_devices(new DevicesCard(counter, services.preferences, this)),
      m_users(new UsersCard(counter, services.session, this)), m_password(new PasswordCard(services.session, this)),
      m_signature(new SignatureCard(counter, services.session, this)), m_authority(new AuthorityCard(counter, this)),
      m_people(new PersonListCard(counter, this)), m_watched(new WatchedDirectoryCard(counter.inbox(), this)),
      m_care(new CareCard(services.session, this)), m_security(new SecurityCard(counter, services.session, this)),
      m_seated(counter.desk().account().id) {
    constexpr int widest = 1180;
    const Metrics& metrics = theme().metrics();
    auto* canvas = new QWidget(this);
    auto* outer = new QHBoxLayout(canvas);
    outer->setContentsMargins(0, 0, metrics.space(2), metrics.space(2));
    auto* content = new QWidget(canvas);
    content->setMaximumWidth(metrics.px(widest));
    outer->addWidget(content);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(metrics.space(4));
    const std::pair<QWidget*, QWidget*> rows[] = {{m_look, new StationPanel(counter, this)}, {m_devices, m_users}, {m_password, m_watched}};
    for (const auto& [left, right] : rows) {
        auto* columns = new FoldingColumns;
        columns->addWidget(left, 1);
        columns->addWidget(right, 1);
        column->addLayout(columns);
    }
    column->addWidget(m_signature);
    column->addWidget(m_authority);
    column->addWidget(m_people);
    column->addWidget(m_care);
    column->addWidget(m_security);
    column->addStretch();
    const std::pair<Card*, Qt::Key> keys[] = {{m_look, Qt::Key_F2}, {m_devices, Qt::Key_F3}, {m_users, Qt::Key_F4}, {m_password, Qt::Key_F5},
        {m_watched, Qt::Key_F6}, {m_signature, Qt::Key_F9}, {m_people, Qt::Key_F12}, {m_security, Qt::Key_F11}};
    for (const auto& [card, key] : keys)
        card->setKey(QKeySequence(key));
    m_scroll = new ScrollColumn(canvas, this);
    body()->addWidget(m_scroll, 1);
    tabAsRead(*this);
    connect(m_users, &UsersCard::rowsMade, this, [this] { tabAsRead(*this); });
    connect(&services.session, &counter::SessionControl::unlocked, this, &SystemPlace::forgetTheOther);
}

void SystemPlace::activate() {
    m_users->refresh();
    m_devices->search();
    m_security->refresh();
    m_authority->refresh();
    m_people->refresh();
    // Keys scroll, and neither choose nor type.
    m_scroll->setFocus();
}

void SystemPlace::deactivate() {
    m_users->settle();
}

void SystemPlace::undo() {
    m_users->undoRemoval();
}

void SystemPlace::forgetTheOther() {
    if (m_counter.desk().account().id == m_seated)
        return;
    m_seated = m_counter.desk().account().id;
    m_devices->forget();
    m_users->forget();
    m_password->forget();
    m_signature->forget();
    m_authority->refresh();
    m_people->forget();
    m_watched->forget();
    m_care->forget();
    m_security->forget();
}

void SystemPlace::retranslate() {
    setTitle(tr("System"));
    m_scroll->setAccessibleName(tr("System"));
    setSubtitle(tr("This station, its users and its machines."));
}

}
