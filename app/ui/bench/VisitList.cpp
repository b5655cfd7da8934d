#include "app/ui/bench/VisitList.h"

#include "app/base/Clock.h"
#include "app/counter/Desk.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/KeyRest.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QKeyEvent>
#include <QListWidget>

namespace motcua::ui {

VisitList::VisitList(const counter::Desk& desk, QWidget* parent)
    : Card(parent), m_desk(desk), m_list(new QListWidget(this)), m_keys(new TextLabel(TextRole::Muted, this)) {
    m_list->setObjectName(QStringLiteral("unfinishedVisits"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setWordWrap(true);
    m_list->installEventFilter(this);
    m_keys->setWordWrap(true);
    body()->setSpacing(theme().metrics().space(2));
    body()->addWidget(m_list, 1);
    body()->addWidget(m_keys);
    connect(m_list, &QListWidget::itemClicked, this, &VisitList::choose);
    retranslate();
    hide();
}

void VisitList::open(const std::vector<counter::UnfinishedVisit>& visits) {
    m_visits = visits;
    fill();
    show();
    m_list->setFocus(Qt::ShortcutFocusReason);
}

QString VisitList::lineOf(const counter::UnfinishedVisit& visit) const {
    const QString who = visit.who.isEmpty() ? tr("nobody named yet") : visit.who;
    const QDateTime changed = base::toVietnamTime(visit.changed);
    const QString when =
        changed.date() == m_desk.today() ? changed.time().toString(QStringLiteral("HH:mm")) : changed.toString(QStringLiteral("dd/MM HH:mm"));
    const QString state = visit.isAsked ? tr("waits for papers (form 02) · %1").arg(when) : when;
    return QStringLiteral("%1\n%2\n%3").arg(who, QStringList(visit.papers.begin(), visit.papers.end()).join(QStringLiteral(", ")), state);
}

void VisitList::fill() {
    m_list->clear();
    m_list->addItem(tr("A new visit"));
    for (const counter::UnfinishedVisit& visit : m_visits) {
        auto* item = new QListWidgetItem(lineOf(visit), m_list);
        item->setToolTip(item->text());
    }
    m_list->setCurrentRow(m_visits.empty() ? 0 : 1);
}

void VisitList::choose() {
    const int row = m_list->currentRow();
    if (row < 0 || row > static_cast<int>(m_visits.size()))
        return;
    hide();
    emit chosen(row == 0 ? domain::DraftId() : m_visits[static_cast<size_t>(row) - 1].id);
}

bool VisitList::eventFilter(QObject* watched, QEvent* event) {
    const auto* key = watched == m_list && event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event) : nullptr;
    if (!key)
        return Card::eventFilter(watched, event);
    if (key->key() == Qt::Key_Escape) {
        hide();
        emit left();
        return true;
    }
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
        return Card::eventFilter(watched, event);
    if (!key->isAutoRepeat() && KeyRest::instance().mayDo(QKeySequence(key->keyCombination())))
        choose();
    return true;
}

void VisitList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void VisitList::retranslate() {
    setHeading(tr("Unfinished visits"));
    m_list->setAccessibleName(tr("Unfinished visits"));
    m_keys->setText(tr("Enter takes it up · Esc leaves"));
    fill();
}

}
