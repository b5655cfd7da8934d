#include "app/ui/shell/TopBar.h"

#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/IconLabel.h"
#include "app/ui/widgets/KeyHint.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
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
      m_search(new QPushButton(this)), m_searchWords(new TextLabel(TextRole::Muted, m_search)), m_user(new TextLabel(TextRole::Strong, this)),
      m_roles(new TextLabel(TextRole::Caption, this)), m_keys(new QToolButton(this)), m_lock(new QToolButton(this)),
      m_searchKey(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), m_search)), m_undoKey(new QShortcut(QKeySequence(QKeySequence::Undo), this)),
      m_lockKey(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_L), this)), m_mapKey(new QShortcut(QKeySequence(Qt::Key_F1), this)) {
    setObjectName(QStringLiteral("topBar"));
    const Metrics& metrics = theme().metrics();
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(metrics.space(6), metrics.space(2), metrics.space(4), metrics.space(2));
    line->setSpacing(metrics.space(3));
    line->addLayout(stacked(m_unit, m_station), 4);
    for (TextLabel* label : {m_unit, m_station, m_roles})
        label->setElided(true);
    m_search->setObjectName(QStringLiteral("searchButton"));
    m_search->setMinimumWidth(metrics.px(190));
    auto* inside = new QHBoxLayout(m_search);
    inside->setContentsMargins(metrics.space(3), 0, metrics.space(2), 0);
    inside->setSpacing(metrics.space(2));
    inside->addWidget(new IconLabel(QStringLiteral("search"), Token::TextMuted, 18, m_search));
    m_searchWords->setElided(true);
    inside->addWidget(m_searchWords, 1);
    inside->addWidget(new KeyHint(QStringLiteral("Ctrl+K"), m_search));
    for (QWidget* part : m_search->findChildren<QWidget*>())
        part->setAttribute(Qt::WA_TransparentForMouseEvents);
    line->addWidget(m_search, 3);
    line->addStretch(1);
    line->addWidget(new IconLabel(QStringLiteral("user-round"), Token::AccentText, 22, this));
    line->addLayout(stacked(m_user, m_roles));
    m_keys->setIcon(Theme::icon(QStringLiteral("keyboard"), Token::TextMuted));
    m_lock->setIcon(Theme::icon(QStringLiteral("lock"), Token::TextMuted));
    line->addWidget(m_keys);
    line->addWidget(m_lock);
    connect(m_search, &QPushButton::clicked, this, &TopBar::searchRequested);
    connect(m_keys, &QToolButton::clicked, this, &TopBar::keyMapRequested);
    connect(m_lock, &QToolButton::clicked, this, &TopBar::lockRequested);
    connect(m_searchKey, &QShortcut::activated, this, &TopBar::searchRequested);
    connect(m_undoKey, &QShortcut::activated, this, &TopBar::undoRequested);
    connect(m_lockKey, &QShortcut::activated, this, &TopBar::lockRequested);
    connect(m_mapKey, &QShortcut::activated, this, &TopBar::keyMapRequested);
    m_undoKey->setAutoRepeat(false);
    retranslate();
}

void TopBar::setStation(const QString& unit, const QString& station) {
    m_unit->setText(unit);
    m_station->setText(station);
}

void TopBar::setSearchable(bool searchable) {
    // Its key goes with it.
    m_search->setVisible(searchable);
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
    m_searchKey->setWhatsThis(tr("Find a dossier"));
    m_undoKey->setWhatsThis(tr("Take back what was done last"));
    m_lockKey->setWhatsThis(tr("Lock or switch user"));
    m_mapKey->setWhatsThis(tr("This key map"));
    m_searchWords->setText(tr("Find a dossier, name, number…"));
    m_search->setAccessibleName(tr("Search"));
    m_keys->setToolTip(tr("Key map (F1)"));
    m_keys->setAccessibleName(tr("Key map"));
    m_lock->setToolTip(tr("Lock or switch user (Ctrl+L)"));
    m_lock->setAccessibleName(tr("Lock or switch user"));
    m_roles->setText(words::roles(m_account.roles));
}

}
