#include "app/ui/dossiers/DossierFilterBar.h"

#include "app/base/Clock.h"
#include "app/counter/Returned.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/TextEdit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>

namespace motcua::ui {

namespace {

constexpr int mostRows = 1000;
constexpr int everyState = 0;
constexpr int returned = -1; ///< no state of its own: Accepted again, with a reason
constexpr domain::State states[] = {domain::State::Registered, domain::State::Accepted, domain::State::Processing, domain::State::SupplementAsked,
    domain::State::Completed, domain::State::HandedOver, domain::State::Refused, domain::State::WithdrawalAsked, domain::State::Stopped};

}

DossierFilterBar::DossierFilterBar(const counter::Desk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_search(new TextEdit(this)), m_state(new QComboBox(this)), m_today(new QCheckBox(this)),
      m_mine(new QCheckBox(this)), m_unsent(new QCheckBox(this)) {
    m_search->setObjectName(QStringLiteral("dossierSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_state->addItem(QString(), everyState);
    m_state->addItem(QString(), returned);
    for (const domain::State state : states)
        m_state->addItem(QString(), static_cast<int>(state));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->setSpacing(theme().metrics().space(3));
    line->addWidget(m_search, 1);
    line->addWidget(m_state);
    line->addWidget(m_today);
    line->addWidget(m_mine);
    line->addWidget(m_unsent);
    connect(m_search, &QLineEdit::textChanged, this, &DossierFilterBar::changed);
    connect(m_state, &QComboBox::activated, this, &DossierFilterBar::changed);
    for (QCheckBox* box : {m_today, m_mine, m_unsent})
        connect(box, &QCheckBox::toggled, this, &DossierFilterBar::changed);
    retranslate();
}

QString DossierFilterBar::text() const {
    return m_search->value();
}

domain::ports::DossierFilter DossierFilterBar::filter() const {
    domain::ports::DossierFilter filter;
    if (const int state = m_state->currentData().toInt(); state == returned)
        filter.states = {domain::State::Accepted};
    else if (state != everyState)
        filter.states = {static_cast<domain::State>(state)};
    if (m_today->isChecked())
        filter.receivedOn = m_desk.today();
    if (m_mine->isChecked())
        filter.receivedBy = m_desk.account().id;
    filter.limit = mostRows;
    return filter;
}

bool DossierFilterBar::lets(const domain::ports::DossierRow& row) const {
    const int state = m_state->currentData().toInt();
    const bool fits = state == everyState || (state == returned ? counter::isReturned(row) : static_cast<int>(row.state) == state);
    return fits && (!m_unsent->isChecked() || row.unsent) && (!m_mine->isChecked() || row.receivedBy == m_desk.account().id) &&
           (!m_today->isChecked() || base::toVietnamTime(row.received).date() == m_desk.today());
}

bool DossierFilterBar::isEmpty() const {
    return text().isEmpty() && m_state->currentIndex() <= 0 && !m_today->isChecked() && !m_mine->isChecked() && !m_unsent->isChecked();
}

void DossierFilterBar::clear() {
    const QSignalBlocker quiet(this);
    m_search->setValue(QString());
    m_state->setCurrentIndex(0);
    for (QCheckBox* box : {m_today, m_mine, m_unsent})
        box->setChecked(false);
}

void DossierFilterBar::beginSearch() {
    m_search->setFocus();
    m_search->selectAll();
}

bool DossierFilterBar::takeTyped(QKeyEvent* key) {
    constexpr auto commands = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    const QString text = key->text();
    if ((key->modifiers() & commands) || text.isEmpty() || !text.front().isPrint() || text.front().isSpace())
        return false;
    beginSearch();
    QCoreApplication::sendEvent(m_search, key);
    return true;
}

bool DossierFilterBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
            emit entered();
            return true;
        }
        // Where there is nothing to move in, the list is meant.
        const bool moves =
            key == Qt::Key_PageUp || key == Qt::Key_PageDown || (m_search->text().isEmpty() && (key == Qt::Key_Home || key == Qt::Key_End));
        if (moves) {
            emit movedInList(key);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void DossierFilterBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DossierFilterBar::retranslate() {
    m_search->setHint(
        QStringLiteral("F3   ") + tr("Name, card number, dossier code, phone, document"), QStringLiteral("F3   ") + tr("Name, number, code"));
    m_search->setAccessibleName(tr("Search the dossiers"));
    m_state->setAccessibleName(tr("State"));
    m_state->setItemText(0, tr("Every state"));
    m_state->setItemText(1, words::returned());
    for (int i = 2; i < m_state->count(); ++i)
        m_state->setItemText(i, words::state(static_cast<domain::State>(m_state->itemData(i).toInt())));
    m_today->setText(tr("Today"));
    m_mine->setText(tr("Mine"));
    m_unsent->setText(tr("Not sent yet"));
}

}
