#include "app/ui/widgets/FolderTable.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/EmptyState.h"
#include "app/ui/widgets/FolderDelegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>

namespace motcua::ui {

FolderTable::FolderTable(const domain::Calendar* calendar, std::function<QDateTime()> now, QWidget* parent)
    : QStackedWidget(parent), m_model(new FolderModel(calendar, std::move(now), this)), m_view(new QTableView(this)),
      m_empty(new EmptyState(QStringLiteral("inbox"), this)) {
    m_view->setModel(m_model);
    m_view->setItemDelegate(new FolderDelegate(m_view));
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
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FolderTable::announceCurrent);
    connect(m_model, &FolderModel::checkedChanged, this, &FolderTable::checkedChanged);
}

void FolderTable::setRows(std::vector<domain::ports::FolderRow> rows) {
    const domain::DossierId before = current();
    const int oldRow = m_view->currentIndex().row();
    m_refreshing = true;
    m_model->setRows(std::move(rows));
    const int count = m_model->rowCount();
    setCurrentWidget(count == 0 ? static_cast<QWidget*>(m_empty) : m_view);
    int row = before.isNull() ? -1 : m_model->rowOf(before);
    if (row < 0)
        row = qBound(0, oldRow, count - 1);
    if (count > 0)
        m_view->setCurrentIndex(m_model->index(row, 0));
    m_refreshing = false;
    if (current() != before)
        emit currentChanged(current());
}

domain::DossierId FolderTable::current() const {
    const domain::ports::FolderRow* row = currentRow();
    return row ? row->id : domain::DossierId();
}

const domain::ports::FolderRow* FolderTable::currentRow() const {
    const int row = m_view->currentIndex().row();
    return row < 0 || row >= m_model->rowCount() ? nullptr : &m_model->rows()[static_cast<size_t>(row)];
}

void FolderTable::select(domain::DossierId id) {
    const int row = m_model->rowOf(id);
    if (row >= 0)
        m_view->setCurrentIndex(m_model->index(row, 0));
}

void FolderTable::setCheckable(bool checkable) {
    m_model->setCheckable(checkable);
}

void FolderTable::setCompact(bool compact) {
    m_model->setCompact(compact);
    for (const int column : {FolderModel::Applicant, FolderModel::Procedure, FolderModel::State, FolderModel::Sync})
        m_view->setColumnHidden(column, compact);
    fitColumns();
}

void FolderTable::setColumnShown(FolderModel::Column column, bool shown) {
    m_view->setColumnHidden(column, !shown);
    fitColumns();
}

void FolderTable::announceCurrent() {
    if (!m_refreshing)
        emit currentChanged(current());
}

void FolderTable::fitColumns() {
    const Metrics& metrics = theme().metrics();
    if (m_model->isCompact()) {
        const int due = m_view->isColumnHidden(FolderModel::Due) ? 0 : metrics.px(158);
        const int state = m_view->isColumnHidden(FolderModel::State) ? 0 : metrics.px(150);
        m_view->setColumnWidth(FolderModel::Due, due);
        m_view->setColumnWidth(FolderModel::State, state);
        m_view->setColumnWidth(FolderModel::Code, qMax(m_view->viewport()->width() - due - state, metrics.px(170)));
        return;
    }
    const int fixed[] = {metrics.px(226), 0, 0, metrics.px(168), metrics.px(178), metrics.px(130)};
    int rest = m_view->viewport()->width();
    for (int column = 0; column < FolderModel::ColumnCount; ++column)
        if (!m_view->isColumnHidden(column))
            rest -= fixed[column];
    rest = qMax(rest, metrics.px(320));
    for (int column = 0; column < FolderModel::ColumnCount; ++column)
        if (fixed[column])
            m_view->setColumnWidth(column, fixed[column]);
    const bool both = !m_view->isColumnHidden(FolderModel::Applicant) && !m_view->isColumnHidden(FolderModel::Procedure);
    m_view->setColumnWidth(FolderModel::Applicant, both ? rest * 2 / 5 : rest);
    m_view->setColumnWidth(FolderModel::Procedure, both ? rest - rest * 2 / 5 : rest);
}

void FolderTable::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        m_view->setAccessibleName(tr("Dossiers"));
        m_view->viewport()->update();
        emit m_model->headerDataChanged(Qt::Horizontal, 0, FolderModel::ColumnCount - 1);
    }
    if (event->type() == QEvent::StyleChange) {
        m_view->verticalHeader()->setDefaultSectionSize(theme().metrics().px(52));
        fitColumns();
    }
    QStackedWidget::changeEvent(event);
}

bool FolderTable::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    if (watched != m_view || event->type() != QEvent::KeyPress)
        return QStackedWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() == Qt::NoModifier && !current().isNull()) {
        emit opened(current());
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
