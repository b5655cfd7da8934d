#include "app/ui/shell/system/UserRow.h"

#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/FoldingColumns.h"
#include "app/ui/widgets/TextLabel.h"

#include <QHBoxLayout>

namespace motcua::ui {

UserRow::UserRow(const QString& login, const domain::Account* account, bool mayTend, QWidget* parent) : QWidget(parent), m_login(login) {
    const Metrics& metrics = theme().metrics();
    auto* line = new FoldingColumns;
    setLayout(line);
    auto* said = new QWidget(this);
    auto* words = new QVBoxLayout(said);
    words->setContentsMargins({});
    words->setSpacing(0);
    line->addWidget(said, 1);
    auto* name = new TextLabel(TextRole::Strong, account ? account->name : login, this);
    const QString about = !account           ? tr("no account of the unit any more")
                          : !account->active ? tr("closed by the province")
                                             : words::roles(account->roles);
    auto* detail = new TextLabel(TextRole::Muted, QStringLiteral("%1 · %2").arg(login, about), this);
    name->setWordWrap(true);
    detail->setWordWrap(true);
    words->addWidget(name);
    words->addWidget(detail);
    if (!mayTend)
        return;
    auto* reset = new ActionButton(ButtonKind::Quiet, QStringLiteral("key-round"), QKeySequence(), this);
    auto* remove = new ActionButton(ButtonKind::Quiet, QStringLiteral("trash-2"), QKeySequence(), this);
    reset->setLabel(tr("Reset password"));
    remove->setLabel(tr("Take away"));
    reset->setAccessibleName(tr("Reset the password of %1").arg(login));
    remove->setAccessibleName(tr("Take %1 away from this station").arg(login));
    auto* acts = new QWidget(this);
    auto* buttons = new QHBoxLayout(acts);
    buttons->setContentsMargins({});
    buttons->setSpacing(metrics.space(1));
    buttons->addWidget(reset);
    buttons->addWidget(remove);
    buttons->addStretch();
    line->addWidget(acts);
    connect(reset, &QPushButton::clicked, this, [this] { emit resetRequested(m_login); });
    connect(remove, &QPushButton::clicked, this, [this] { emit removalRequested(m_login); });
}

}
