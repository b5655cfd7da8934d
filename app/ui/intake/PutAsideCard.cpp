#include "app/ui/intake/PutAsideCard.h"

#include "app/ui/style/Theme.h"
#include "app/ui/text/UnfinishedWords.h"
#include "app/ui/widgets/KeyRest.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QKeyEvent>
#include <QListWidget>

namespace motcua::ui {

namespace {

constexpr int shownRows = 5;
constexpr int idRole = Qt::UserRole;
constexpr int ownRole = Qt::UserRole + 1;

/// Each press means another row: one that bounces, or is held down, would go on to the next.
bool mayAct(const QKeyEvent& key) {
    return !key.isAutoRepeat() && KeyRest::instance().mayDo(QKeySequence(key.keyCombination()));
}

domain::DraftId idOf(const QListWidgetItem* item) {
    return item ? domain::DraftId(item->data(idRole).toUuid()) : domain::DraftId();
}

}

PutAsideCard::PutAsideCard(counter::PutAside& putAside, QWidget* parent)
    : Card(parent), m_putAside(putAside), m_list(new QListWidget(this)), m_undo(new TextLabel(TextRole::Muted, this)) {
    setFlush(false);
    m_list->setObjectName(QStringLiteral("putAside"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    m_undo->setWordWrap(true);
    body()->addWidget(m_list);
    body()->addWidget(m_undo);
    connect(m_list, &QListWidget::itemClicked, this, &PutAsideCard::choose);
    connect(&putAside, &counter::PutAside::changed, this, [this] {
        if (!isHidden())
            refresh();
    });
    retranslate();
    hide();
}

int PutAsideCard::count() const {
    const auto all = m_putAside.list();
    return all ? static_cast<int>(all->size()) : 0;
}

void PutAsideCard::open() {
    show();
    refresh();
    m_list->setCurrentRow(0);
    m_list->setFocus(Qt::OtherFocusReason);
}

void PutAsideCard::refresh() {
    const auto all = m_putAside.list();
    const int row = m_list->currentRow();
    m_list->clear();
    if (all)
        for (const counter::UnfinishedIntake& each : *all) {
            auto* item = new QListWidgetItem(unfinished::line(each, m_putAside.now()), m_list);
            item->setData(idRole, each.id.value());
            item->setData(ownRole, each.owner.isEmpty());
            item->setToolTip(item->text());
        }
    m_list->setCurrentRow(qBound(0, row, m_list->count() - 1));
    const int rowHeight = m_list->count() > 0 ? m_list->sizeHintForRow(0) : theme().metrics().rowHeight();
    m_list->setFixedHeight(rowHeight * qBound(1, m_list->count(), shownRows) + 2 * m_list->frameWidth());
    m_undo->setText(m_putAside.canTakeBack() ? tr("Discarded. Ctrl+Z brings it back within 10 seconds.")
                    : m_list->count() == 0   ? tr("No unfinished intake is left. Esc leaves.")
                                             : tr("Enter takes it up again · Delete discards one of your own · Esc leaves"));
}

void PutAsideCard::choose() {
    const domain::DraftId id = idOf(m_list->currentItem());
    if (id.isNull())
        return;
    hide();
    emit chosen(id);
}

void PutAsideCard::discard() {
    // A colleague's work is theirs to throw away.
    if (const QListWidgetItem* item = m_list->currentItem(); item && item->data(ownRole).toBool())
        m_putAside.discard(idOf(item));
}

bool PutAsideCard::eventFilter(QObject* watched, QEvent* event) {
    // Where nothing was discarded the key is the window's: something else may wait.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo)) {
        event->setAccepted(m_putAside.canTakeBack());
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return Card::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->matches(QKeySequence::Undo)) {
        if (mayAct(*key))
            m_putAside.takeBack();
        return true;
    }
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (mayAct(*key))
            choose();
        return true;
    case Qt::Key_Delete:
        if (mayAct(*key))
            discard();
        return true;
    case Qt::Key_Escape:
        hide();
        emit left();
        return true;
    default:
        return Card::eventFilter(watched, event);
    }
}

void PutAsideCard::showEvent(QShowEvent* event) {
    Card::showEvent(event);
    emit shown();
}

void PutAsideCard::hideEvent(QHideEvent* event) {
    Card::hideEvent(event);
    emit shown();
}

void PutAsideCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void PutAsideCard::retranslate() {
    setHeading(tr("Unfinished intakes"));
    setCaption(tr("At this desk"));
    m_list->setAccessibleName(tr("Unfinished intakes"));
    if (!isHidden())
        refresh();
}

}
