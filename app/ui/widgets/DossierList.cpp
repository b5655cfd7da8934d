#include "app/ui/widgets/DossierList.h"

#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/Badge.h"
#include "app/ui/widgets/DossierDelegate.h"
#include "app/ui/widgets/EmptyState.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTableView>

namespace motcua::ui {

namespace {

// Unscaled: a dossier code; applicant and procedure together.
constexpr int leastCode = 160;
constexpr int leastPair = 220;

}

DossierList::DossierList(const domain::Calendar* calendar, std::function<QDateTime()> now, QWidget* parent)
    : QStackedWidget(parent), m_model(new DossierModel(calendar, std::move(now), this)), m_view(new QTableView(this)),
      m_empty(new EmptyState(QStringLiteral("inbox"), this)) {
    m_view->setModel(m_model);
    m_view->setItemDelegate(new DossierDelegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(theme().metrics().px(52));
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_view->horizontalHeader()->setStretchLastSection(false);
    m_view->setAccessibleName(tr("Dossiers"));
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    m_view->setMouseTracking(true);
    addWidget(m_view);
    addWidget(m_empty);
    setCurrentWidget(m_empty);
    setFocusProxy(m_view);
    connect(m_view, &QTableView::doubleClicked, this, [this] { emit opened(current()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DossierList::announceCurrent);
    connect(m_model, &DossierModel::checkedChanged, this, &DossierList::checkedChanged);
}

void DossierList::setRows(std::vector<domain::ports::DossierRow> rows) {
    const domain::DossierId before = current();
    const int oldRow = m_view->currentIndex().row();
    const bool onHeading = oldRow >= 0 && !m_model->rowAt(oldRow);
    m_refreshing = true;
    m_model->setRows(std::move(rows));
    const int count = m_model->rowCount();
    setCurrentWidget(count == 0 ? static_cast<QWidget*>(m_empty) : m_view);
    int row = before.isNull() ? -1 : m_model->lineOf(before);
    if (row < 0 && !m_unpicked)
        row = qBound(0, oldRow, count - 1);
    // A visit's heading is gone to by hand alone.
    if (row >= 0 && row < count && !m_model->rowAt(row) && !onHeading)
        ++row;
    if (row >= 0)
        m_view->setCurrentIndex(m_model->index(row, 0));
    m_refreshing = false;
    if (current() != before)
        emit currentChanged(current());
}

domain::DossierId DossierList::current() const {
    const domain::ports::DossierRow* row = currentRow();
    return row ? row->id : domain::DossierId();
}

const domain::ports::DossierRow* DossierList::currentRow() const {
    return m_model->rowAt(m_view->currentIndex().row());
}

void DossierList::select(domain::DossierId id) {
    const int row = m_model->lineOf(id);
    if (row >= 0)
        m_view->setCurrentIndex(m_model->index(row, 0));
}

void DossierList::move(int key) {
    m_view->setFocus();
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view, &press);
}

void DossierList::unpick() {
    m_unpicked = true;
    m_view->setCurrentIndex(QModelIndex());
    m_view->clearSelection();
}

void DossierList::setCheckable(bool checkable) {
    m_model->setCheckable(checkable);
}

void DossierList::setCompact(bool compact) {
    m_model->setCompact(compact);
    for (const int column : {DossierModel::Applicant, DossierModel::Procedure, DossierModel::State, DossierModel::Sync})
        m_view->setColumnHidden(column, compact);
    fitColumns();
}

void DossierList::setColumnShown(DossierModel::Column column, bool shown) {
    m_view->setColumnHidden(column, !shown);
    if (column == DossierModel::Due)
        m_withDue = shown;
    fitColumns();
}

void DossierList::announceCurrent() {
    m_unpicked = m_unpicked && !m_view->currentIndex().isValid();
    if (!m_refreshing)
        emit currentChanged(current());
}

/// Room for the longest state, whichever rows are shown: columns do not jump from search to search.
int DossierList::stateWidth() const {
    using domain::State;
    int widest = Badge::sizeOf(words::returned()).width();
    for (const State state : {State::Registered, State::Accepted, State::Processing, State::SupplementAsked, State::Completed, State::HandedOver,
             State::Refused, State::WithdrawalAsked, State::Stopped})
        widest = qMax(widest, Badge::sizeOf(words::state(state)).width());
    return widest + 2 * theme().metrics().space(2);
}

/// A narrow list goes without it: half of a day says nothing, and there is a line for it below.
int DossierList::dueWidth() const {
    constexpr int wide = 158;
    const Metrics& metrics = theme().metrics();
    return m_withDue && m_view->viewport()->width() >= metrics.px(wide + leastCode) ? metrics.px(wide) : 0;
}

QSize DossierList::minimumSizeHint() const {
    const Metrics& metrics = theme().metrics();
    if (currentWidget() == m_empty)
        return m_empty->minimumSizeHint();
    const int state = m_view->isColumnHidden(DossierModel::State) ? 0 : stateWidth();
    constexpr int lowest = 96;
    return {metrics.px(leastCode) + state + m_view->verticalScrollBar()->sizeHint().width() + metrics.px(4), metrics.px(lowest)};
}

int DossierList::rowHeight() const {
    constexpr int twoLines = 52;
    constexpr int threeLines = 70;
    return theme().metrics().px(m_model->isDueBelow() ? threeLines : twoLines);
}

void DossierList::fitColumns() {
    const Metrics& metrics = theme().metrics();
    if (m_model->isCompact()) {
        const int due = dueWidth();
        m_view->setColumnHidden(DossierModel::Due, due == 0);
        // What the list is sorted by is seen in any case.
        const bool isBelow = m_withDue && due == 0;
        m_model->setDueBelow(isBelow);
        m_view->verticalHeader()->setDefaultSectionSize(rowHeight());
        const int state = m_view->isColumnHidden(DossierModel::State) ? 0 : stateWidth();
        m_view->setColumnWidth(DossierModel::Due, due);
        m_view->setColumnWidth(DossierModel::State, state);
        m_view->setColumnWidth(DossierModel::Code, qMax(m_view->viewport()->width() - due - state, metrics.px(leastCode)));
        return;
    }
    const int fixed[] = {metrics.px(226), 0, 0, stateWidth(), metrics.px(178), metrics.px(130)};
    int rest = m_view->viewport()->width();
    for (int column = 0; column < DossierModel::ColumnCount; ++column)
        if (!m_view->isColumnHidden(column))
            rest -= fixed[column];
    rest = qMax(rest, metrics.px(leastPair));
    for (int column = 0; column < DossierModel::ColumnCount; ++column)
        if (fixed[column])
            m_view->setColumnWidth(column, fixed[column]);
    const bool both = !m_view->isColumnHidden(DossierModel::Applicant) && !m_view->isColumnHidden(DossierModel::Procedure);
    m_view->setColumnWidth(DossierModel::Applicant, both ? rest * 2 / 5 : rest);
    m_view->setColumnWidth(DossierModel::Procedure, both ? rest - rest * 2 / 5 : rest);
}

void DossierList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        m_view->setAccessibleName(tr("Dossiers"));
        m_view->viewport()->update();
        emit m_model->headerDataChanged(Qt::Horizontal, 0, DossierModel::ColumnCount - 1);
    }
    if (event->type() == QEvent::StyleChange) {
        m_view->verticalHeader()->setDefaultSectionSize(rowHeight());
        fitColumns();
    }
    QStackedWidget::changeEvent(event);
}

bool DossierList::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    if (watched != m_view || event->type() != QEvent::KeyPress)
        return QStackedWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() == Qt::NoModifier && !current().isNull()) {
        emit opened(current());
        return true;
    }
    // A row is one thing: its first and last column are nowhere to go.
    if ((key->key() == Qt::Key_Home || key->key() == Qt::Key_End) && key->modifiers() == Qt::NoModifier && m_model->rowCount() > 0) {
        m_view->setCurrentIndex(m_model->index(key->key() == Qt::Key_Home ? 0 : m_model->rowCount() - 1, 0));
        return true;
    }
    if (key->key() == Qt::Key_Space && m_view->currentIndex().isValid()) {
        const QModelIndex first = m_model->index(m_view->currentIndex().row(), 0);
        const QVariant checked = first.data(Qt::CheckStateRole);
        if (checked.isValid())
            m_model->setData(first, checked.toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        return checked.isValid();
    }
    return QStackedWidget::eventFilter(watched, event);
}

}
