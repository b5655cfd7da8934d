#include "app/ui/shell/TopBar.h"

#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/IconLabel.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace motcua::ui {

namespace {

QVBoxLayout* stacked(QWidget* first, QWidget* second) {
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(first);
    column->addWidget(second);
    return column;
}

}

TopBar::TopBar(QWidget* parent)
    : QFrame(parent), m_unit(new TextLabel(TextRole::Strong, this)), m_station(new TextLabel(TextRole::Caption, this)),
      m_search(new QPushButton(this)), m_user(new TextLabel(TextRole::Strong, this)),
      m_roles(new TextLabel(TextRole::Caption, this)), m_keys(new QToolButton(this)), m_lock(new QToolButton(this)) {
    setObjectName(QStringLiteral("topBar"));
    const Metrics& metrics = theme().metrics();
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(metrics.space(6), metrics.space(2), metrics.space(4), metrics.space(2));
    line->setSpacing(metrics.space(3));
    line->addLayout(stacked(m_unit, m_station));
    line->addStretch(1);
    m_search->setObjectName(QStringLiteral("searchButton"));
    m_search->setIcon(Theme::icon(QStringLiteral("search"), Token::TextMuted));
    m_search->setMinimumWidth(metrics.px(300));
    m_search->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    line->addWidget(m_search, 2);
    line->addStretch(1);
    line->addWidget(new IconLabel(QStringLiteral("user-round"), Token::AccentText, 22, this));
    line->addLayout(stacked(m_user, m_roles));
    m_keys->setIcon(Theme::icon(QStringLiteral("keyboard"), Token::TextMuted));
    m_keys->setShortcut(QKeySequence(Qt::Key_F1));
    m_lock->setIcon(Theme::icon(QStringLiteral("lock"), Token::TextMuted));
    m_lock->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    line->addWidget(m_keys);
    line->addWidget(m_lock);
    connect(m_search, &QPushButton::clicked, this, &TopBar::searchRequested);
    connect(m_keys, &QToolButton::clicked, this, &TopBar::keyMapRequested);
    connect(m_lock, &QToolButton::clicked, this, &TopBar::lockRequested);
    retranslate();
}

void TopBar::setStation(const QString& unit, const QString& station) {
    m_unit->setText(unit);
    m_station->setText(station);
}

void TopBar::setUser(const domain::Account& account) {
    m_account = account;
    m_user->setText(account.name);
    m_roles->setText(words::roles(account.roles));
}

void TopBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void TopBar::retranslate() {
    const QKeySequence searchKey(Qt::CTRL | Qt::Key_K);
    m_search->setText(QStringLiteral("  ") + tr("Find a dossier, name, card or phone number…") + QStringLiteral("   ") + searchKey.toString(QKeySequence::NativeText));
    m_search->setShortcut(searchKey);
    m_search->setAccessibleName(tr("Search"));
    m_keys->setToolTip(tr("Key map (F1)"));
    m_keys->setAccessibleName(tr("Key map"));
    m_lock->setToolTip(tr("Lock or switch user (Ctrl+L)"));
    m_lock->setAccessibleName(tr("Lock or switch user"));
    m_roles->setText(words::roles(m_account.roles));
}

}
