#include "app/ui/bench/BanList.h"

#include "app/ui/intake/SlipPanel.h"
#include "app/ui/style/Theme.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/FlowLayout.h"
#include "app/ui/widgets/KeyRest.h"
#include "app/ui/widgets/TextLabel.h"
#include "app/ui/widgets/WrappedRows.h"

#include <QEvent>
#include <QKeyEvent>
#include <QListWidget>

namespace motcua::ui {

BanList::BanList(QWidget* parent)
    : Card(parent), m_list(new QListWidget(this)), m_rows(new WrappedRows(m_list)), m_hint(new TextLabel(TextRole::Caption)),
      m_refuse(new ActionButton(ButtonKind::Primary, QStringLiteral("printer"), QKeySequence(), this)),
      m_instead(new ActionButton(ButtonKind::Secondary, QString(), QKeySequence(), this)),
      m_leave(new ActionButton(ButtonKind::Quiet, QString(), QKeySequence(), this)) {
    m_list->setObjectName(QStringLiteral("bans"));
    m_list->installEventFilter(this);
    m_hint->setWordWrap(true);
    body()->addWidget(m_hint);
    body()->addWidget(m_list);
    auto* buttons = new FlowLayout(Qt::AlignLeft);
    buttons->setSpacing(theme().metrics().space(2));
    for (ActionButton* button : {m_refuse, m_instead, m_leave})
        buttons->addWidget(button);
    body()->addLayout(buttons);
    connect(m_list, &QListWidget::itemChanged, this, &BanList::showActs);
    connect(m_list, &QListWidget::currentRowChanged, this, &BanList::showActs);
    connect(m_refuse, &QPushButton::clicked, this, &BanList::refuse);
    connect(m_instead, &QPushButton::clicked, this, &BanList::takeAs);
    connect(m_leave, &QPushButton::clicked, this, &BanList::leave);
    retranslate();
    hide();
}

void BanList::open(const std::vector<domain::JobBan>& bans, const std::vector<bool>& holding) {
    m_bans = bans;
    m_list->clear();
    for (size_t i = 0; i < bans.size(); ++i) {
        auto* item = new QListWidgetItem(QStringLiteral("%1   %2  (%3)").arg(bans[i].key.toUpper(), bans[i].words, bans[i].group), m_list);
        item->setCheckState(i < holding.size() && holding[i] ? Qt::Checked : Qt::Unchecked);
        item->setToolTip(bans[i].article);
    }
    m_list->setCurrentRow(bans.empty() ? -1 : 0);
    show();
    m_rows->fit();
    showActs();
    begin();
    emit openChanged();
}

void BanList::begin() {
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void BanList::shut() {
    if (!isOpen())
        return;
    hide();
    emit openChanged();
}

QString BanList::instead() const {
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->checkState() == Qt::Checked && !m_bans[static_cast<size_t>(row)].instead.isEmpty())
            return m_bans[static_cast<size_t>(row)].instead;
    const int row = m_list->currentRow();
    return row >= 0 ? m_bans[static_cast<size_t>(row)].instead : QString();
}

void BanList::showActs() {
    bool isTicked = false;
    for (int row = 0; row < m_list->count(); ++row)
        isTicked = isTicked || m_list->item(row)->checkState() == Qt::Checked;
    m_refuse->setEnabled(isTicked);
    m_instead->setVisible(!instead().isEmpty());
}

void BanList::tick(int row) {
    QListWidgetItem* item = m_list->item(row);
    m_list->setCurrentRow(row);
    item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
}

void BanList::refuse() {
    QStringList reasons;
    QStringList articles;
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->checkState() == Qt::Checked) {
            const domain::JobBan& ban = m_bans[static_cast<size_t>(row)];
            reasons << ban.words;
            if (!articles.contains(ban.article))
                articles << ban.article;
        }
    if (reasons.isEmpty())
        return;
    shut();
    emit refused(reasons.join(QLatin1Char('\n')), citedArticles(articles));
}

void BanList::takeAs() {
    const QString kind = instead();
    if (kind.isEmpty())
        return;
    shut();
    emit takenAs(kind);
}

void BanList::leave() {
    shut();
    emit left();
}

bool BanList::takeKey(int key, Qt::KeyboardModifiers modifiers, const QString& text) {
    if (modifiers == Qt::ControlModifier && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        refuse();
        return true;
    }
    if (modifiers == Qt::ControlModifier && key == Qt::Key_D) {
        takeAs();
        return true;
    }
    if (key == Qt::Key_Escape) {
        leave();
        return true;
    }
    if (modifiers & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    for (size_t i = 0; i < m_bans.size(); ++i)
        if (!text.isEmpty() && m_bans[i].key.compare(text, Qt::CaseInsensitive) == 0) {
            tick(static_cast<int>(i));
            return true;
        }
    return false;
}

bool BanList::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool ends = key->modifiers().testFlag(Qt::ControlModifier);
        if (ends && (key->isAutoRepeat() || !KeyRest::instance().mayDo(QKeySequence(key->keyCombination()))))
            return true;
        if (takeKey(key->key(), key->modifiers() & ~Qt::KeypadModifier, key->text()))
            return true;
    }
    return Card::eventFilter(watched, event);
}

void BanList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void BanList::retranslate() {
    setHeading(tr("Must not be certified"));
    m_hint->setText(tr("The key in front of a line ticks it; form 03 says its words."));
    m_list->setAccessibleName(tr("Must not be certified"));
    m_refuse->setLabel(tr("Print form 03") + QStringLiteral("  ·  Ctrl+Enter"));
    m_instead->setLabel(tr("Take as the other kind") + QStringLiteral("  ·  Ctrl+D"));
    m_leave->setLabel(tr("Back") + QStringLiteral("  ·  Esc"));
}

}
