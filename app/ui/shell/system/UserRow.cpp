#include "app/ui/shell/system/UserRow.h"

#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/TextLabel.h"

#include <QHBoxLayout>

namespace motcua::ui {

UserRow::UserRow(const QString& login, const domain::Account* account, bool mayTend, QWidget* parent) : QWidget(parent), m_login(login) {
    const Metrics& metrics = theme().metrics();
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->setSpacing(metrics.space(2));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* name = new TextLabel(TextRole::Strong, account ? account->name : login, this);
    const QString about = !account           ? tr("no account of the unit any more")
                          : !account->active ? tr("closed by the province")
                                             : words::roles(account->roles);
    auto* detail = new TextLabel(TextRole::Muted, QStringLiteral("%1 · %2").arg(login, about), this);
    words->addWidget(name);
    words->addWidget(detail);
    line->addLayout(words, 1);
    if (!mayTend)
        return;
    m_reset = new ActionButton(ButtonKind::Quiet, QStringLiteral("key-round"), QKeySequence(), this);
    m_remove = new ActionButton(ButtonKind::Quiet, QStringLiteral("trash-2"), QKeySequence(), this);
    m_reset->setLabel(tr("Reset password"));
    m_remove->setLabel(tr("Take away"));
    m_reset->setAccessibleName(tr("Reset the password of %1").arg(login));
    m_remove->setAccessibleName(tr("Take %1 away from this station").arg(login));
    line->addWidget(m_reset);
    line->addWidget(m_remove);
    connect(m_reset, &QPushButton::clicked, this, [this] { emit resetRequested(m_login); });
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removalRequested(m_login); });
}

QWidget* UserRow::tabAfter(QWidget* before) const {
    if (!m_reset)
        return before;
    QWidget::setTabOrder(before, m_reset);
    QWidget::setTabOrder(m_reset, m_remove);
    return m_remove;
}

}
